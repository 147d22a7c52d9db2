"""Lays out what an import would add, change and leave as it is, before anything is written.

Pure: stored records and read rows in, a plan out. What a file says twice about a firm or site must agree; the first
line counts. An empty cell says nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from core.domain import reference
from core.domain.choices import Source
from core.domain.exchange.cells import Effect, Finding, Said
from core.domain.exchange.columns import COLUMNS, Column, Part
from core.domain.exchange.keys import CardKeys, Existing, FirmKeys, SiteKeys
from core.domain.model import Firm, Resource, Site
from core.domain.quantity import unit_code
from core.domain.register import firmname, places
from core.domain.register.taxnumber import masked
from core.domain.register.validation import check_firm, check_resource, check_site
from core.domain.text import fold
from core.errors import (
    ConflictingLineError,
    InvalidRecordError,
    MissingValueError,
    OtherFirmsNumberError,
    SimbiyozError,
)

Record = TypeVar("Record", Firm, Site, Resource)
_QUANTITY = ("quantity_typed", "quantity", "unit", "period")
_COLUMN = {(column.part, column.target): column for column in COLUMNS}


@dataclass(frozen=True)
class Changes(Generic[Record]):
    """Records of one kind that an import adds, changes (stored, new) or finds unchanged."""

    added: tuple[Record, ...] = ()
    changed: tuple[tuple[Record, Record], ...] = ()
    unchanged: tuple[Record, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All that an import would do, and what it could not read or place."""

    firms: Changes[Firm]
    sites: Changes[Site]
    cards: Changes[Resource]
    findings: tuple[Finding, ...]

    @property
    def writes(self) -> int:
        """How many records would be written."""
        return sum(len(one.added) + len(one.changed) for one in (self.firms, self.sites, self.cards))


class _Work:
    """The rows on their way: which firm, site, card each is about, and what is said of these by which line."""

    def __init__(self, rows: Iterable[Said]) -> None:
        self.rows = sorted(rows, key=lambda row: row.line)
        self.firm_of: dict[int, str] = {}
        self.site_of: dict[int, str] = {}
        self.card_of: dict[int, str] = {}
        self.said: dict[str, dict[str, tuple[Any, int]]] = {}
        self.findings: list[Finding] = []

    def left_out(self, row: Said, column: Column | None, error: SimbiyozError) -> None:
        shown = str(row.firm.get("name", "")) if column is None else ""
        self.findings.append(Finding(row.line, column, shown, error, Effect.ROW))

    def say(self, record_id: str, part: Part, row: Said, values: Mapping[str, Any]) -> None:
        """Note what a line says of a record; where an earlier line said otherwise, that one counts."""
        known = self.said.setdefault(record_id, {})
        for name, value in values.items():
            first, line = known.setdefault(name, (value, row.line))
            if first != value and not (
                part is Part.FIRM and name == "name" and _same_firm_name(first, value)
            ):
                column = _COLUMN[(part, name)]
                error = ConflictingLineError(line=line)
                self.findings.append(Finding(row.line, column, _shown(column, value), error, Effect.VALUE))

    def values(self, record_id: str) -> dict[str, Any]:
        return {name: value for name, (value, _) in self.said.get(record_id, {}).items()}


def lay_out(
    rows: Iterable[Said],
    findings: Iterable[Finding],
    existing: Existing,
    *,
    region_id: str,
    is_sample: bool,
    new_id: Callable[[], str],
) -> Plan:
    """Return what the rows of a file would do to the register. `findings` are those of reading; more are added."""
    work = _Work(rows)
    firms = _firms(work, existing, region_id, is_sample, new_id)
    sites = _sites(work, existing, firms, new_id)
    cards = _cards(work, existing, new_id)
    ordered = sorted([*findings, *work.findings], key=lambda one: one.line)
    return Plan(
        _changes(firms.values(), existing.firms),
        _changes(sites.values(), existing.sites),
        _changes(cards.values(), existing.cards),
        tuple(ordered),
    )


