"""A verified synergy becomes a precedent with both consents, names no firm, serves the matching, can be taken out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.domain.choices import ConsentWay, Direction, Role, Source, Stage
from core.domain.knowledge.own_precedents import as_precedent
from core.domain.matching import ranking
from core.domain.model import Consent, Firm, OwnPrecedent, Resource, Site, Synergy, User
from core.errors import (
    AlreadyPrecedentError,
    ChangedByOthersError,
    FutureDateError,
    InvalidRecordError,
    MissingValueError,
    NamesFirmError,
    NotFoundError,
    NotPermittedError,
    NotVerifiedError,
    SampleRecordError,
)
from core.services import firms, installing, own_precedents, prospecting, resources, suggesting, synergies
from core.storage.database import Database, in_memory
from tests import moving
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY, add_firm

MANAGER = User("manager", "Nur", Role.MANAGER)
ADMINISTRATOR = User("administrator", "Nur", Role.ADMINISTRATOR)
SAND = OwnPrecedent(
    "p1",
    "izmir",
    "used foundry sand",
    "atık döküm kumu",
    "24.51",
    "23.51",
    "raw material",
    "hammadde",
    "İzmir",
)


@pytest.fixture
def database(database: Database) -> Database:
    """The foundry and the cement plant have a verified synergy."""
    synergies.record(database, ADVISOR, synergy("s1"), now=NOW)
    moving.move(database, ADVISOR, "s1", Stage.VERIFIED, 1, on=TODAY, now=NOW)
    return database


def synergy(synergy_id: str) -> Synergy:
    return Synergy(
        synergy_id, "izmir", "Kum çimentoya", "foundry", "cement", have_id="sand", want_id="wanted"
    )


def consents(**of_giver: object) -> dict[str, Consent]:
    giver = Consent("foundry", "Deniz Kaya", TODAY, ConsentWay.WRITTEN)
    return {
        "giver": replace(giver, **of_giver),  # type: ignore[arg-type]
        "taker": Consent("cement", "Ece Ak", date(2026, 10, 30), ConsentWay.EMAIL),
    }


def record(database: Database, own: OwnPrecedent = SAND, synergy_id: str = "s1", **of_giver: object) -> None:
    own_precedents.record(database, MANAGER, synergy_id, own, consents(**of_giver), today=TODAY, now=NOW)


def test_the_draft_is_generic_and_says_how_many_firms_share_a_class(database: Database) -> None:
    found = own_precedents.draft(database, MANAGER, "s1")

    own = found.precedent
    assert (own.resource_en, own.resource_tr) == ("Spent foundry sand", "Atık döküm kumu")
    assert (own.giver_nace, own.taker_nace, own.province) == ("24.51", "23.51", "İzmir")
    assert own.waste_codes == ("100908",)
    assert (found.giver_firms, found.taker_firms) == (1, 1)


def test_with_both_consents_it_is_a_precedent_of_the_programme(database: Database) -> None:
    record(database)

    (found,) = own_precedents.own_precedents(database, MANAGER)
    assert (found.resource_tr, found.use_en, found.place, found.source) == (
        "atık döküm kumu", "raw material", "İzmir", "Simbiyoz"
    )  # fmt: skip
    assert (found.donor_nace, found.receiver_nace, found.donor_en) == ("2451", "2351", "Casting of iron")
    kept = own_precedents.of_synergy(database, ADVISOR, "s1")
    assert kept is not None
    assert {consent.firm_id: consent.given_by for consent in kept.consents} == {
        "foundry": "Deniz Kaya", "cement": "Ece Ak"
    }  # fmt: skip
    assert kept.precedent.giver_sector == "metal"


def test_what_is_stored_of_the_precedent_names_no_firm(database: Database) -> None:
    record(database)

    with database.reading() as cursor:
        row = str(cursor.raw.execute("SELECT * FROM own_precedent").fetchall())
        trail = str(cursor.raw.execute("SELECT * FROM audit WHERE record_type LIKE '%precedent%'").fetchall())
    assert not any(word in row for word in ("foundry'", "cement'", "Foundry", "Cement", "s1"))
    assert "Deniz" not in trail  # personal values stand where they can be erased


@pytest.mark.parametrize(
    ("own", "of_giver", "field", "error"),
    [
        ({"resource_tr": " "}, {}, "resource_tr", MissingValueError),
        ({"use_en": "raw material of Pergalar"}, {}, "use_en", NamesFirmError),
        ({"resource_en": "Kordelya'nın kumu"}, {}, "resource_en", NamesFirmError),
        ({"taker_nace": ""}, {}, "taker_nace", MissingValueError),
        ({}, {"given_by": ""}, "giver.given_by", MissingValueError),
        ({}, {"given_on": TODAY + timedelta(days=1)}, "giver.given_on", FutureDateError),
    ],
)
def test_every_text_is_needed_generic_and_consented(
    database: Database, own: dict[str, str], of_giver: dict[str, object], field: str, error: type[Exception]
) -> None:
    for firm_id, name in (("foundry", "Kordelya Döküm Ltd. Şti."), ("cement", "Pergalar Çimento A.Ş.")):
        firms.save(database, ADVISOR, Firm(firm_id, "izmir", name), now=NOW, new=False)
    with pytest.raises(InvalidRecordError) as caught:
        record(database, replace(SAND, **own), **of_giver)  # type: ignore[arg-type]

    assert {name: type(one) for name, one in caught.value.findings.items()} == {field: error}
    assert own_precedents.own_precedents(database, MANAGER) == ()


def test_a_consent_of_somebody_else_does_not_count(database: Database) -> None:
    with pytest.raises(NotFoundError):
        record(database, firm_id="other")


def test_only_a_verified_synergy_and_only_once(database: Database) -> None:
    synergies.record(database, ADVISOR, synergy("s2"), now=NOW)
    with pytest.raises(NotVerifiedError):
        record(database, synergy_id="s2")
    record(database)
    with pytest.raises(AlreadyPrecedentError):
        record(database, replace(SAND, precedent_id="p2"))


@pytest.mark.parametrize("user", [ADVISOR, STRANGER])
def test_only_managers_make_one(database: Database, user: User) -> None:
    with pytest.raises(NotPermittedError):
        own_precedents.record(database, user, "s1", SAND, consents(), today=TODAY, now=NOW)
    with pytest.raises(NotFoundError):
        own_precedents.draft(database, replace(MANAGER, region_id="bursa"), "s1")


def test_a_sample_firm_or_card_never_makes_one(database: Database) -> None:
    sample = Resource("invented", "foundry-site", Direction.HAVE, "kum", source=Source.SAMPLE)
    resources.save(database, ADVISOR, sample, now=NOW, new=True)
    for synergy_id, change in (
        ("s2", {"have_id": "invented"}),
        ("s3", {"giver_firm_id": "fake", "have_id": None}),
    ):
        if synergy_id == "s3":
            firms.save(database, ADVISOR, Firm("fake", "izmir", "Fake", is_sample=True), now=NOW, new=True)
        invented = replace(synergy(synergy_id), **change)  # type: ignore[arg-type]
        synergies.record(database, ADVISOR, invented, now=NOW)
        moving.move(
            database,
            ADVISOR,
            synergy_id,
            Stage.VERIFIED,
            1,
            on=TODAY,
            now=NOW,
        )
        with pytest.raises(SampleRecordError):
            own_precedents.draft(database, MANAGER, synergy_id)
        with pytest.raises(SampleRecordError):
            record(database, synergy_id=synergy_id)


def test_nothing_of_the_sample_region_becomes_one() -> None:
    made = in_memory()
    installing.fill(made, ADMINISTRATOR, "izmir", with_sample=True, now=NOW)
    add_firm(made, "foundry", 38.4, "2451")  # not marked as a sample, but it stands among them
    add_firm(made, "cement", 38.6, "2351")
    synergies.record(made, ADVISOR, replace(synergy("s1"), have_id=None, want_id=None), now=NOW)
    moving.move(made, ADVISOR, "s1", Stage.VERIFIED, 1, on=TODAY, now=NOW)

    with pytest.raises(SampleRecordError):
        record(made)


def test_a_withdrawn_consent_takes_it_out_and_it_may_come_again(database: Database) -> None:
    record(database)
    with pytest.raises(ChangedByOthersError):
        own_precedents.withdraw(database, MANAGER, "s1", "cement", 9, on=TODAY, now=NOW)
    with pytest.raises(NotFoundError):
        own_precedents.withdraw(database, MANAGER, "s1", "other", 1, on=TODAY, now=NOW)

    own_precedents.withdraw(database, MANAGER, "s1", "cement", 1, on=TODAY, now=NOW)

    assert own_precedents.own_precedents(database, MANAGER) == ()
    assert own_precedents.of_synergy(database, MANAGER, "s1") is None
    record(database, replace(SAND, precedent_id="p2"))
    assert [one.id for one in own_precedents.own_precedents(database, MANAGER)] == ["p2"]


def test_the_matching_knows_it_and_forgets_it(database: Database) -> None:
    """A resource that no publication knows, for a taker of another trade: only our own precedent joins them."""
    add_firm(database, "school", 38.41, "85.59")
    for card in (
        Resource("odd", "foundry-site", Direction.HAVE, "zırnık dolgulu mantar kaplama fazlası"),
        Resource("asked", "school-site", Direction.WANT, "ders gereci"),
    ):
        resources.save(database, ADVISOR, card, now=NOW, new=True)
    odd = replace(
        SAND,
        resource_en="orpiment filled cork cover",
        resource_tr="zırnık dolgulu mantar kaplama",
        taker_nace="85.59",
        use_en="teaching aid",
        use_tr="ders gereci",
    )

    def precedents_of(card_id: str) -> int:
        index = suggesting.index(database, ADVISOR)
        found = ranking.rank_one(index, index.cards[index.row_of[card_id]], None)
        return int((found.loc[found["want_id"] == "asked", "precedent"] > 0).sum())

    assert precedents_of("odd") == 0
    record(database, odd)
    assert precedents_of("odd") == 1
    own_precedents.withdraw(database, MANAGER, "s1", "foundry", 1, on=TODAY, now=NOW)
    assert precedents_of("odd") == 0


def test_firms_by_activity_know_it_and_forget_it(database: Database) -> None:
    def known() -> list[str]:
        return [one.id for one in prospecting.sites(database, MANAGER).known.precedents.precedents]

    published = known()
    record(database)
    assert known() == [*published, "p1"]
    assert prospecting.sites(database, MANAGER).receives.shape[1] == len(published) + 1
    own_precedents.withdraw(database, MANAGER, "s1", "foundry", 1, on=TODAY, now=NOW)
    assert known() == published


def test_an_own_precedent_says_its_activities_in_both_languages() -> None:
    found = as_precedent(SAND)

    assert found.donor_tr and found.donor_tr != found.donor_en
    assert found.status == "implemented"


def test_a_site_without_activity_code_is_said_not_guessed(database: Database) -> None:
    firms.save(database, ADVISOR, Firm("bare", "izmir", "Bare"), now=NOW, new=True)
    firms.save_site(database, ADVISOR, Site("bare-site", "bare", "Merkez"), now=NOW, new=True)
    bare = replace(synergy("s4"), taker_firm_id="bare", want_id=None)
    synergies.record(database, ADVISOR, bare, now=NOW)
    moving.move(database, ADVISOR, "s4", Stage.VERIFIED, 1, on=TODAY, now=NOW)

    assert own_precedents.draft(database, MANAGER, "s4").precedent.taker_nace == ""
