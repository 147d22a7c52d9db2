"""What a row of each reference table is: frozen dataclasses that `core.domain.reference` fills.

They stand apart because the tables are many; callers name them as `reference.WasteCode` and so on.
"""

from dataclasses import dataclass


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
    """An organised industrial zone or free zone. `place` is a value of choices.Place.

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

    `to_base` × amount gives the base unit (t, m3, Sm3, MWh, MW, piece, m2, m, hour) or times a year; None
    where no safe conversion exists.
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
    name_tr: str
    name_en: str
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

    def name(self, language: str) -> str:
        """Return what the factor stands for, in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en


@dataclass(frozen=True, slots=True)
class MaterialGroup:
    """Which impact factors a resource takes; None where no fitting factor is known.

    `landfill_factor` is what is avoided at the giver (for water: the treatment), `primary_factor` what the
    taker does not buy, `closed_loop_factor` the burden of the recovered material.
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
