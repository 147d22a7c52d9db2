"""Resource cards: kept with what they amount to, changed by two people, masked, retired, and their photo."""

import io
from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from PIL import Image

from core.domain.choices import (
    Direction,
    Handling,
    Kind,
    PhysicalForm,
    Recurrence,
    Role,
    Source,
    Transporter,
    Visibility,
)
from core.domain.model import Firm, Resource, Site, User
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError, UnreadablePhotoError
from core.services import firms, resources
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, add_firm, sand

LATER = datetime(2026, 11, 3, 9)
MANAGER = User("manager", "Ayşe", Role.MANAGER)
NOBODY = replace(PARTICIPANT, firm_id=None)
FULL = Resource(
    "full",
    "foundry-site",
    Direction.HAVE,
    "Atık döküm kumu",
    Kind.MATERIAL,
    description="Reçineli",
    external_id="K-1",
    quantity_typed="10 m3/ay",
    quantity=10.0,
    unit="m3",
    period="month",
    density_t_per_m3=1.5,
    recurrence=Recurrence.RECURRING,
    interval="ayda bir",
    months=(1, 2, 3),
    available_from=date(2026, 1, 1),
    available_until=date(2027, 1, 1),
    condition="temiz",
    composition="%95 SiO2",
    physical_form=PhysicalForm.SOLID,
    hazardous=False,
    waste_codes=("100908", "101008"),
    handling=Handling.LANDFILL,
    price_per_unit=-850.5,
    price_unit="t",
    price_date=date(2026, 5, 1),
    price_vat_included=False,
    transporter=Transporter.EITHER,
    visibility=Visibility.ANONYMOUS,
    source=Source.REGISTER,
    source_id="v1",
)


