"""Makes a new database: empty for a region, or with the sample region. Sample and real data never share a file."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from core import config
from core.domain.model import User
from core.domain.synergies.following import UserAccount
from core.errors import (
    NotPermittedError,
    UnknownChoiceError,
)
from core.errors.accounts import SampleAccountError
from core.services import users
from core.services.permissions import allows, permitted
from core.storage import sample
from core.storage.database import Database, new_database

REGIONS = {"izmir": ("İzmir", "İzmir")}


@permitted
def fill(database: Database, user: User, region_id: str, *, with_sample: bool, now: datetime) -> None:
    """Lay the reference tables and the region, and the sample's records if asked, into an empty database."""
    if region_id not in REGIONS:
        raise UnknownChoiceError(value=region_id)
    name_tr, name_en = REGIONS[region_id]
    with database.writing() as cursor:
        cursor.run(
            "region_insert", region_id=region_id, name_tr=name_tr, name_en=name_en, is_sample=with_sample
        )
        cursor.insert_frame("zone", _zones(region_id))
        cursor.insert_frame("district", _districts(region_id))
        cursor.insert_frame(
            "waste_code",
            _chosen("waste_codes", "code hazardous entry_type chapter subchapter name_tr name_en source"),
        )
        cursor.insert_frame("nace", _chosen("nace", "code level parent title_tr title_en revision source"))
        cursor.insert_frame("impact_factor", _impact_factors())
        if with_sample:
            sample.load(cursor, user, now, region_id)


def create(
    path: Path,
    user: User,
    region_id: str,
    *,
    with_sample: bool,
    now: datetime,
    administrator: UserAccount | None = None,
) -> None:
    """Make a database file, with the account of its first administrator if one is given.

    Raises DatabaseExistsError where there is one, UnknownChoiceError for an unknown region, FileNotWritableError,
    InvalidRecordError for an account without a name, SampleAccountError for one in a sample.
    """
    if not allows(user.role, "installing.create"):
        raise NotPermittedError()
    if administrator and with_sample:
        raise SampleAccountError()
    with new_database(path) as database:
        fill(database, user, region_id, with_sample=with_sample, now=now)
        if administrator:
            acting = replace(user, region_id=region_id)
            users.save(database, acting, administrator, now=now, new=True)


def _reference(name: str) -> pd.DataFrame:
    return pd.read_csv(config.REFERENCE / f"{name}.csv", dtype=str, encoding="utf-8")


def _chosen(name: str, columns: str) -> pd.DataFrame:
    return _reference(name)[columns.split()]


def _zones(region_id: str) -> pd.DataFrame:
    frame = _reference("zones").rename(columns={"short": "short_name"})
    columns = "zone_id name_tr name_en short_name place district lat lon coordinate_quality source"
    return frame[columns.split()].assign(region_id=region_id)


def _districts(region_id: str) -> pd.DataFrame:
    frame = _reference("districts").rename(columns={"code": "district_id"})
    return frame[["district_id", "name", "lat", "lon", "source"]].assign(region_id=region_id)


def _impact_factors() -> pd.DataFrame:
    columns = "factor_id measure subject boundary low central high unit year source band_source note"
    return _chosen("impact_factors", columns)
