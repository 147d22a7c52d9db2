"""The legal path of a synergy: facts from its cards and places, answers, papers and by-product checks that are kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.choices import Direction, Kind, Place, Role, Stage, Transporter
from core.domain.legal import handbook
from core.domain.legal.guidance import ByProduct, State
from core.domain.legal.handbook import Route, Said
from core.domain.legal.state import Answered, Check, Choice, Paper
from core.domain.model import Permit, Resource, Site, Synergy, User
from core.errors import (
    ChangedByOthersError,
    FutureDateError,
    InvalidRecordError,
    NotFoundError,
    NotPermittedError,
    TooLongError,
)
from core.services import checking, firms, legal, resources, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY

COLLEAGUE = User("colleague", "Ece", Role.MANAGER)
ALL_MET = dict.fromkeys(handbook.conditions(), Said.YES)


@pytest.fixture
def database(database: Database) -> Database:
    """The foundry gives its sand to the cement plant; a second synergy was entered by hand without cards."""
    synergies.record(
        database,
        ADVISOR,
        Synergy("s1", "izmir", "Kum", "foundry", "cement", have_id="sand", want_id="wanted"),
        now=NOW,
    )
    synergies.record(
        database, ADVISOR, Synergy("s2", "izmir", "Isı", "foundry", "cement", kind=Kind.ENERGY), now=NOW
    )
    return database


def asked(database: Database, synergy_id: str = "s1") -> set[str]:
    return {step.question.question_id for step in legal.of_synergy(database, ADVISOR, synergy_id).path.steps}


def test_the_path_begins_with_what_the_cards_say(database: Database) -> None:
    found = legal.of_synergy(database, ADVISOR, "s1")

    assert found.path.facts.waste_codes == ("100908",)
    assert "mineral_raw_material" in found.path.facts.topics  # the taker makes cement
    assert found.path.facts.giver.place is Place.NONE
    assert {"mirror", "licence", "transport_annex", "alternative_raw_material"} <= asked(database)
    assert found.choice == Choice("s1")
    assert (found.answers, found.papers, found.checks, found.licences) == ({}, {}, (), ())


def test_a_synergy_without_cards_asks_by_its_kind(database: Database) -> None:
    assert asked(database, "s2") == {"permit_change", "eia"}


def test_a_firm_with_several_sites_and_no_card_lies_nowhere_yet(database: Database) -> None:
    second = Site("foundry-2", "foundry", "İkinci", place=Place.ORGANISED_ZONE)
    firms.save_site(database, ADVISOR, second, now=NOW, new=True)

    facts = legal.of_synergy(database, ADVISOR, "s2").path.facts
    assert facts.giver.place is None
    assert facts.taker.place is Place.NONE


def test_route_and_carrier_are_kept_and_change_what_is_asked(database: Database) -> None:
    legal.choose(database, ADVISOR, Choice("s1", Route.BY_PRODUCT, Transporter.CARRIER), now=NOW)

    found = legal.of_synergy(database, ADVISOR, "s1")
    assert found.choice == Choice("s1", Route.BY_PRODUCT, Transporter.CARRIER, row_version=1)
    assert {"by_product_conditions", "hauler"} <= asked(database)
    assert "licence" not in asked(database)

    legal.choose(database, COLLEAGUE, replace(found.choice, route=Route.RECOVERY), now=NOW)
    assert legal.of_synergy(database, ADVISOR, "s1").choice.row_version == 2
    with pytest.raises(ChangedByOthersError):
        legal.choose(database, ADVISOR, replace(found.choice, route=None), now=NOW)


def test_an_answer_is_kept_with_its_person_changed_and_taken_back(database: Database) -> None:
    legal.answer(database, ADVISOR, Answered("s1", "licence", Said.YES, " lisans 2027'ye kadar "), now=NOW)

    kept = legal.of_synergy(database, ADVISOR, "s1").answers["licence"]
    assert (kept.said, kept.note, kept.person, kept.updated_at, kept.row_version) == (
        Said.YES, "lisans 2027'ye kadar", "advisor", NOW, 1
    )  # fmt: skip
    legal.answer(database, COLLEAGUE, replace(kept, said=Said.NO), now=NOW + timedelta(hours=1))
    with pytest.raises(ChangedByOthersError) as caught:
        legal.answer(database, ADVISOR, replace(kept, said=Said.NOT_KNOWN), now=NOW)
    assert caught.value.newer["said"] == "no"

    newer = legal.of_synergy(database, ADVISOR, "s1").answers["licence"]
    legal.answer(database, ADVISOR, replace(newer, said=None), now=NOW)
    (step,) = [
        one
        for one in legal.of_synergy(database, ADVISOR, "s1").path.steps
        if one.question.question_id == "licence"
    ]
    assert (step.said, step.state) == (None, State.OPEN)


def test_two_who_answer_first_at_the_same_time_do_not_overwrite_each_other(database: Database) -> None:
    legal.answer(database, ADVISOR, Answered("s1", "licence", Said.YES), now=NOW)

    with pytest.raises(ChangedByOthersError):
        legal.answer(database, COLLEAGUE, Answered("s1", "licence", Said.NO), now=NOW)


@pytest.mark.parametrize("question_id", ["nothing_such", "route", "by_product_conditions"])
def test_what_no_person_answers_is_refused(database: Database, question_id: str) -> None:
    with pytest.raises(NotFoundError):
        legal.answer(database, ADVISOR, Answered("s1", question_id, Said.YES), now=NOW)


def test_a_paper_at_hand_is_noted_and_can_be_taken_back(database: Database) -> None:
    legal.note_paper(database, ADVISOR, Paper("s1", "licence_paper", TODAY, "kopyası dosyada"), now=NOW)

    kept = legal.of_synergy(database, ADVISOR, "s1").papers["licence_paper"]
    assert (kept.seen_on, kept.note, kept.person) == (TODAY, "kopyası dosyada", "advisor")
    legal.note_paper(database, ADVISOR, replace(kept, seen_on=None), now=NOW)
    assert legal.of_synergy(database, ADVISOR, "s1").papers["licence_paper"].seen_on is None
    with pytest.raises(NotFoundError):
        legal.note_paper(database, ADVISOR, Paper("s1", "licence_none", TODAY), now=NOW)  # a stop, no paper


def test_the_by_product_check_is_kept_with_day_and_person_and_never_changed(database: Database) -> None:
    legal.choose(database, ADVISOR, Choice("s1", Route.BY_PRODUCT), now=NOW)
    first = Check("c1", "s1", TODAY, ALL_MET | {"demand": Said.NO}, {"demand": "tek sefer"}, "ilk bakış")
    second = Check("c2", "s1", TODAY, ALL_MET)
    legal.check_by_product(database, ADVISOR, first, now=NOW)
    legal.check_by_product(database, COLLEAGUE, second, now=NOW + timedelta(minutes=1))

    found = legal.of_synergy(database, ADVISOR, "s1")
    assert [(one.check_id, one.result, one.person) for one in found.checks] == [
        ("c2", ByProduct.MEETS, "colleague"), ("c1", ByProduct.DOES_NOT_MEET, "advisor"),
    ]  # fmt: skip
    assert found.checks[1] == replace(first, person="advisor")
    (step,) = [one for one in found.path.steps if one.question.question_id == "by_product_conditions"]
    assert step.state is State.SETTLED


def test_a_day_to_come_an_endless_note_and_an_unknown_condition_are_refused(database: Database) -> None:
    tomorrow = TODAY + timedelta(days=1)
    for make, field, error in (
        (Check("c1", "s1", tomorrow, ALL_MET), "checked_on", FutureDateError),
        (Check("c1", "s1", TODAY, ALL_MET, {"demand": "x" * 2001}), "demand", TooLongError),
    ):
        with pytest.raises(InvalidRecordError) as caught:
            legal.check_by_product(database, ADVISOR, make, now=NOW)
        assert {name: type(one) for name, one in caught.value.findings.items()} == {field: error}
    with pytest.raises(NotFoundError):
        legal.check_by_product(database, ADVISOR, Check("c1", "s1", TODAY, {"luck": Said.YES}), now=NOW)
    with pytest.raises(InvalidRecordError):
        legal.note_paper(database, ADVISOR, Paper("s1", "licence_paper", tomorrow), now=NOW)
    with pytest.raises(InvalidRecordError):
        legal.answer(database, ADVISOR, Answered("s1", "licence", Said.YES, "x" * 2001), now=NOW)
    assert legal.of_synergy(database, ADVISOR, "s1").checks == ()


def test_the_trail_names_who_said_what_without_the_note_itself(database: Database) -> None:
    legal.answer(database, ADVISOR, Answered("s1", "licence", Said.YES, "Deniz Kaya söyledi"), now=NOW)
    legal.check_by_product(database, ADVISOR, Check("c1", "s1", TODAY, ALL_MET, note="Ali Ak"), now=NOW)

    with database.reading() as cursor:
        trail = str(
            cursor.raw.execute(
                "SELECT * FROM audit WHERE record_type IN ('legal_answer', 'by_product_check')"
            ).fetchall()
        )
    assert "s1:licence" in trail
    assert "said" in trail
    assert "Deniz Kaya" not in trail
    assert "Ali Ak" not in trail


def test_the_licence_of_the_taker_that_the_register_holds_is_told(database: Database) -> None:
    site = firms.sites(database, ADVISOR, "cement")[0]
    licence = Permit("çevre lisansı", "R5", "100908", TODAY)
    changed = replace(site, permits=(licence, Permit("çevre lisansı", "R4", "120101")))
    firms.save_site(database, ADVISOR, changed, now=NOW, new=False)

    assert legal.of_synergy(database, ADVISOR, "s1").licences == (licence,)


def test_only_staff_of_the_region_sees_and_answers(database: Database) -> None:
    with pytest.raises(NotPermittedError):
        legal.of_synergy(database, PARTICIPANT, "s1")
    with pytest.raises(NotFoundError):
        legal.of_synergy(database, STRANGER, "s1")
    for write in (
        lambda: legal.choose(database, STRANGER, Choice("s1"), now=NOW),
        lambda: legal.answer(database, STRANGER, Answered("s1", "licence", Said.YES), now=NOW),
        lambda: legal.note_paper(database, STRANGER, Paper("s1", "licence_paper", TODAY), now=NOW),
        lambda: legal.check_by_product(database, STRANGER, Check("c1", "s1", TODAY, ALL_MET), now=NOW),
    ):
        with pytest.raises(NotFoundError):
            write()


def test_the_stage_is_told_and_a_hazard_on_the_card_counts(database: Database) -> None:
    card = Resource("sludge", "foundry-site", Direction.HAVE, "çamur", hazardous=True)
    resources.save(database, ADVISOR, card, now=NOW, new=True)
    synergies.record(
        database, ADVISOR, Synergy("s3", "izmir", "Çamur", "foundry", "cement", have_id="sludge"), now=NOW
    )

    found = legal.of_synergy(database, ADVISOR, "s3")
    assert found.stage is Stage.IDEA
    assert "transport_licence" in asked(database, "s3")


def test_nothing_hangs_loose_after_all_this(database: Database) -> None:
    legal.choose(database, ADVISOR, Choice("s1", Route.BY_PRODUCT), now=NOW)
    legal.answer(database, ADVISOR, Answered("s1", "licence", Said.YES), now=NOW)
    legal.check_by_product(database, ADVISOR, Check("c1", "s1", TODAY, ALL_MET), now=NOW)
    administrator = User("a", "A", Role.ADMINISTRATOR)

    found = checking.findings(database, administrator)
    assert [one for one in found["record_type"] if one.startswith(("legal", "by_product"))] == []