def picture(side: int = 2000, form: str = "PNG") -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (side, side // 2), "green").save(out, form, exif=exif)
    return out.getvalue()


def card(database: Database, resource_id: str, reader: User = ADVISOR) -> dict[str, object]:
    table = resources.table(database, reader)
    return {str(name): value for name, value in table.set_index("resource_id").loc[resource_id].items()}


def test_a_card_is_kept_with_all_its_fields(database: Database) -> None:
    resources.save(database, ADVISOR, FULL, now=NOW, new=True)

    assert resources.get(database, ADVISOR, "full") == FULL


def test_what_a_card_amounts_to_a_year_stands_beside_what_was_typed(database: Database) -> None:
    """10 m³ a month in three months of the year: 30 m³, of 1.5 t each."""
    resources.save(database, ADVISOR, FULL, now=NOW, new=True)

    kept = card(database, "full")
    assert (kept["quantity_typed"], kept["yearly_amount"], kept["yearly_unit"]) == ("10 m3/ay", 45.0, "t")


def test_a_quantity_that_cannot_be_converted_is_unknown_and_not_zero(database: Database) -> None:
    assert pd.isna(card(database, "unweighed")["yearly_amount"])


def test_the_second_of_two_people_learns_the_newer_values_of_a_card(database: Database) -> None:
    seen_by_both = resources.get(database, ADVISOR, "sand")
    resources.save(database, ADVISOR, replace(seen_by_both, name="Silis kumu"), now=NOW, new=False)

    with pytest.raises(ChangedByOthersError) as caught:
        resources.save(database, MANAGER, replace(seen_by_both, name="Kum"), now=LATER, new=False)

    assert (caught.value.newer["name"], caught.value.newer["row_version"]) == ("Silis kumu", 2)


def test_a_card_without_a_name_and_with_wrong_values_names_every_field(database: Database) -> None:
    wrong = replace(
        FULL,
        name=" ",
        density_t_per_m3=80.0,
        waste_codes=("1009",),
        months=(13,),
        available_until=date(2025, 1, 1),
    )

    with pytest.raises(InvalidRecordError) as caught:
        resources.save(database, ADVISOR, wrong, now=NOW, new=True)

    assert set(caught.value.findings) == {
        "name",
        "density_t_per_m3",
        "waste_codes",
        "months",
        "available_until",
    }


def test_a_change_is_in_the_history_by_field(database: Database) -> None:
    resources.save(database, ADVISOR, replace(sand("sand"), handling=Handling.SOLD), now=LATER, new=False)

    trail = resources.history(database, ADVISOR, "sand")
    assert trail["action"].tolist() == ["resources.save", "resources.save"]
    assert set(trail["changed_fields"][0].split(";")) >= {"handling", "quantity"}
    assert "name" not in trail["changed_fields"][0].split(";")


def test_a_retired_card_leaves_the_list_and_cannot_be_changed(database: Database) -> None:
    resources.retire(database, ADVISOR, "sand", 1, now=LATER)

    assert "sand" not in set(resources.table(database, ADVISOR)["resource_id"])
    with pytest.raises(NotFoundError):
        resources.save(database, ADVISOR, replace(sand("sand"), row_version=2), now=LATER, new=False)


def test_who_retires_an_older_version_learns_that_it_changed(database: Database) -> None:
    resources.save(database, ADVISOR, sand("sand", "Kum"), now=NOW, new=False)

    with pytest.raises(ChangedByOthersError):
        resources.retire(database, ADVISOR, "sand", 1, now=LATER)


def test_another_regions_people_find_no_card(database: Database) -> None:
    assert resources.table(database, STRANGER).empty
    for attempt in (
        lambda: resources.get(database, STRANGER, "sand"),
        lambda: resources.history(database, STRANGER, "sand"),
        lambda: resources.save(database, STRANGER, sand("sand"), now=LATER, new=False),
        lambda: resources.save(database, STRANGER, sand("another"), now=LATER, new=True),
        lambda: resources.retire(database, STRANGER, "sand", 1, now=LATER),
        lambda: resources.save_photo(database, STRANGER, "sand", picture(10), now=LATER),
    ):
        with pytest.raises(NotFoundError):
            attempt()


def test_a_card_cannot_be_carried_over_from_another_region(database: Database) -> None:
    firms.save(database, STRANGER, Firm("own", "bursa", "Bursa Cam"), now=NOW, new=True)
    firms.save_site(database, STRANGER, Site("own-site", "own", "Merkez"), now=NOW, new=True)

    with pytest.raises(NotFoundError):
        resources.save(database, STRANGER, replace(sand("sand"), site_id="own-site"), now=LATER, new=False)


def test_a_participant_sees_anonymous_cards_without_the_firm_and_none_for_advisors(
    database: Database,
) -> None:
    resources.save(database, ADVISOR, sand("secret", visibility=Visibility.ADVISORS), now=NOW, new=True)
    resources.save(database, ADVISOR, sand("draft", is_draft=True), now=NOW, new=True)

    assert set(resources.table(database, NOBODY)["resource_id"]) == {"sand", "unweighed", "wanted"}
    hidden = card(database, "sand", NOBODY)
    assert (hidden["firm_name"], hidden["firm_id"], hidden["lat"], hidden["district"]) == (
        None,
        None,
        None,
        None,
    )
    assert hidden["is_named"] is False or not hidden["is_named"]


def test_a_participant_sees_the_cards_of_his_own_firm_whole(database: Database) -> None:
    resources.save(database, ADVISOR, sand("secret", visibility=Visibility.ADVISORS), now=NOW, new=True)

    assert card(database, "secret", PARTICIPANT)["firm_name"] == "Foundry"


def test_a_district_is_said_where_three_firms_share_sector_and_district(database: Database) -> None:
    for name in ("second", "third"):
        add_firm(database, name, 38.41, "2452")

    assert card(database, "sand", NOBODY)["district"] == "Bornova"
    assert card(database, "wanted", NOBODY)["district"] is None


def test_a_photo_is_made_small_and_loses_what_it_told_of_its_place(database: Database) -> None:
    resources.save_photo(database, ADVISOR, "sand", picture(), now=NOW)

    photo = resources.photo(database, ADVISOR, "sand")
    assert photo is not None
    assert (photo.width, photo.height) == (1280, 640)
    assert photo.content[:3] == b"\xff\xd8\xff"
    assert b"secret" not in photo.content
    assert resources.history(database, ADVISOR, "sand")["changed_fields"][0] == "photo"


def test_what_is_no_picture_is_refused_and_the_old_photo_stays(database: Database) -> None:
    resources.save_photo(database, ADVISOR, "sand", picture(100), now=NOW)

    with pytest.raises(UnreadablePhotoError):
        resources.save_photo(database, ADVISOR, "sand", b"<svg onload=alert(1)>", now=LATER)

    photo = resources.photo(database, ADVISOR, "sand")
    assert photo is not None
    assert photo.width == 100


def test_a_photo_of_a_firm_that_is_not_named_is_not_shown_to_a_participant_or_a_guest(
    database: Database,
) -> None:
    resources.save_photo(database, ADVISOR, "sand", picture(100), now=NOW)

    assert resources.photo(database, NOBODY, "sand") is None
    assert resources.photo(database, ADVISOR, "sand", as_guest=True, guest_of="cement") is None
    assert resources.photo(database, PARTICIPANT, "sand") is not None


def test_a_card_without_a_photo_has_none(database: Database) -> None:
    assert resources.photo(database, ADVISOR, "sand") is None
