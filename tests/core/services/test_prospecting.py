"""Firms by activity and shared use: what each reader gets of them, and what follows for none from what is hidden."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import pytest

from core.domain.choices import Direction, Kind, Role, Visibility
from core.domain.matching.prospects import Sites
from core.domain.model import Firm, Resource, Site, SiteActivity, Synergy, User
from core.domain.synergies.following import Party, PartyRole
from core.errors import NotFoundError
from core.services import chaining, firms, following, prospecting, resources, sharing, suggesting, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER

TODAY = date(2026, 11, 22)
for_card = partial(prospecting.for_card, today=TODAY)
for_region = partial(prospecting.for_region, today=TODAY)
GUEST = User("guest", "Ece", Role.PARTICIPANT, firm_id="boiler")
FIRMS = {  # name, NACE, district, latitude
    "boiler": ("Kazanlı Enerji A.Ş.", "35.11", "Torbalı", 38.10),
    "named": ("Klinkerya Çimento A.Ş.", "23.51", "Bornova", 38.40),
    "hidden1": ("Sarnıçtepe Çimento A.Ş.", "23.51", "Menemen", 38.41),
    "hidden2": ("Gökbel Çimento A.Ş.", "23.51", "Menemen", 38.42),
    "hidden3": ("Karaburç Çimento A.Ş.", "23.51", "Menemen", 38.43),
    "lonely": ("Topraksu Yol Yapı A.Ş.", "42.11", "Aliağa", 38.80),
}


@pytest.fixture
def database(empty: Database) -> Database:
    """A boiler with ash, a cement plant that names itself by a card, three that do not, one lonely road builder."""
    for firm_id, (name, code, district, lat) in FIRMS.items():
        firms.save(empty, ADVISOR, Firm(firm_id, "izmir", name), now=NOW, new=True)
        activities = (SiteActivity(code, is_main=True),)
        site = Site(
            f"{firm_id}-site", firm_id, "Merkez", district=district, lat=lat, lon=27.2, activities=activities
        )
        firms.save_site(empty, ADVISOR, site, now=NOW, new=True)
    save = partial(resources.save, empty, ADVISOR, now=NOW, new=True)
    ash = "kazan altı külü"
    save(Resource("ash", "boiler-site", Direction.HAVE, ash, visibility=Visibility.ANONYMOUS))
    save(Resource("draft", "boiler-site", Direction.HAVE, ash, is_draft=True))
    everybody = Visibility.EVERYBODY
    save(Resource("pallets", "named-site", Direction.HAVE, "ahşap palet", visibility=everybody))
    save(Resource("more", "hidden1-site", Direction.HAVE, "ahşap palet", visibility=Visibility.ANONYMOUS))
    return empty


@pytest.fixture
def sites(database: Database) -> Sites:
    return prospecting.sites(database, ADVISOR)


def named(found: prospecting.Prospects) -> list[str]:
    return sorted(found.firms["site_firm_id"])


def everything(*frames: pd.DataFrame) -> str:
    return " ".join(str(cell) for frame in frames for column in frame for cell in frame[column])


def test_an_advisor_sees_every_firm_whose_activity_fits(database: Database, sites: Sites) -> None:
    found = for_card(database, ADVISOR, sites, "ash", top=9)

    assert named(found) == ["hidden1", "hidden2", "hidden3", "lonely", "named"]
    assert found.crowds.empty
    assert set(found.firms["direction"]) == {"have"}


def test_a_draft_finds_firms_too(database: Database, sites: Sites) -> None:
    assert len(for_card(database, ADVISOR, sites, "draft", top=2).firms) == 2


def test_the_firm_in_the_room_sees_named_firms_and_of_others_only_a_crowd(
    database: Database, sites: Sites
) -> None:
    found = for_card(database, ADVISOR, sites, "ash", as_guest=True, guest_of="boiler")

    assert named(found) == ["named"]
    assert found.crowds.to_dict("records") == [
        {"card_id": "ash", "sector": "minerals", "districts": ("Menemen",)}
    ]
    assert not any(FIRMS[one][0] in everything(found.firms, found.crowds) for one in FIRMS if one[0] in "hl")


def test_a_participant_gets_the_same_as_the_guest(database: Database, sites: Sites) -> None:
    found = for_region(database, GUEST, sites)

    assert named(found) == ["named"]
    assert list(found.crowds["sector"]) == ["minerals"]


def test_for_strangers_a_hidden_firms_card_gets_no_prospects(database: Database, sites: Sites) -> None:
    other = User("other", "Ali", Role.PARTICIPANT, firm_id="named")

    found = for_region(database, other, sites)

    assert "ash" not in set(found.firms["card_id"]) | set(found.crowds["card_id"])
    with pytest.raises(NotFoundError):
        for_card(database, STRANGER, sites, "ash")


def test_a_hidden_want_does_not_take_a_firm_off_others_lists(database: Database, sites: Sites) -> None:
    want = Resource("w", "named-site", Direction.WANT, "kül", visibility=Visibility.ADVISORS)
    resources.save(database, ADVISOR, want, now=NOW, new=True)

    guest = for_card(database, ADVISOR, sites, "ash", as_guest=True, guest_of="boiler")

    assert named(guest) == ["named"]
    assert "named" not in named(for_card(database, ADVISOR, sites, "ash", top=9))


def test_heat_tells_no_crowd_for_it_would_tell_where_they_are(database: Database) -> None:
    steam = Resource("steam", "boiler-site", Direction.HAVE, "buhar", kind=Kind.ENERGY)
    resources.save(database, ADVISOR, steam, now=NOW, new=True)
    for number in range(3):
        firm = Firm(f"near{number}", "izmir", f"Süt {number}")
        firms.save(database, ADVISOR, firm, now=NOW, new=True)
        site = Site(f"n{number}", firm.firm_id, "Merkez", district="Torbalı", lat=38.1, lon=27.2,
                    activities=(SiteActivity("10.51", is_main=True),))  # fmt: skip
        firms.save_site(database, ADVISOR, site, now=NOW, new=True)
    sites = prospecting.sites(database, ADVISOR)

    assert named(for_card(database, ADVISOR, sites, "steam")) == ["near0", "near1", "near2"]
    guest = for_card(database, ADVISOR, sites, "steam", as_guest=True, guest_of="boiler")
    assert guest.firms.empty
    assert guest.crowds.empty


def test_shared_use_is_for_named_neighbours_only_but_for_staff(database: Database) -> None:
    staff = sharing.for_region(database, ADVISOR)

    assert staff[["one_id", "other_id", "form"]].values.tolist() == [["more", "pallets", "collection"]]
    assert sharing.for_region(database, GUEST).empty
    assert sharing.for_region(database, User("own", "Can", Role.PARTICIPANT, firm_id="hidden1")).shape[0] == 1


def test_chains_hold_only_what_is_named_to_the_reader(database: Database) -> None:
    """Tyres of the boiler, which hides its firm, a crusher and a mat maker that both say who they are."""
    for firm_id, code, activity in (
        ("crusher", "38.32", "ÖTL kırma, kauçuk granül"),
        ("mats", "22.19", "kauçuk paspas"),
    ):
        firms.save(database, ADVISOR, Firm(firm_id, "izmir", firm_id.title()), now=NOW, new=True)
        site = Site(f"{firm_id}-site", firm_id, "Merkez", district="Torbalı", lat=38.1, lon=27.2, activity=activity,
                    activities=(SiteActivity(code, is_main=True),))  # fmt: skip
        firms.save_site(database, ADVISOR, site, now=NOW, new=True)
    save = partial(resources.save, database, ADVISOR, now=NOW, new=True)
    tyres = Resource("tyres", "boiler-site", Direction.HAVE, "ömrünü tamamlamış lastik")
    save(replace(tyres, visibility=Visibility.ANONYMOUS))
    save(Resource("crumb", "mats-site", Direction.WANT, "kauçuk granül", visibility=Visibility.EVERYBODY))
    save(Resource("wire", "crusher-site", Direction.HAVE, "çelik teli", visibility=Visibility.EVERYBODY))
    index, sites = suggesting.index(database, ADVISOR), prospecting.sites(database, ADVISOR)

    def seen(user: User) -> pd.DataFrame:
        return chaining.for_region(database, user, index, sites, today=TODAY)

    staff = seen(ADVISOR)
    assert staff[["have_id", "site_id", "want_id"]].values.tolist() == [["tyres", "crusher-site", "crumb"]]
    assert staff["warned"].iloc[0].cautions
    assert len(seen(GUEST)) == 1  # the boiler's own card
    assert seen(User("other", "Ali", Role.PARTICIPANT, firm_id="named")).empty


def test_a_chain_becomes_a_synergy_with_the_processor_as_a_party(database: Database) -> None:
    synergy = Synergy(
        "s", "izmir", "Kül, çimento, beton", "boiler", "named", have_id="ash", kind=Kind.MATERIAL
    )
    party = Party("p", "", "hidden1", PartyRole.PROCESSOR)

    synergies.record(database, ADVISOR, synergy, now=NOW, parties=[party])

    kept = following.parties(database, ADVISOR, "s")
    assert kept[["firm_id", "role"]].values.tolist() == [["hidden1", "processor"]]