def _firms(
    work: _Work, existing: Existing, region_id: str, is_sample: bool, new_id: Callable[[], str]
) -> dict[str, Firm]:
    keys, stored = FirmKeys(existing, new_id), {firm.firm_id: firm for firm in existing.firms}
    for row in sorted(work.rows, key=_how_little_is_said):
        try:
            work.firm_of[row.line], _ = keys.find(row)
        except MissingValueError as error:
            work.left_out(row, _COLUMN[(Part.FIRM, "name")], error)
        except SimbiyozError as error:
            work.left_out(row, None, error)
    for row in work.rows:
        if firm_id := work.firm_of.get(row.line):
            others = keys.others(row, firm_id)
            for name in others:
                column = _COLUMN[(Part.FIRM, name)]
                shown = _shown(column, row.firm[name])
                work.findings.append(Finding(row.line, column, shown, OtherFirmsNumberError(), Effect.VALUE))
            work.say(firm_id, Part.FIRM, row, {name: v for name, v in row.firm.items() if name not in others})
    found: dict[str, Firm] = {}
    for firm_id in dict.fromkeys(work.firm_of.values()):
        values = work.values(firm_id)
        firm = stored.get(firm_id) or Firm(firm_id, region_id, values["name"], is_sample=is_sample)
        if _same_firm_name(firm.name, values.get("name", "")):
            values.pop("name")  # found by it: the spelling that is stored stays
        found[firm_id] = replace(firm, **values)
    return _right(work, found, work.firm_of, check_firm, Part.FIRM)


def _how_little_is_said(row: Said) -> tuple[int, int]:
    for rank, name in enumerate(("external_id", "tax_number")):
        if row.firm.get(name):
            return rank, row.line
    return (2 if {"zone_id", "district"} & row.site.keys() else 3), row.line


def _sites(
    work: _Work, existing: Existing, firms: Mapping[str, Firm], new_id: Callable[[], str]
) -> dict[str, Site]:
    keys, stored = SiteKeys(existing, new_id), {site.site_id: site for site in existing.sites}
    made: dict[str, Site] = {}
    for row in sorted(work.rows, key=lambda row: ("name" not in row.site, not row.site, row.line)):
        firm_id = work.firm_of.get(row.line)
        if firm_id is None or not (row.site or row.card):
            continue
        name = _place_name(row) or firms[firm_id].name
        try:
            site_id, is_new = keys.find(firm_id, row, name)
        except SimbiyozError as error:
            work.left_out(row, None, error)
            continue
        work.site_of[row.line] = site_id
        if is_new:
            made[site_id] = Site(site_id, firm_id, row.site.get("name", name))
    for row in work.rows:
        if about := work.site_of.get(row.line):
            work.say(about, Part.SITE, row, row.site)
    found = {
        about: _placed(made.get(about) or stored[about], work.values(about))
        for about in dict.fromkeys(work.site_of.values())
    }
    return _right(work, found, work.site_of, check_site, Part.SITE)


def _place_name(row: Said) -> str | None:
    zone = reference.zones().get(row.site.get("zone_id", ""))
    return (zone.short or zone.district) if zone else row.site.get("district")


def _placed(site: Site, values: dict[str, Any]) -> Site:
    """Return the site with what is said of it; its own point is kept unless it moves to another place."""
    zone_id, district = values.pop("zone_id", None), values.pop("district", None)
    point = (values.pop("lat"), values.pop("lon")) if "lat" in values else None
    if fold(site.name) == fold(values.get("name", site.name)):
        values.pop("name", None)
    if [one.code for one in values.get("activities", ())] == [one.code for one in site.activities]:
        values.pop("activities", None)  # somebody may have said of which revision a code is
    stays = zone_id in (None, site.zone_id) and district in (None, site.district)
    if zone_id or (stays and site.zone_id):
        values.pop("place", None)  # the zone's own counts
    site = replace(site, **values)
    if stays and point in (None, (site.lat, site.lon)):
        return site
    if stays and point is None and site.coordinate_quality == "site" and site.lat is not None:
        point = (site.lat, site.lon or 0.0)
    return places.located(
        site, zone_id or (site.zone_id if stays else None), district or site.district, point
    )


