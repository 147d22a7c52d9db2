"""What speaks for a pair: how two concepts meet, and when a precedent or the taker's trade is worth naming."""

import pytest

from core.domain.choices import Direction, Kind
from core.domain.knowledge.concepts import concept_base
from core.domain.matching.cards import Card
from core.domain.matching.evidence import Meeting, asked_instead, meetings, of_pairs
from core.domain.matching.features import knowledge


def have(name: str, **more: object) -> Card:
    return Card("h", Direction.HAVE, name, **more)  # type: ignore[arg-type]


def want(name: str, **more: object) -> Card:
    return Card("w", Direction.WANT, name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "wanted", "how"),
    [
        ("çelik hurdası", "steel scrap", Meeting.SAME),
        ("uçucu kül", "kül", Meeting.KIND_OF),
        ("plastik", "polypropylene", Meeting.GENERAL),
        ("mermer çamuru", "mineral dolgu", Meeting.STANDS_IN),
    ],
)
def test_two_concepts_meet_in_one_way(given: str, wanted: str, how: Meeting) -> None:
    assert meetings(have(given), want(wanted))[0].how is how


def test_two_sorts_of_one_thing_name_what_they_are_sorts_of() -> None:
    (met,) = meetings(have("polypropylene"), want("polyethylene"))

    assert met.how is Meeting.KIN
    assert met.common is not None
    assert met.common.id == "plastic"


def test_what_a_description_names_beside_is_no_sure_meeting() -> None:
    assert meetings(have("cam kırığı"), want("cam kırığı"))[0].is_sure
    assert not meetings(have("torbalı karışım", description="cam kırığı"), want("cam kırığı"))[0].is_sure


def test_things_that_have_nothing_in_common_do_not_meet() -> None:
    assert meetings(have("cam kırığı"), want("muhasebe eğitimi")) == ()


def test_a_want_that_names_another_thing_says_which() -> None:
    asked = asked_instead(have("soap stock"), want("kazan altı odun", activity="sabun imalatı"))
    assert asked is not None
    assert asked.id == "wood"
    (met,) = of_pairs([have("palet tahtası")], [want("odun")], knowledge())
    assert met.meetings
    assert met.asked is None


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("arıtma çamuru", "döner fırına ek yakıt"), ("soap stock", "zımbırtı"), ("zımbırtı", "odun"),
     ("cüruf", "yol temel tabakası malzemesi")],
)  # fmt: skip
def test_a_use_or_an_unknown_name_is_no_other_thing(given: str, wanted: str) -> None:
    assert asked_instead(have(given), want(wanted)) is None


def test_a_trade_that_takes_such_a_thing_is_named_with_the_thing() -> None:
    (found,) = of_pairs([have("mill scale")], [want("iron source", nace=("2351",))], knowledge())

    assert found.need is not None
    assert (found.need.nace, found.need.thing("en")) == ("2351", "mill scale")


def test_a_precedent_is_named_with_its_source() -> None:
    (found,) = of_pairs(
        [have("tufal")], [want("demir taşıyıcı", activity="çimento fabrikası", nace=("2351",))], knowledge()
    )

    assert found.precedent is not None
    assert "tufal" in found.precedent.resource_tr
    assert found.precedent.source


def test_a_card_without_a_trade_names_no_need() -> None:
    (found,) = of_pairs([have("mill scale")], [want("iron source")], knowledge())

    assert found.need is None


def test_no_pairs_have_no_evidence() -> None:
    assert of_pairs([], [], knowledge()) == ()


def test_a_service_that_neither_card_names_is_said_to_be_what_both_seem_to_be_about() -> None:
    (found,) = of_pairs(
        [have("nöbetçi ekip ve kamera sistemi", kind=Kind.WORKFORCE)],
        [want("geceleri bahçemizden hırsızlık oluyor", kind=Kind.WORKFORCE)],
        knowledge(),
    )

    assert [(one.how, one.have.id) for one in found.meetings] == [(Meeting.READ, "security_staff")]


def test_the_thing_that_is_used_for_what_is_wanted_is_named() -> None:
    (found,) = of_pairs([have("uçucu kül")], [want("pozzolan for blended cement")], knowledge())
    base = concept_base()
    assert found.serves is not None
    assert base.fit[base.row_of["fly_ash"], base.row_of[found.serves.thing.id]] > 0.3


def test_what_serves_something_else_is_not_named() -> None:
    (found,) = of_pairs([have("uçucu kül")], [want("dairy cows' fodder")], knowledge())
    assert found.serves is None


def test_a_have_that_only_stands_in_for_what_serves_is_told_apart() -> None:
    wanted = want("yol temel tabakası malzemesi")
    own, other = of_pairs([have("doğal agrega"), have("geri kazanılmış agrega")], [wanted] * 2, knowledge())
    assert own.serves and other.serves
    assert (own.serves.stands_in, other.serves.stands_in) == (
        False,
        other.serves.thing.id == own.serves.thing.id,
    )
