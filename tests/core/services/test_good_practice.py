"""A verified synergy becomes a sheet on both consents, names only who agreed, keeps versions, goes with a consent."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import ConsentWay, Role, Stage
from core.domain.impact.entries import Measure
from core.domain.model import Consent, Firm, Synergy, User
from core.domain.synergies.good_practice import TEXTS, Sheet
from core.errors import (
    ChangedByOthersError,
    InvalidRecordError,
    MissingValueError,
    NamesFirmError,
    NoConsentError,
    NotFoundError,
    NotPermittedError,
    NotVerifiedError,
    SampleRecordError,
)
from core.services import checking, firms, good_practice, own_precedents, synergies
from core.storage.database import Database
from tests import moving
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY
from tests.core.services.test_own_precedents import SAND, consents

MANAGER = User("manager", "Nur", Role.MANAGER)
ADMINISTRATOR = User("administrator", "Nur", Role.ADMINISTRATOR)
WHOLE = replace(Sheet("g1", "izmir", "s1"), **{field: f"metin {field}" for field in TEXTS})  # type: ignore[arg-type]


@pytest.fixture
def database(database: Database) -> Database:
    """The foundry and the cement plant have a verified synergy with a sheet that is not published."""
    for firm_id, name in (("foundry", "Kordelya Döküm Ltd. Şti."), ("cement", "Pergalar Çimento A.Ş.")):
        firms.save(database, ADVISOR, Firm(firm_id, "izmir", name), now=NOW, new=False)
    for synergy_id in ("s1", "s2"):
        one = Synergy(
            synergy_id, "izmir", "Kum çimentoya", "foundry", "cement", have_id="sand", want_id="wanted"
        )
        synergies.record(database, ADVISOR, one, now=NOW)
    moving.move(database, ADVISOR, "s1", Stage.VERIFIED, 1, on=TODAY, now=NOW)
    good_practice.save(database, ADVISOR, WHOLE, now=NOW, new=True)
    return database


def consent(firm_id: str) -> Consent:
    return Consent(firm_id, "Deniz Kaya", date(2026, 10, 30), ConsentWay.WRITTEN)


def agree(database: Database) -> None:
    own_precedents.record(database, MANAGER, "s1", SAND, consents(), today=TODAY, now=NOW)


def publish(database: Database, *naming: Consent) -> None:
    good_practice.publish(database, MANAGER, "s1", naming, today=TODAY, now=NOW)


def test_a_published_sheet_is_read_by_participants_and_holds_what_the_records_say(database: Database) -> None:
    agree(database)
    publish(database)

    (found,) = good_practice.published(database, PARTICIPANT)
    assert (found.sheet.title_tr, found.version, found.published_on) == ("metin title_tr", 1, TODAY)
    assert [one.stage for one in found.facts.steps][-1] is Stage.VERIFIED
    assert found.facts.steps[-1].days is None
    assert [(one.measure, one.value) for one in found.facts.brought] == [(Measure.JOBS_SAFEGUARDED, 1.0)]
    assert (found.facts.giver_sector, found.facts.giver_name) == ("metal", None)
    assert good_practice.published(database, replace(PARTICIPANT, region_id="bursa")) == ()


def test_without_the_consents_of_a_precedent_nothing_is_published(database: Database) -> None:
    with pytest.raises(NoConsentError):
        publish(database)
    assert good_practice.published(database, PARTICIPANT) == ()


def test_a_firm_is_named_only_if_it_agreed_to_that(database: Database) -> None:
    agree(database)
    good_practice.save(
        database, ADVISOR, replace(WHOLE, challenge_tr="Kordelya'nın kumu"), now=NOW, new=False
    )
    with pytest.raises(InvalidRecordError) as caught:
        publish(database)
    assert {name: type(one) for name, one in caught.value.findings.items()} == {
        "challenge_tr": NamesFirmError
    }

    publish(database, consent("foundry"))

    (found,) = good_practice.published(database, PARTICIPANT)
    assert (found.facts.giver_name, found.facts.taker_name) == ("Kordelya Döküm Ltd. Şti.", None)
    with pytest.raises(NotFoundError):
        publish(database, consent("other"))


def test_a_change_is_not_shown_before_it_is_published_and_makes_a_new_version(database: Database) -> None:
    agree(database)
    publish(database)
    good_practice.save(database, ADVISOR, replace(WHOLE, title_tr="Yeni"), now=NOW, new=False)
    assert [one.sheet.title_tr for one in good_practice.published(database, PARTICIPANT)] == [
        "metin title_tr"
    ]

    publish(database)

    (found,) = good_practice.published(database, PARTICIPANT)
    assert (found.sheet.title_tr, found.version) == ("Yeni", 2)
    found_wrong = checking.findings(database, ADMINISTRATOR)
    assert not found_wrong["problem"].isin(checking.FAULTS).any()


def test_a_withdrawn_consent_takes_the_sheet_out(database: Database) -> None:
    agree(database)
    publish(database)
    own_precedents.withdraw(database, MANAGER, "s1", "foundry", 1, on=TODAY, now=NOW)

    assert good_practice.published(database, PARTICIPANT) == ()
    assert good_practice.of_synergy(database, ADVISOR, "s1") is None


def test_a_manager_takes_a_sheet_out_of_the_version_that_was_read(database: Database) -> None:
    with pytest.raises(ChangedByOthersError):
        good_practice.withdraw(database, MANAGER, "s1", "g1", 7, now=NOW)
    good_practice.withdraw(database, MANAGER, "s1", "g1", 1, now=NOW)

    assert good_practice.of_synergy(database, ADVISOR, "s1") is None


def test_every_text_is_needed_in_both_languages_only_to_publish(database: Database) -> None:
    agree(database)
    good_practice.save(database, ADVISOR, replace(WHOLE, learnt_en=None), now=NOW, new=False)
    with pytest.raises(InvalidRecordError) as caught:
        publish(database)

    assert {name: type(one) for name, one in caught.value.findings.items()} == {
        "learnt_en": MissingValueError
    }


def test_only_staff_write_only_managers_publish_and_only_of_verified_synergies(database: Database) -> None:
    for user in (ADVISOR, PARTICIPANT):
        with pytest.raises(NotPermittedError):
            good_practice.publish(database, user, "s1", today=TODAY, now=NOW)
    with pytest.raises(NotPermittedError):
        good_practice.save(database, PARTICIPANT, WHOLE, now=NOW, new=False)
    with pytest.raises(NotFoundError):
        good_practice.save(database, STRANGER, WHOLE, now=NOW, new=False)
    with pytest.raises(NotVerifiedError):
        good_practice.draft(database, ADVISOR, "s2", "g2")


def test_a_draft_begins_with_what_the_precedent_says(database: Database) -> None:
    agree(database)
    found = good_practice.draft(database, ADVISOR, "s1", "g9")

    assert (found.title_tr, found.title_en) == (
        "atık döküm kumu → hammadde",
        "used foundry sand → raw material",
    )


def test_a_sample_makes_no_sheet(database: Database) -> None:
    firms.save(database, ADVISOR, Firm("fake", "izmir", "Fake", is_sample=True), now=NOW, new=True)
    invented = Synergy("s3", "izmir", "Kum", "fake", "cement", want_id="wanted")
    synergies.record(database, ADVISOR, invented, now=NOW)
    moving.move(database, ADVISOR, "s3", Stage.VERIFIED, 1, on=TODAY, now=NOW)
    with pytest.raises(SampleRecordError):
        good_practice.draft(database, ADVISOR, "s3", "g9")


def test_the_sample_region_shows_one_sheet_marked_as_invented(laid_copy: Database) -> None:
    (found,) = good_practice.published(laid_copy, PARTICIPANT)

    assert found.sheet.is_sample
    assert (found.facts.giver_name, found.facts.taker_name) == (None, None)
    diverted = [one for one in found.facts.brought if one.measure is Measure.DIVERTED]
    assert [(one.value, one.unit, one.recurs) for one in diverted] == [(4986.0, "t", True)]
    assert [one.days for one in found.facts.steps][:2] == [12, 44]