def _cards(work: _Work, existing: Existing, new_id: Callable[[], str]) -> dict[str, Resource]:
    keys, stored = CardKeys(existing, new_id), {card.resource_id: card for card in existing.cards}
    rows = [row for row in work.rows if row.card and row.line in work.site_of and _is_card(work, row)]
    rows.sort(key=lambda row: ("external_id" not in row.card, row.line))
    found: dict[str, Resource] = {}
    for look in (keys.exact, keys.loose):
        for row in [row for row in rows if row.line not in work.card_of]:
            try:
                about = look(work.site_of[row.line], row)
            except SimbiyozError as error:
                work.left_out(row, _COLUMN[(Part.CARD, "name")], error)
                work.card_of[row.line] = ""
                continue
            if about:
                work.card_of[row.line] = about
                found[about] = _said_card(row, about, work.site_of[row.line], stored.get(about))
    return _right(work, found, work.card_of, check_resource, Part.CARD)


def _is_card(work: _Work, row: Said) -> bool:
    missing = [name for name in ("name", "direction") if name not in row.card]
    for name in missing:
        work.left_out(row, _COLUMN[(Part.CARD, name)], MissingValueError())
    return not missing


def _said_card(row: Said, card_id: str, site_id: str, stored: Resource | None) -> Resource:
    values = dict(row.card)
    if stored is None:
        return Resource(
            card_id, site_id, values.pop("direction"), values.pop("name"), source=Source.IMPORT, **values
        )
    if fold(stored.name) == fold(values["name"]):
        del values["name"]
    if _same_quantity(values, stored):
        for name in _QUANTITY:
            values.pop(name, None)
    if set(values.get("months", ())) == set(stored.months):
        values.pop("months", None)  # the order tells the season's course, and no more
    if values.get("price_unit") == unit_code(stored.price_unit or ""):
        values.pop("price_unit", None)
    return replace(stored, site_id=site_id, **values)


def _same_quantity(values: Mapping[str, Any], stored: Resource) -> bool:
    """True where the file repeats what is stored, if only in other words; how that was once read stays."""
    if values.get("quantity_typed") == stored.quantity_typed:
        return True
    said = [values.get(name) for name in _QUANTITY[1:]]
    return None not in said and said == [getattr(stored, name) for name in _QUANTITY[1:]]


def _right(
    work: _Work, found: dict[str, Record], lines: dict[int, str], check: Callable[[Record], None], part: Part
) -> dict[str, Record]:
    """Return the records that pass the check every writer asks; lines about others are left out, said at the first."""
    wrong: set[str] = set()
    by_line = {row.line: row for row in work.rows}
    for key, record in found.items():
        try:
            check(record)
        except InvalidRecordError as error:
            wrong.add(key)
            line = min(line for line, one in lines.items() if one == key)
            for name, about in error.findings.items():
                work.left_out(by_line[line], _COLUMN.get((part, name)), about)
    for line in [line for line, one in lines.items() if one in wrong]:
        del lines[line]
    return {key: record for key, record in found.items() if key not in wrong}


def _changes(found: Iterable[Record], existing: Iterable[Record]) -> Changes[Record]:
    stored = {_record_id(record): record for record in existing}
    added: list[Record] = []
    changed: list[tuple[Record, Record]] = []
    unchanged: list[Record] = []
    for record in found:
        before = stored.get(_record_id(record))
        if before is None:
            added.append(record)
        elif before == record:
            unchanged.append(record)
        else:
            changed.append((before, record))
    return Changes(tuple(added), tuple(changed), tuple(unchanged))


def _record_id(record: Firm | Site | Resource) -> str:
    """Return the id of a record: the first field of each."""
    return str(getattr(record, fields(record)[0].name))


def _same_firm_name(one: str, other: str) -> bool:
    return firmname.key(one) == firmname.key(other)


def _shown(column: Column, value: Any) -> str:
    if column.target == "tax_number":
        return masked(str(value))
    return str(value)[:200]
