"""A zone's page and all zones beside each other, for staff and for guests."""

from dataclasses import replace

import pytest

from core.domain.choices import Role
from core.domain.model import Site, Synergy, User
from core.domain.programme.indicators import CountedAs
from core.domain.programme.zones import ZoneTarget
from core.errors import NotFoundError, NotPermittedError
from core.services import firms, synergies, zones
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, add_firm

MANAGER = User("manager", "Ada", Role.MANAGER)


@pytest.fixture
def zoned(database: Database) -> Database:
    """The foundry in İAOSB, the cement plant outside zones; 120 t of sand a year goes from one to the other."""
    site = firms.sites(database, ADVISOR, "foundry")[0]
    firms.save_site(database, ADVISOR, replace(site, zone_id="iaosb"), now=NOW, new=False)
    sand = Synergy("s", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
    synergies.record(database, ADVISOR, sand, now=NOW)
    return database


def test_staff_see_all_of_a_zone(zoned: Database) -> None:
    page = zones.page(zoned, ADVISOR, "iaosb")

    assert (page.firm_count, page.firms["firm_id"].tolist()) == (1, ["foundry"])
    assert page.flows[["direction", "cards", "t"]].to_dict("records") == [
        {"direction": "have", "cards": 2, "t": 120.0}
    ]
    assert page.stages.to_dict("records") == [{"stage": "idea", "inside": 0, "gives": 1, "takes": 0}]
    assert page.synergies.to_dict("records") == [
        {"synergy_id": "s", "stage": "idea", "relation": "gives", "other_zone_id": None}
    ]
    assert (page.counts[CountedAs.FIRMS], page.counts[CountedAs.POTENTIAL_SYNERGIES]) == (1, 1)


def test_a_guest_learns_nothing_of_a_zone_with_one_firm(zoned: Database) -> None:
    stranger = replace(PARTICIPANT, firm_id="cement")
    page = zones.page(zoned, stranger, "iaosb")

    assert page.firm_count in (None, len(page.firms))
    assert page.flows[["cards", "firms", "t"]].isna().all().all()
    assert page.stages["gives"].isna().all()
    assert (page.synergy_ids, page.counts, page.targets) == (frozenset(), {}, ())
    row = zones.comparison(zoned, stranger).set_index("zone_id").loc["iaosb"]
    assert row[["firms", "haves", "across"]].isna().all()


def test_zones_stand_side_by_side_most_firms_first(zoned: Database) -> None:
    add_firm(zoned, "glass", 38.5, "2311")
    glass = firms.sites(zoned, ADVISOR, "glass")[0]
    firms.save_site(zoned, ADVISOR, replace(glass, zone_id="kosbi"), now=NOW, new=False)
    second = Site("glass-2", "glass", "Depo", zone_id="kosbi", district="Kemalpaşa")
    firms.save_site(zoned, ADVISOR, second, now=NOW, new=True)

    found = zones.comparison(zoned, ADVISOR).set_index("zone_id")

    assert (found.loc["kosbi", "firms"], found.loc["iaosb", "firms"]) == (1, 1)
    assert (found.loc["iaosb", "haves"], found.loc["iaosb", "across"]) == (2, 1)
    assert set(found.index[:2]) == {"iaosb", "kosbi"}


def test_managers_set_a_zones_targets(zoned: Database) -> None:
    target = ZoneTarget("z", "iaosb", CountedAs.SAMPLES, 4.0)

    with pytest.raises(NotPermittedError):
        zones.save_target(zoned, ADVISOR, target, now=NOW, new=True)
    zones.save_target(zoned, MANAGER, target, now=NOW, new=True)
    zones.save_target(zoned, MANAGER, replace(target, target=5.0), now=NOW, new=False)

    assert [one.target for one in zones.page(zoned, ADVISOR, "iaosb").targets] == [5.0]
    zones.retire_target(zoned, MANAGER, "z", 2, now=NOW)
    assert zones.page(zoned, ADVISOR, "iaosb").targets == ()


def test_a_zone_that_is_not_of_the_region_is_not_found(zoned: Database) -> None:
    with pytest.raises(NotFoundError):
        zones.page(zoned, ADVISOR, "nowhere")
