"""A small region in memory: two foundry-sand firms 33 km apart and their cards, written down here in full."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

from core.domain.choices import Direction, Handling, Role
from core.domain.model import SYSTEM, Firm, Resource, Site, SiteActivity, User
from core.services import firms, installing, resources
from core.storage.database import Database, in_memory, open_database

NOW = datetime(2026, 11, 2, 9)
TODAY = date(2026, 11, 2)
ADVISOR = User("advisor", "Deniz", Role.ADVISOR)
PARTICIPANT = User("participant", "Ali", Role.PARTICIPANT, firm_id="foundry")
STRANGER = User("other", "Ece", Role.ADVISOR, region_id="bursa")


@pytest.fixture
def empty() -> Database:
    """A region without firms."""
    database = in_memory()
    installing.fill(database, SYSTEM, "izmir", with_sample=False, now=NOW)
    return database


@pytest.fixture
def database(empty: Database) -> Database:
    """A foundry that landfills 120 t of sand a year and a cement plant that buys some, 0.2 degrees north."""
    add_firm(empty, "foundry", 38.40, "2451")
    add_firm(empty, "cement", 38.60, "2351")
    add_card = partial(resources.save, empty, ADVISOR, now=NOW, new=True)
    add_card(sand("sand", quantity=10.0, unit="t", period="month"))
    add_card(sand("unweighed", name="Atık döküm kumu, miktarı bilinmiyor"))
    add_card(Resource("wanted", "cement-site", Direction.WANT, "silis kumu", handling=Handling.BOUGHT))
    return empty


def add_firm(database: Database, firm_id: str, lat: float, nace: str) -> None:
    firms.save(database, ADVISOR, Firm(firm_id, "izmir", firm_id.capitalize()), now=NOW, new=True)
    site = Site(
        f"{firm_id}-site",
        firm_id,
        "Merkez",
        district="Bornova",
        lat=lat,
        lon=27.2,
        activities=(SiteActivity(nace, is_main=True),),
    )
    firms.save_site(database, ADVISOR, site, now=NOW, new=True)


def sand(resource_id: str, name: str = "Atık döküm kumu", **more: object) -> Resource:
    return Resource(
        resource_id,
        "foundry-site",
        Direction.HAVE,
        name,
        waste_codes=("100908",),
        handling=Handling.LANDFILL,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def laid_copy(laid_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The sample region with the examples, in a file of one test."""
    path = tmp_path / "laid.duckdb"
    shutil.copy(laid_file, path)
    opened = open_database(path)
    yield opened
    opened.close()
