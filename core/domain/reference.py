"""The reference tables of data/reference as typed rows, each read once and shared.

Everything here is the same for all users and regions and never changes while the program runs; what users may edit
(impact factors, units) is loaded from here into the database at `init` and read from there afterwards. Columns, sources
and standing of each table: data/reference/README.md.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from core.config import REFERENCE


@dataclass(frozen=True, slots=True)
class WasteCode:
    """An entry of the European List of Waste; `entry_type` is AH, AN (absolute) or MH, MN (mirror)."""

    code: str
    hazardous: bool
    entry_type: str
    chapter: str
    subchapter: str
    name_tr: str
    name_en: str
    note: str

    @property
    def is_mirror(self) -> bool:
        """True where only an analysis decides between a hazardous and a non-hazardous code."""
        return self.entry_type in ("MH", "MN")

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"; English where there is no Turkish one."""
        return self.name_tr if language == "tr" and self.name_tr else self.name_en


@dataclass(frozen=True, slots=True)
class WasteHeading:
    """A chapter (2 digits, level 1) or sub-chapter (4 digits, level 2) of the List of Waste."""

    code: str
    level: int
    parent: str
    name_tr: str
    name_en: str

    def name(self, language: str) -> str:
        """Return the heading in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


@dataclass(frozen=True, slots=True)
class Operation:
    """A recovery (R1–R13) or disposal (D1–D15) operation; `type` is "recovery" or "disposal"."""

    code: str
    type: str
    name_tr: str
    name_en: str


@dataclass(frozen=True, slots=True)
class NaceCode:
    """A NACE Rev. 2 entry: level 1 section, 2 division, 3 group, 4 class, 6 national six-digit code.

    Turkish titles are missing for most groups and about half of the classes, English ones at level 6: ask
    `core.domain.nace.title`, which falls back.
    """

    code: str
    level: int
    parent: str
    title_tr: str
    title_en: str
    revision: str


@dataclass(frozen=True, slots=True)
class District:
    """A district with the point where its name is written (degrees), area in km²."""

    code: str
    name: str
    province: str
    population: int
    area_km2: float
    postal_code: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Zone:
    """An organised industrial zone or free zone. `place` is a value of model.Place.

    `coordinate_quality` is "good", "unverified" or "approximate" (the district's label point).
    """

    zone_id: str
    name_tr: str
    name_en: str
    short: str
    place: str
    district: str
    neighbourhood: str
    lat: float
    lon: float
    coordinate_quality: str

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or, with dimension "period", how often a year.

    `to_base` × amount gives the base unit (t, m3, Sm3, MWh, MW, piece, m2, m, hour) or times a year; None where
    no safe conversion exists.
    """

    code: str
    dimension: str
    name_tr: str
    name_en: str
    symbol_tr: str
    symbol_en: str
    to_base: float | None
    base: str
    aliases: tuple[str, ...]
    note: str
    source: str
    year: int

    @property
    def is_assumption(self) -> bool:
        """True where the conversion is our own assumption and not a definition."""
        return self.to_base is not None and self.source == "own assumption"

    def symbol(self, language: str) -> str:
        """Return the sign written after a number, in "tr" or "en"."""
        return self.symbol_tr if language == "tr" else self.symbol_en


@dataclass(frozen=True, slots=True)
class ImpactFactor:
    """A greenhouse gas factor with its band; `unit` is kg CO2e per t, t·km, m3 or MWh."""

    factor_id: str
    measure: str
    subject: str
    boundary: str
    low: float
    central: float
    high: float
    unit: str
    year: int
    region_standing: str
    source: str
    source_id: str
    grade: str
    band_source: str
    note: str


@dataclass(frozen=True, slots=True)
class MaterialGroup:
    """Which impact factors a resource takes; None where no fitting factor is known.

    `landfill_factor` is what is avoided at the giver (for water: the treatment), `primary_factor` what the taker does
    not buy, `closed_loop_factor` the burden of the recovered material.
    """

    group_id: str
    name_tr: str
    name_en: str
    kind: str
    landfill_factor: str | None
    primary_factor: str | None
    closed_loop_factor: str | None
    waste_code_prefixes: tuple[str, ...]
    words: tuple[str, ...]
    note: str

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


@dataclass(frozen=True, slots=True)
class SectorGroup:
    """A display group of NACE divisions."""

    group_id: str
    name_tr: str
    name_en: str
    divisions: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fields(row: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: row[name] for name in names}


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def waste_codes() -> Mapping[str, WasteCode]:
    """Return the 842 waste codes by six-digit code, in the order of the list."""
    texts = ("code", "entry_type", "chapter", "subchapter", "name_tr", "name_en", "note")
    return MappingProxyType(
        {
            row["code"]: WasteCode(hazardous=row["hazardous"] == "1", **_fields(row, texts))
            for row in _rows("waste_codes.csv")
        }
    )


@cache
def waste_headings() -> Mapping[str, WasteHeading]:
    """Return the 131 chapters and sub-chapters by code."""
    texts = ("code", "parent", "name_tr", "name_en")
    return MappingProxyType(
        {
            row["code"]: WasteHeading(level=int(row["level"]), **_fields(row, texts))
            for row in _rows("waste_code_headings.csv")
        }
    )


@cache
def operations() -> Mapping[str, Operation]:
    """Return the 28 recovery and disposal operations by code."""
    texts = ("code", "type", "name_tr", "name_en")
    return MappingProxyType(
        {row["code"]: Operation(**_fields(row, texts)) for row in _rows("recovery_operations.csv")}
    )


@cache
def nace_codes() -> Mapping[str, NaceCode]:
    """Return sections, divisions, groups, classes and national six-digit codes by dotted code."""
    texts = ("code", "parent", "title_tr", "title_en", "revision")
    return MappingProxyType(
        {row["code"]: NaceCode(level=int(row["level"]), **_fields(row, texts)) for row in _rows("nace.csv")}
    )


@cache
def nace_waste_weights() -> Mapping[str, Mapping[str, float]]:
    """Return, for a NACE prefix, how likely (0–1) waste-code prefixes are: {"10.5": {"0205": 1.0}}."""
    table: dict[str, dict[str, float]] = {}
    for row in _rows("nace_waste_chapters.csv"):
        table.setdefault(row["nace"], {})[row["waste_prefix"]] = float(row["weight"])
    return MappingProxyType({nace: MappingProxyType(weights) for nace, weights in table.items()})


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
            for row in _rows("districts.csv")
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
            for row in _rows("zones.csv")
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
                aliases=_list(row["aliases"]),
                year=int(row["year"]),
                **_fields(row, texts),
            )
            for row in _rows("units.csv")
        }
    )


