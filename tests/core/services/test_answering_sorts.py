"""Answers to the other sorts of suggestion: what they hide and for whom, that they are kept, and who is told what."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from core.domain.choices import AnswerReason, Direction, Role, Sort, Verdict, Visibility
from core.domain.matching import pools
from core.domain.matching.answers import Subject, of_chain, of_prospect, of_shared_use
from core.domain.matching.ranking import Index
from core.domain.model import Answer, Firm, Resource, Site, SiteActivity, User
from core.errors import NotFoundError, NotPermittedError
from core.services import answering, chaining, firms, prospecting, resources, sharing, suggesting
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER

TODAY = date(2026, 11, 22)
LATER = NOW + timedelta(hours=1)
MANAGER = User("manager", "Nur", Role.MANAGER)
AT_NAMED = User("p", "Can", Role.PARTICIPANT, firm_id="named")
FIRMS = {  # NACE, activity
    "boiler": ("35.11", "enerji santrali"),
    "named": ("23.51", "çimento"),
    "hidden": ("23.51", "çimento"),
    "garage": ("45.20", "araç bakımı"),
    "fleet": ("49.41", "nakliye"),
    "crusher": ("38.32", "ÖTL kırma, kauçuk granül"),
    "mats": ("22.19", "kauçuk karo imalatı"),
}


@pytest.fixture
def database(empty: Database) -> Database:
    """A boiler with ash beside two cement plants, one of which nobody may name; tyres, a crusher, a maker of mats."""
    for number, (firm_id, (code, activity)) in enumerate(FIRMS.items()):
        firms.save(empty, ADVISOR, Firm(firm_id, "izmir", f"{firm_id.capitalize()} A.Ş."), now=NOW, new=True)
        site = Site(
            f"{firm_id}-site",
            firm_id,
            "Merkez",
            district="Bornova",
            lat=38.40 + number / 100,
            lon=27.2,
            activity=activity,
            activities=(SiteActivity(code, is_main=True),),
        )
        firms.save_site(empty, ADVISOR, site, now=NOW, new=True)
    save = partial(resources.save, empty, ADVISOR, now=NOW, new=True)
    seen = Visibility.EVERYBODY
    save(Resource("ash", "boiler-site", Direction.HAVE, "kazan altı külü", visibility=seen))
    save(Resource("slag", "boiler-site", Direction.HAVE, "yüksek fırın cürufu", visibility=seen))
    save(Resource("pallets", "named-site", Direction.HAVE, "ahşap palet", visibility=seen))
    for firm_id in ("garage", "fleet"):
        tyres = "ömrünü tamamlamış lastik"
        save(Resource(f"{firm_id}-tyres", f"{firm_id}-site", Direction.HAVE, tyres, visibility=seen))
    save(Resource("crumb", "mats-site", Direction.WANT, "kauçuk granül", visibility=seen))
    save(Resource("crusher-card", "crusher-site", Direction.HAVE, "çelik tel hurdası", visibility=seen))
    return empty


@pytest.fixture
def index(database: Database) -> Index:
    return suggesting.index(database, ADVISOR)


def not_useful(subject: Subject, firm_id: str, answer_id: str = "answer") -> Answer:
    return Answer(
        answer_id,
        "izmir",
        firm_id,
        verdict=Verdict.NOT_USEFUL,
        answered_by="",
        answered_at=NOW,
        reason=AnswerReason.ACTIVITY,
        note="elektrostatik filtre yok",
        score=0.72,
        rank=2,
        **subject._asdict(),
    )


ASH_AT_HIDDEN = not_useful(of_prospect("ash", "have", "hidden"), "boiler")
ASH_AT_NAMED = not_useful(of_prospect("ash", "have", "named"), "boiler", "other")


def found(database: Database, card: str = "ash", user: User = ADVISOR, **view: object) -> set[str]:
    sites = prospecting.sites(database, ADVISOR)
    told = prospecting.for_card(database, user, sites, card, today=TODAY, top=9, **view)  # type: ignore[arg-type]
    return set(told.firms["site_firm_id"])


def test_a_firm_of_no_use_leaves_the_list_of_that_card_and_no_other(database: Database, index: Index) -> None:
    assert {"hidden", "named"} <= found(database) & found(database, "slag")

    answering.answer(database, ADVISOR, index, [ASH_AT_HIDDEN], now=NOW)

    assert found(database) & {"hidden", "named"} == {"named"}
    assert {"hidden", "named"} <= found(database, "slag")
    region = prospecting.for_region(database, ADVISOR, prospecting.sites(database, ADVISOR), today=TODAY)
    pairs = set(zip(region.firms["card_id"], region.firms["site_firm_id"], strict=True))
    assert ("ash", "hidden") not in pairs
    assert ("slag", "hidden") in pairs


def test_every_reader_loses_a_firm_of_no_use(database: Database, index: Index) -> None:
    view = {"as_guest": True, "guest_of": "boiler"}
    assert "named" in found(database, **view)
    assert "named" in found(database, user=AT_NAMED)

    answering.answer(database, ADVISOR, index, [ASH_AT_NAMED], now=NOW)

    assert "named" not in found(database, **view)
    assert "named" not in found(database, user=AT_NAMED)


def test_the_mirror_a_want_and_the_firm_that_gives_it_off(database: Database, index: Index) -> None:
    want = Resource("wanted", "named-site", Direction.WANT, "uçucu kül", visibility=Visibility.EVERYBODY)
    resources.save(database, ADVISOR, want, now=NOW, new=True)
    assert "boiler" in found(database, "wanted")

    subject = of_prospect("wanted", "want", "boiler")
    answering.answer(database, ADVISOR, index, [not_useful(subject, "named")], now=NOW)

    assert subject == Subject(Sort.FIRMS, None, "wanted", None, "boiler")
    assert "boiler" not in found(database, "wanted")


def test_useful_is_kept_with_what_was_shown_and_hides_nothing(database: Database, index: Index) -> None:
    useful = replace(ASH_AT_NAMED, verdict=Verdict.USEFUL, reason=None, note=None)

    answering.answer(database, ADVISOR, index, [useful], now=NOW)

    kept = answering.standing(database, ADVISOR).iloc[0]
    assert (kept["sort"], kept["have_id"], kept["other_firm_id"]) == ("firms", "ash", "named")
    assert (kept["score"], kept["rank"], kept["other_firm_name"]) == (0.72, 2, "Named A.Ş.")
    assert "named" in found(database)


def test_a_second_thought_keeps_the_place_that_was_shown_first(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [ASH_AT_NAMED], now=NOW)

    again = replace(ASH_AT_NAMED, answer_id="again", score=0.1, rank=9)
    answering.answer(database, ADVISOR, index, [again], now=LATER)

    kept = answering.standing(database, ADVISOR).iloc[0]
    assert (kept["answer_id"], kept["score"], kept["rank"]) == ("again", 0.72, 2)


def test_taken_back_the_firm_is_listed_again(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [ASH_AT_NAMED], now=NOW)

    answering.take_back(database, ADVISOR, {"other": 1}, now=LATER)

    assert "named" in found(database)


def test_the_note_is_erased_for_this_firm_alone_and_the_answer_stays(
    database: Database, index: Index
) -> None:
    answering.answer(database, ADVISOR, index, [ASH_AT_NAMED, ASH_AT_HIDDEN], now=NOW)
    answering.answer(database, ADVISOR, index, [replace(ASH_AT_NAMED, answer_id="again")], now=LATER)

    answering.erase_note(database, MANAGER, "again", 1, now=LATER)

    with database.reading() as cursor:
        noted = cursor.raw.execute("SELECT answer_id FROM answer WHERE note IS NOT NULL").fetchall()
    assert noted == [("answer",)]  # that of the hidden plant; the older one to the named plant is gone too
    assert "named" not in found(database)


def test_a_guest_is_told_of_no_firm_that_he_may_not_see(database: Database, index: Index) -> None:
    answering.answer(database, ADVISOR, index, [ASH_AT_NAMED, ASH_AT_HIDDEN], now=NOW)

    told = answering.standing(database, ADVISOR, as_guest=True, guest_of="boiler")

    assert list(told["other_firm_name"]) == ["Named A.Ş."]
    assert told["note"].isna().all()
    assert "Hidden" not in told.to_csv()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ASH_AT_NAMED, firm_id="named"),
        replace(ASH_AT_NAMED, other_firm_id="boiler"),
        replace(ASH_AT_NAMED, other_firm_id="nobody"),
        replace(ASH_AT_NAMED, other_firm_id=None),
        replace(ASH_AT_NAMED, want_id="crumb"),
        replace(ASH_AT_NAMED, other_card_id="slag"),
        replace(ASH_AT_NAMED, sort=Sort.PAIRS),
        replace(ASH_AT_NAMED, have_id="crumb"),
    ],
    ids=["said for the other", "itself", "no firm", "nobody", "a want too", "two cards", "a pair", "a want"],
)
def test_an_answer_says_what_its_sort_is_about(database: Database, index: Index, wrong: Answer) -> None:
    with pytest.raises(NotFoundError):
        answering.answer(database, ADVISOR, index, [wrong], now=NOW)


def test_nobody_answers_for_another_region_or_without_the_right(database: Database, index: Index) -> None:
    with pytest.raises(NotFoundError):
        answering.answer(database, STRANGER, index, [ASH_AT_NAMED], now=NOW)
    with pytest.raises(NotPermittedError):
        answering.answer(database, AT_NAMED, index, [ASH_AT_NAMED], now=NOW)
    with pytest.raises(NotPermittedError):
        answering.hidden(database, AT_NAMED, Sort.FIRMS)


def test_a_shared_use_of_no_use_leaves_its_list(database: Database, index: Index) -> None:
    shared = sharing.for_region(database, ADVISOR)
    assert ("fleet-tyres", "garage-tyres") in set(zip(shared["one_id"], shared["other_id"], strict=True))

    subject = of_shared_use("fleet-tyres", "garage-tyres", "have")
    answering.answer(database, ADVISOR, index, [not_useful(subject, "garage")], now=NOW)

    left = sharing.for_region(database, AT_NAMED)
    assert ("fleet-tyres", "garage-tyres") not in set(zip(left["one_id"], left["other_id"], strict=True))


def test_a_chain_of_no_use_leaves_its_list_and_that_of_its_have(database: Database, index: Index) -> None:
    sites = prospecting.sites(database, ADVISOR)
    of_region = partial(chaining.for_region, database, ADVISOR, index, sites, today=TODAY)
    of_card = partial(chaining.for_card, database, ADVISOR, index, sites, today=TODAY)
    assert set(of_region()["have_id"]) == {"fleet-tyres", "garage-tyres"}
    assert list(of_card("fleet-tyres")["site_firm_id"]) == ["crusher"]

    refused = not_useful(of_chain("fleet-tyres", "crumb", "crusher"), "crusher")
    answering.answer(database, ADVISOR, index, [refused], now=NOW)

    assert set(of_region()["have_id"]) == {"garage-tyres"}
    assert of_card("fleet-tyres").empty


def test_chains_of_a_have_are_told_to_whoever_may_see_all_three(database: Database, index: Index) -> None:
    of_card = partial(
        chaining.for_card, database, ADVISOR, index, prospecting.sites(database, ADVISOR), today=TODAY
    )
    guest = {"as_guest": True, "guest_of": "fleet"}
    assert len(of_card("fleet-tyres", **guest)) == 1

    kept = resources.get(database, ADVISOR, "crumb")
    hidden = replace(kept, visibility=Visibility.ANONYMOUS)
    resources.save(database, ADVISOR, hidden, now=LATER, new=False)

    assert len(of_card("fleet-tyres")) == 1
    assert of_card("fleet-tyres", **guest).empty
    assert of_card("crumb").empty  # a want begins no chain


def test_merged_haves_of_no_use_to_the_buyer_leave_their_list(database: Database, index: Index) -> None:
    answering.answer(
        database, ADVISOR, index, [not_useful(Subject(Sort.POOLS, want_id="crumb"), "mats")], now=NOW
    )

    hidden = answering.hidden(database, ADVISOR, Sort.POOLS)

    assert hidden == {Subject(Sort.POOLS, want_id="crumb")}
    pairs = suggesting.pairs(database, ADVISOR, index)
    assert "crumb" not in set(pools.pooled(pairs, hidden)["want_id"])


def test_agreement_counts_each_sort_apart(database: Database, index: Index) -> None:
    shared = not_useful(of_shared_use("fleet-tyres", "garage-tyres", "have"), "fleet", "shared")
    useful = replace(ASH_AT_NAMED, verdict=Verdict.USEFUL, reason=None)
    answering.answer(database, ADVISOR, index, [ASH_AT_HIDDEN, useful, shared], now=NOW)

    counted = answering.agreement(database, MANAGER)

    assert {sort: (one.answered, one.useful) for sort, one in counted.items()} == {
        Sort.PAIRS: (0, 0),
        Sort.FIRMS: (2, 1),
        Sort.POOLS: (0, 0),
        Sort.SHARING: (1, 0),
        Sort.CHAINS: (0, 0),
    }
    assert counted[Sort.FIRMS].reasons == {AnswerReason.ACTIVITY: 1}


def test_an_answer_of_any_sort_leaves_no_orphan(database: Database, index: Index) -> None:
    chain = not_useful(of_chain("fleet-tyres", "crumb", "crusher"), "mats", "chain")
    shared = not_useful(of_shared_use("fleet-tyres", "garage-tyres", "have"), "fleet", "shared")
    answering.answer(database, ADVISOR, index, [ASH_AT_HIDDEN, chain, shared], now=NOW)

    with database.writing() as cursor:
        assert cursor.rows("check_orphans") == []
        cursor.raw.execute("UPDATE answer SET other_firm_id = 'gone' WHERE answer_id = 'answer'")
        cursor.raw.execute("UPDATE answer SET other_card_id = 'gone' WHERE answer_id = 'shared'")
        lost = {(row["record_id"], row["field"]) for row in cursor.rows("check_orphans")}
    assert lost == {("answer", "other_firm_id"), ("shared", "other_card_id")}
