"""Firms, sites and contacts: kept, changed by two people, erased, retired, masked, and no other region's."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from core.domain.choices import Gender, Place, Role, Visibility
from core.domain.model import Contact, Firm, Permit, Site, SiteActivity, User
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, WrongTaxNumberError
from core.services import firms, resources
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, sand

LATER = datetime(2026, 11, 3, 9)
MANAGER = User("manager", "Ayşe", Role.MANAGER)
CONTACT = Contact(
    "person", "foundry", "Zeynep Ak", "foundry-site", "Çevre müh.", "0232 555 01 01", "z@example.invalid",
    Gender.FEMALE, date(2026, 10, 1),
)  # fmt: skip


def rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return list(cursor.raw.execute(statement).fetchall())


def audit_of(database: Database, record_id: str) -> list[tuple[Any, ...]]:
    return rows(
        database,
        f"SELECT action, changed_fields, values_digest, values_json FROM audit LEFT JOIN audit_value USING (audit_id) "
        f"WHERE record_id = '{record_id}' ORDER BY acted_at, audit.audit_id",
    )


def test_a_firm_is_kept_as_it_was_given(database: Database) -> None:
    firm = Firm(
        "new", "izmir", "Ege Cam A.Ş.", tax_number="4540536920", external_id="K-7", about="Cam ambalaj"
    )

    firms.save(database, ADVISOR, firm, now=NOW, new=True)

    assert firms.get(database, ADVISOR, "new") == firm


def test_a_tax_number_is_kept_as_digits(database: Database) -> None:
    firms.save(
        database, ADVISOR, Firm("new", "izmir", "Ege Cam", tax_number="454 053 69 20"), now=NOW, new=True
    )

    assert firms.get(database, ADVISOR, "new").tax_number == "4540536920"


def test_a_wrong_tax_number_is_said_at_its_field_and_nothing_is_kept(database: Database) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        firms.save(
            database, ADVISOR, Firm("new", "izmir", "Ege Cam", tax_number="4540536921"), now=NOW, new=True
        )

    assert isinstance(caught.value.findings["tax_number"], WrongTaxNumberError)
    with pytest.raises(NotFoundError):
        firms.get(database, ADVISOR, "new")


def test_the_second_of_two_people_learns_the_newer_values(database: Database) -> None:
    seen_by_both = firms.get(database, ADVISOR, "foundry")
    firms.save(database, ADVISOR, replace(seen_by_both, name="Meles Döküm"), now=NOW, new=False)

    with pytest.raises(ChangedByOthersError) as caught:
        firms.save(database, MANAGER, replace(seen_by_both, name="Meles Döküm A.Ş."), now=LATER, new=False)

    assert (caught.value.newer["name"], caught.value.newer["row_version"]) == ("Meles Döküm", 2)
    assert firms.get(database, ADVISOR, "foundry").name == "Meles Döküm"


def test_the_second_may_overwrite_knowingly(database: Database) -> None:
    seen_by_both = firms.get(database, ADVISOR, "foundry")
    firms.save(database, ADVISOR, replace(seen_by_both, name="Meles Döküm"), now=NOW, new=False)

    firms.save(
        database, MANAGER, replace(seen_by_both, name="Meles A.Ş.", row_version=2), now=LATER, new=False
    )

    assert firms.get(database, ADVISOR, "foundry").name == "Meles A.Ş."


def test_a_site_keeps_several_activities_one_of_them_main_and_unknown_ones_too(database: Database) -> None:
    site = Site(
        "second", "foundry", "Depo", Place.SMALL_ESTATE, activities=(
            SiteActivity("24.51", is_main=True), SiteActivity("25.99.99", "unknown"),
        ), permits=(Permit("licence", "R4", "100908", date(2028, 1, 31)),), electricity_kwh_per_year=1250.5,
    )  # fmt: skip

    firms.save_site(database, ADVISOR, site, now=NOW, new=True)

    assert [one for one in firms.sites(database, ADVISOR, "foundry") if one.site_id == "second"] == [site]


def test_saving_a_site_again_replaces_its_activities_and_permits(database: Database) -> None:
    site = firms.sites(database, ADVISOR, "foundry")[0]

    firms.save_site(
        database,
        ADVISOR,
        replace(site, activities=(SiteActivity("24.52", is_main=True),)),
        now=LATER,
        new=False,
    )

    assert [one.code for one in firms.sites(database, ADVISOR, "foundry")[0].activities] == ["24.52"]


def test_a_permit_without_its_sort_is_said_at_its_field(database: Database) -> None:
    site = firms.sites(database, ADVISOR, "foundry")[0]
    permits = (Permit("licence"), Permit("", "R4", "12"))

    with pytest.raises(InvalidRecordError) as caught:
        firms.save_site(database, ADVISOR, replace(site, permits=permits), now=LATER, new=False)

    assert sorted(caught.value.findings) == ["permit.1.kind", "permit.1.waste_code"]


def test_a_contact_is_kept_and_changed(database: Database) -> None:
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)
    firms.save_contact(database, ADVISOR, replace(CONTACT, task="Müdür"), now=LATER, new=False)

    assert firms.contacts(database, ADVISOR, "foundry") == [replace(CONTACT, task="Müdür", row_version=2)]


def test_what_a_contact_said_stands_beside_the_trail_and_not_in_it(database: Database) -> None:
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)

    action, changed, digest, values = audit_of(database, "person")[0]
    assert action == "firms.save_contact"
    assert "phone" in changed.split(";")
    assert len(digest) == 64
    assert "0232 555 01 01" in values


def test_an_erased_contact_is_gone_also_from_what_the_trail_held_but_its_digest_stays(
    database: Database,
) -> None:
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)
    firms.save_contact(database, ADVISOR, replace(CONTACT, phone="0555 111 22 33"), now=NOW, new=False)
    before = audit_of(database, "person")

    firms.erase_contact(database, MANAGER, "person", now=LATER)

    assert firms.contacts(database, ADVISOR, "foundry") == []
    after = audit_of(database, "person")
    assert [row[3] for row in after] == [None, None, None]
    assert [row[2] for row in after[:2]] == [row[2] for row in before]
    assert after[2][:2] == ("firms.erase_contact", "erased_at")
    everything = rows(database, "SELECT contact::VARCHAR FROM contact") + rows(
        database, "SELECT audit_value::VARCHAR FROM audit_value"
    )
    assert not [row for row in everything if "Zeynep" in row[0] or "0555" in row[0] or "0232" in row[0]]


def test_an_erased_contact_cannot_be_written_again(database: Database) -> None:
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)
    firms.erase_contact(database, MANAGER, "person", now=LATER)

    with pytest.raises(NotFoundError):
        firms.save_contact(database, ADVISOR, replace(CONTACT, row_version=2), now=LATER, new=False)


def test_a_retired_firm_leaves_the_lists_with_its_cards_and_stays_in_the_history(database: Database) -> None:
    firms.retire(database, MANAGER, "foundry", 1, now=LATER)

    assert set(firms.table(database, ADVISOR)["firm_id"]) == {"cement"}
    assert set(resources.table(database, ADVISOR)["resource_id"]) == {"wanted"}
    assert firms.history(database, ADVISOR, "foundry")["action"].tolist() == ["firms.retire", "firms.save"]
    with pytest.raises(NotFoundError):
        firms.retire(database, MANAGER, "foundry", 2, now=LATER)


def test_a_retired_site_leaves_the_lists_with_its_cards(database: Database) -> None:
    firms.retire_site(database, MANAGER, "foundry-site", 1, now=LATER)

    assert firms.sites(database, ADVISOR, "foundry") == []
    assert set(resources.table(database, ADVISOR)["resource_id"]) == {"wanted"}


def test_another_regions_people_find_nothing(database: Database) -> None:
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)
    boss = replace(STRANGER, role=Role.MANAGER)

    assert firms.table(database, STRANGER).empty
    for attempt in (
        lambda: firms.get(database, STRANGER, "foundry"),
        lambda: firms.sites(database, STRANGER, "foundry"),
        lambda: firms.contacts(database, STRANGER, "foundry"),
        lambda: firms.history(database, STRANGER, "foundry"),
        lambda: firms.save(database, STRANGER, Firm("foundry", "izmir", "x"), now=LATER, new=False),
        lambda: firms.save_site(database, STRANGER, Site("s", "foundry", "x"), now=LATER, new=True),
        lambda: firms.save_contact(
            database, STRANGER, replace(CONTACT, contact_id="p2"), now=LATER, new=True
        ),
        lambda: firms.retire(database, boss, "foundry", 1, now=LATER),
        lambda: firms.retire_site(database, boss, "foundry-site", 1, now=LATER),
        lambda: firms.erase_contact(database, boss, "person", now=LATER),
    ):
        with pytest.raises(NotFoundError):
            attempt()


def test_a_record_cannot_be_carried_over_from_another_regions_firm(database: Database) -> None:
    """Who names a firm of his own region as the new owner must not get hold of another region's record."""
    firms.save(database, STRANGER, Firm("own", "bursa", "Bursa Cam"), now=NOW, new=True)
    firms.save_contact(database, ADVISOR, CONTACT, now=NOW, new=True)

    for attempt in (
        lambda: firms.save(database, STRANGER, Firm("foundry", "bursa", "x"), now=LATER, new=False),
        lambda: firms.save_site(database, STRANGER, Site("foundry-site", "own", "x"), now=LATER, new=False),
        lambda: firms.save_contact(database, STRANGER, replace(CONTACT, firm_id="own"), now=LATER, new=False),
    ):
        with pytest.raises(NotFoundError):
            attempt()


def test_a_participant_sees_his_own_firm_and_those_that_agreed_to_be_named_without_tax_numbers(
    database: Database,
) -> None:
    firm = firms.get(database, ADVISOR, "foundry")
    firms.save(database, ADVISOR, replace(firm, tax_number="4540536920"), now=NOW, new=False)
    nobody = replace(PARTICIPANT, firm_id=None)

    assert firms.table(database, nobody).empty
    assert firms.table(database, PARTICIPANT)["firm_id"].tolist() == ["foundry"]
    assert firms.table(database, PARTICIPANT)["tax_number"].isna().all()

    resources.save(database, ADVISOR, sand("open", visibility=Visibility.EVERYBODY), now=NOW, new=True)

    assert firms.table(database, nobody)["firm_id"].tolist() == ["foundry"]
