"""The reference tables of data/reference as typed rows, each read once and shared.

Everything here is the same for all users and regions and never changes while the program runs; what users may
edit (impact factors, say) is copied into the database and read from there. Columns, sources and standing of
each table: data/reference/README.md.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from core.config import REFERENCE
from core.domain.datafiles import listed, rows_of
from core.domain.reference_rows import (
    District,
    ImpactFactor,
    MaterialGroup,
    NaceCode,
    Operation,
    SectorGroup,
    Unit,
    WasteCode,
    WasteHeading,
    Zone,
)

__all__ = [
    "District",
    "ImpactFactor",
    "MaterialGroup",
    "NaceCode",
    "Operation",
    "SectorGroup",
    "Unit",
    "WasteCode",
    "WasteHeading",
    "Zone",
    "districts",
    "emoji_names",
    "impact_factors",
    "material_groups",
    "nace_codes",
    "nace_waste_weights",
    "operations",
    "outlines",
    "sector_groups",
    "unit_sign",
    "units",
    "waste_code_words",
    "waste_codes",
    "waste_headings",
    "zones",
]


def _fields(row: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: row[name] for name in names}


@cache
def waste_codes() -> Mapping[str, WasteCode]:
    """Return the 842 waste codes by six-digit code, in the order of the list."""
    texts = ("code", "entry_type", "chapter", "subchapter", "name_tr", "name_en", "note")
    return MappingProxyType(
        {
            row["code"]: WasteCode(hazardous=row["hazardous"] == "1", **_fields(row, texts))
            for row in rows_of("waste_codes.csv", REFERENCE)
        }
    )


@cache
def waste_headings() -> Mapping[str, WasteHeading]:
    """Return the 131 chapters and sub-chapters by code."""
    texts = ("code", "parent", "name_tr", "name_en")
    return MappingProxyType(
        {
            row["code"]: WasteHeading(level=int(row["level"]), **_fields(row, texts))
            for row in rows_of("waste_code_headings.csv", REFERENCE)
        }
    )


@cache
def operations() -> Mapping[str, Operation]:
    """Return the 28 recovery and disposal operations by code."""
    texts = ("code", "type", "name_tr", "name_en")
    return MappingProxyType(
        {
            row["code"]: Operation(**_fields(row, texts))
            for row in rows_of("recovery_operations.csv", REFERENCE)
        }
    )


@cache
def nace_codes() -> Mapping[str, NaceCode]:
    """Return sections, divisions, groups, classes and national six-digit codes by dotted code."""
    texts = ("code", "parent", "title_tr", "title_en", "revision")
    return MappingProxyType(
        {
            row["code"]: NaceCode(level=int(row["level"]), **_fields(row, texts))
            for row in rows_of("nace.csv", REFERENCE)
        }
    )


@cache
def nace_waste_weights() -> Mapping[str, Mapping[str, float]]:
    """Return, for a NACE prefix, how likely (0–1) waste-code prefixes are: {"10.5": {"0205": 1.0}}."""
    table: dict[str, dict[str, float]] = {}
    for row in rows_of("nace_waste_chapters.csv", REFERENCE):
        table.setdefault(row["nace"], {})[row["waste_prefix"]] = float(row["weight"])
    return MappingProxyType({nace: MappingProxyType(weights) for nace, weights in table.items()})


@cache
def waste_code_words() -> Mapping[str, tuple[str, ...]]:
    """Return the everyday words, Turkish and English, for the codes that plants fill most, by code."""
    return MappingProxyType(
        {row["code"]: listed(row["words"]) for row in rows_of("waste_code_words.csv", REFERENCE)}
    )


@cache
def districts() -> Mapping[str, District]:
    """Return İzmir's 30 districts by name."""
    texts = ("code", "name", "province", "postal_code")
    return MappingProxyType(
        {
            row["name"]: District(
                population=int(row["population"]),
                area_km2=float(row["area_km2"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                **_fields(row, texts),
            )
            for row in rows_of("districts.csv", REFERENCE)
        }
    )


@cache
def zones() -> Mapping[str, Zone]:
    """Return İzmir's 15 organised industrial zones and free zones by id."""
    texts = (
        "zone_id",
        "name_tr",
        "name_en",
        "short",
        "place",
        "district",
        "neighbourhood",
        "coordinate_quality",
    )
    return MappingProxyType(
        {
            row["zone_id"]: Zone(lat=float(row["lat"]), lon=float(row["lon"]), **_fields(row, texts))
            for row in rows_of("zones.csv", REFERENCE)
        }
    )


@cache
def units() -> Mapping[str, Unit]:
    """Return units and periods by code (a unit "h" and a period "hour" are two rows)."""
    texts = ("code", "dimension", "name_tr", "name_en", "symbol_tr", "symbol_en", "base", "note", "source")
    return MappingProxyType(
        {
            row["code"]: Unit(
                to_base=float(row["to_base"]) if row["to_base"] else None,
                aliases=listed(row["aliases"]),
                year=int(row["year"]),
                **_fields(row, texts),
            )
            for row in rows_of("units.csv", REFERENCE)
        }
    )


def unit_sign(code: str | None, language: str) -> str:
    """Return the sign of a unit in "tr" or "en"; the code itself where it is none of ours, "" for none.

    >>> unit_sign("m3", "tr"), unit_sign("fathom", "en"), unit_sign(None, "en")
    ('m³', 'fathom', '')
    """
    found = units().get(code or "")
    return found.symbol(language) if found else code or ""


@cache
def impact_factors() -> Mapping[str, ImpactFactor]:
    """Return the greenhouse gas factors by id, such as "landfill.food" or "road.all_hgv"."""
    texts = ("factor_id", "measure", "subject", "boundary", "name_tr", "name_en", "unit", "region_standing")
    more = ("source", "source_id", "grade", "band_source", "note")
    return MappingProxyType(
        {
            row["factor_id"]: ImpactFactor(
                low=float(row["low"]),
                central=float(row["central"]),
                high=float(row["high"]),
                year=int(row["year"]),
                **_fields(row, texts + more),
            )
            for row in rows_of("impact_factors.csv", REFERENCE)
        }
    )


def factor_name(factor_id: str, language: str) -> str:
    """Return the name of a factor for reading; one that is not in the table is called by its id."""
    known = impact_factors().get(factor_id)
    return known.name(language) if known else factor_id


@cache
def material_groups() -> Mapping[str, MaterialGroup]:
    """Return the material groups by id; telling ones (polypropylene) stand before wide ones (plastics)."""
    factors = ("landfill_factor", "primary_factor", "closed_loop_factor")
    return MappingProxyType(
        {
            row["group_id"]: MaterialGroup(
                waste_code_prefixes=listed(row["waste_code_prefixes"]),
                words=listed(row["words"]),
                **_fields(row, ("group_id", "name_tr", "name_en", "kind", "note")),
                **{name: row[name] or None for name in factors},  # type: ignore[arg-type]
            )
            for row in rows_of("material_groups.csv", REFERENCE)
        }
    )


@cache
def sector_groups() -> Mapping[str, SectorGroup]:
    """Return the display groups by id; together they hold each of the 88 divisions once."""
    divisions: dict[str, list[dict[str, str]]] = {}
    for row in rows_of("sector_groups.csv", REFERENCE):
        divisions.setdefault(row["group_id"], []).append(row)
    return MappingProxyType(
        {
            group_id: SectorGroup(
                group_id, rows[0]["name_tr"], rows[0]["name_en"], tuple(row["division"] for row in rows)
            )
            for group_id, rows in divisions.items()
        }
    )


@cache
def emoji_names() -> Mapping[str, tuple[str, str]]:
    """Return the Turkish and the English name of each emoji, without variation marks and skin tones."""
    return MappingProxyType(
        {row["sign"]: (row["name_tr"], row["name_en"]) for row in rows_of("emoji_names.csv", REFERENCE)}
    )


@cache
def outlines(name: str) -> dict[str, Any]:
    """Return a GeoJSON FeatureCollection: "districts" (İzmir), "provinces" (Türkiye), "land" (Aegean), "countries"."""
    with (REFERENCE / f"{name}.geojson").open(encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found