@cache
def impact_factors() -> Mapping[str, ImpactFactor]:
    """Return the greenhouse gas factors by id, such as "landfill.food" or "road.all_hgv"."""
    texts = ("factor_id", "measure", "subject", "boundary", "unit", "region_standing")
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
            for row in _rows("impact_factors.csv")
        }
    )


@cache
def material_groups() -> Mapping[str, MaterialGroup]:
    """Return the material groups by id; telling ones (polypropylene) stand before wide ones (plastics)."""
    factors = ("landfill_factor", "primary_factor", "closed_loop_factor")
    return MappingProxyType(
        {
            row["group_id"]: MaterialGroup(
                waste_code_prefixes=_list(row["waste_code_prefixes"]),
                words=_list(row["words"]),
                **_fields(row, ("group_id", "name_tr", "name_en", "kind", "note")),
                **{name: row[name] or None for name in factors},  # type: ignore[arg-type]
            )
            for row in _rows("material_groups.csv")
        }
    )


@cache
def sector_groups() -> Mapping[str, SectorGroup]:
    """Return the display groups by id; together they hold each of the 88 divisions once."""
    divisions: dict[str, list[dict[str, str]]] = {}
    for row in _rows("sector_groups.csv"):
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
def outlines(name: str) -> dict[str, Any]:
    """Return a GeoJSON FeatureCollection: "districts" (İzmir), "provinces" (Türkiye) or "land" (Aegean coast)."""
    with (REFERENCE / f"{name}.geojson").open(encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found
