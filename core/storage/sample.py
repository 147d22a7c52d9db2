"""Lays the sample region of data/sample into a database. Its firms are invented and marked as samples."""

from datetime import date, datetime
from typing import Any

import pandas as pd

from core import config
from core.domain import amounts, quantity
from core.domain.choices import (
    Direction,
    Gender,
    Handling,
    Kind,
    PhysicalForm,
    Place,
    Recurrence,
    SizeClass,
    Source,
    Transporter,
    Visibility,
)
from core.domain.datafiles import day
from core.domain.model import Contact, Firm, Permit, Resource, Site, SiteActivity, User
from core.storage import (
    records,
    sample_following,
    sample_good_practice,
    sample_governance,
    sample_impact,
    sample_people,
    sample_programme,
    sites,
)
from core.storage.database import Cursor

_ACTION = "installing.fill"


def load(cursor: Cursor, user: User, now: datetime, region_id: str) -> None:
    """Insert the sample's firms, sites, contacts and cards; ids are those of the files."""
    zones = {row["name_tr"]: row["zone_id"] for row in cursor.rows("zone_table", region_id=region_id)}
    for row in read("firms"):
        records.insert(cursor, user, now, _ACTION, _firm(row, region_id))
    for row in read("sites"):
        site = _site(row, zones)
        records.insert(cursor, user, now, _ACTION, site)
        sites.keep_parts(cursor, site)
    for row in read("contacts"):
        records.insert(cursor, user, now, _ACTION, _contact(row))
    for direction, name in ((Direction.HAVE, "haves"), (Direction.WANT, "wants")):
        for row in read(name):
            card = _resource(row, direction)
            records.insert(
                cursor, user, _time(row["entered_on"]) or now, _ACTION, card, **amounts.yearly(card)
            )
    sample_programme.load(cursor, user, now, region_id, read)
    sample_following.load(cursor, read)
    sample_governance.load(cursor, now, region_id, read)
    sample_impact.load(cursor, user, region_id, read)
    sample_people.load(cursor, user, now, region_id, read)
    sample_good_practice.load(cursor, user, region_id, read)
    for row in read("settings"):
        values = {"value": float(row["value"]), "as_of": date.fromisoformat(row["as_of"]), "updated_at": now}
        cursor.run("setting_insert", **row | values, region_id=region_id, set_by=user.name)


def read(name: str) -> list[dict[str, Any]]:
    """Return the rows of a file of the sample, cells stripped, empty ones None."""
    frame = pd.read_csv(config.SAMPLE / f"{name}.csv", dtype=str, encoding="utf-8", keep_default_na=False)
    return [
        {str(column): value.strip() or None for column, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _firm(row: dict[str, Any], region_id: str) -> Firm:
    return Firm(
        firm_id=row["firm_id"],
        region_id=region_id,
        name=row["name"],
        tax_number=row["tax_number"],
        size_class=SizeClass(row["size_class"]) if row["size_class"] else None,
        external_id=row["external_id"],
        about=row["about_tr"],
        is_sample=True,
    )


def _site(row: dict[str, Any], zones: dict[str, str]) -> Site:
    codes = [code for code in (row["nace"] or "").split(";") if code]
    return Site(
        site_id=row["site_id"],
        firm_id=row["firm_id"],
        name=row["name"],
        place=Place(row["place"]),
        zone_id=zones[row["zone"]] if row["zone"] else None,
        district=row["district"],
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        coordinate_quality=row["coordinate_quality"],
        activity=row["activity"],
        activities=tuple(SiteActivity(code.strip(), is_main=i == 0) for i, code in enumerate(codes)),
        permits=tuple(_permit(said) for said in (row["permits"] or "").split(";") if said),
        electricity_kwh_per_year=_number(row["electricity_kwh_per_year"]),
        gas_sm3_per_year=_number(row["gas_sm3_per_year"]),
        water_m3_per_year=_number(row["water_m3_per_year"]),
        output_quantity=_number(row["output_quantity"]),
        output_unit=row["output_unit"],
        output_product=row["output_product"],
    )


def _permit(said: str) -> Permit:
    kind, operation, code, until = (part.strip() or None for part in said.split("|"))
    return Permit(kind or "", operation, code, date.fromisoformat(until) if until else None)


def _contact(row: dict[str, Any]) -> Contact:
    return Contact(
        contact_id=row["contact_id"],
        firm_id=row["firm_id"],
        site_id=row["site_id"],
        name=row["name"],
        task=row["task"],
        phone=row["phone"],
        email=row["email"],
        gender=Gender(row["gender"]),
        informed_on=day(row["informed_on"]),
    )


def _resource(row: dict[str, Any], direction: Direction) -> Resource:
    """The sample's cards stand in the columns of the dataclass, choices by their value."""
    choices: dict[str, Any] = {
        "kind": Kind,
        "recurrence": Recurrence,
        "physical_form": PhysicalForm,
        "handling": Handling,
        "transporter": Transporter,
        "visibility": Visibility,
        "source": Source,
    }
    values: dict[str, Any] = {
        name: value for name, value in row.items() if value is not None and name != "entered_on"
    }
    for name, choice in choices.items():
        if name in values:
            values[name] = choice(values[name])
    for name in ("density_t_per_m3", "price_per_unit"):
        if name in values:
            values[name] = float(values[name])
    for name in ("available_from", "available_until", "price_date"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    for name in ("hazardous", "price_vat_included", "is_draft"):
        if name in values:
            values[name] = values[name] == "yes"
    values["months"] = tuple(int(month) for month in values.get("months", "").split(";") if month)
    if "quantity_typed" in values:
        read = _quantity(values["quantity_typed"]).within(values["months"])
        values |= {"quantity": read.amount, "unit": read.unit, "period": read.period}
    values["waste_codes"] = tuple(code for code in values.get("waste_codes", "").split(";") if code)
    return Resource(direction=direction, **values)


def _quantity(typed: str) -> quantity.Quantity:
    """Read a quantity; "1.200 t" means thousands here, since the sample's advisors write Turkish."""
    found = quantity.parse_quantity(typed)
    return quantity.parse_quantity(typed, "tr") if found.ambiguous and "," not in typed else found


def _number(value: str | None) -> float | None:
    return float(value) if value else None


def _time(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
