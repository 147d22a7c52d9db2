"""Finds which firm, site and card a row of an import is about, so that the same file twice changes nothing.

A firm: by its own ID, else its tax number, else its name without legal form and its district. A site: by its name, else
by the place. A card: by its own ID, else site, direction, name and waste codes. Rows that say more are looked up before
those that say less, whatever their order in the file: else a second import could find another answer than the first.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from core.domain.exchange.cells import Said
from core.domain.exchange.parts import district_of_zone
from core.domain.model import Firm, Resource, Site
from core.domain.register import firmname
from core.domain.text import fold
from core.errors import (
    LineAboutSameCardError,
    MissingValueError,
    RetiredRecordError,
    SeveralFirmsError,
    SeveralSitesError,
)


@dataclass(frozen=True)
class Existing:
    """What a region's register holds, retired records included; their ids stand in `retired`."""

    firms: tuple[Firm, ...] = ()
    sites: tuple[Site, ...] = ()
    cards: tuple[Resource, ...] = ()
    retired: frozenset[str] = frozenset()


class FirmKeys:
    """The firms by what they are found by: stored ones and, row by row, those that the file adds."""

    def __init__(self, existing: Existing, new_id: Callable[[], str]) -> None:
        self._retired, self._new_id = existing.retired, new_id
        self._by_id: dict[str, str] = {}
        self._by_number: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._numbers: dict[str, tuple[str | None, str | None]] = {}
        self._districts: dict[str, set[str]] = defaultdict(set)
        for firm in sorted(existing.firms, key=lambda one: (one.firm_id in self._retired, one.firm_id)):
            self._keep(firm.firm_id, firm.name, firm.external_id, firm.tax_number)
        for site in existing.sites:
            if site.district:
                self._districts[site.firm_id].add(site.district)

    def find(self, row: Said) -> tuple[str, bool]:
        """Return the firm of a row and whether it is new.

        Raises MissingValueError (no name), SeveralFirmsError, RetiredRecordError.
        """
        own_id, number, name = (row.firm.get(field) for field in ("external_id", "tax_number", "name"))
        found = self._by_id.get(own_id or "") or self._by_number.get(number or "") or self._named(row)
        if found in self._retired:
            raise RetiredRecordError()
        if found is None and not name:
            raise MissingValueError()
        firm_id = found or self._new_id()
        self._keep(firm_id, name, own_id, number)
        if district := _district(row):
            self._districts[firm_id].add(district)
        return firm_id, found is None

    def others(self, row: Said, firm_id: str) -> list[str]:
        """Return which of the row's numbers (external_id, tax_number) are those of another firm."""
        by_field = {"external_id": self._by_id, "tax_number": self._by_number}
        return [
            name for name, owner in by_field.items() if owner.get(row.firm.get(name, ""), firm_id) != firm_id
        ]

    def _named(self, row: Said) -> str | None:
        district = _district(row)
        said = row.firm.get("external_id"), row.firm.get("tax_number")
        fitting = [
            one
            for one in self._by_name.get(firmname.key(row.firm.get("name", "")), [])
            if all(_agree(a, b) for a, b in zip(said, self._numbers[one], strict=True))
            and (district is None or not self._districts[one] or district in self._districts[one])
        ]
        found = [one for one in fitting if one not in self._retired] or fitting[:1]
        found = [one for one in found if district in self._districts[one]] or found
        if len(found) > 1:
            raise SeveralFirmsError()
        return found[0] if found else None

    def _keep(self, firm_id: str, name: str | None, own_id: str | None, number: str | None) -> None:
        if own_id:
            self._by_id.setdefault(own_id, firm_id)
        if number:
            self._by_number.setdefault(number, firm_id)
        if name and firm_id not in self._by_name[firmname.key(name)]:
            self._by_name[firmname.key(name)].append(firm_id)
        kept = self._numbers.get(firm_id, (None, None))
        self._numbers[firm_id] = (kept[0] or own_id, kept[1] or number)


class SiteKeys:
    """The sites of each firm by name and by place."""

    def __init__(self, existing: Existing, new_id: Callable[[], str]) -> None:
        self._retired, self._new_id = existing.retired, new_id
        self._by_name: dict[str, dict[str, str]] = defaultdict(dict)
        self._where: dict[str, tuple[str | None, str | None]] = {}
        for site in sorted(existing.sites, key=lambda one: (one.site_id in self._retired, one.site_id)):
            self._by_name[site.firm_id].setdefault(fold(site.name), site.site_id)
            self._where[site.site_id] = (site.zone_id, site.district)

    def find(self, firm_id: str, row: Said, place_name: str) -> tuple[str, bool]:
        """Return the site of a row and whether it is new; one without a name is called `place_name`.

        Raises SeveralSitesError, RetiredRecordError.
        """
        zone, district = row.site.get("zone_id"), _district(row)
        found = self._by_name[firm_id].get(fold(row.site.get("name", place_name)))
        if found is None and "name" not in row.site:
            found = self._at(firm_id, zone, district)
        if found in self._retired:
            raise RetiredRecordError()
        site_id = found or self._new_id()
        known = self._where.get(site_id, (None, None))
        self._where[site_id] = (known[0] or zone, known[1] or district)
        self._by_name[firm_id].setdefault(fold(row.site.get("name", place_name)), site_id)
        return site_id, found is None

    def _at(self, firm_id: str, zone: str | None, district: str | None) -> str | None:
        live = list(dict.fromkeys(one for one in self._by_name[firm_id].values() if one not in self._retired))
        there = [one for one in live if zone in (None, self._where[one][0])]
        there = [one for one in there if district in (None, self._where[one][1])]
        if not there and len(live) == 1 and self._where[live[0]] == (None, None):
            there = live
        if len(there) > 1:
            raise SeveralSitesError()
        return there[0] if there else None


class CardKeys:
    """The cards by what they are found by, and which row of the file has claimed which."""

    def __init__(self, existing: Existing, new_id: Callable[[], str]) -> None:
        self._retired, self._new_id = existing.retired, new_id
        self._by_id: dict[str, str] = {}
        self._by_key: dict[tuple[str, ...], dict[str, tuple[str | None, frozenset[str]]]] = defaultdict(dict)
        self._claimed: dict[str, int] = {}
        for card in sorted(
            existing.cards, key=lambda one: (one.resource_id in self._retired, one.resource_id)
        ):
            if card.external_id:
                self._by_id.setdefault(card.external_id, card.resource_id)
            key = _card_key(card.site_id, card.direction, card.name)
            self._by_key[key][card.resource_id] = (card.external_id, frozenset(card.waste_codes))

    def exact(self, site_id: str, row: Said) -> str | None:
        """Return the card that a row is exactly about, by own ID or by site, direction, name and codes.

        Raises LineAboutSameCardError, RetiredRecordError.
        """
        found = self._by_id.get(row.card.get("external_id", ""))
        same = [one for one, codes in self._same_name(site_id, row).items() if codes == _codes(row)]
        free = [one for one in same if one not in self._claimed]
        return self._claim(found or next(iter(free), None) or next(iter(same), None), row)

    def loose(self, site_id: str, row: Said) -> str | None:
        """Return the card of a row that is exactly about none, a new one where there is none at all.

        A card of the same site, direction and name is meant if it is the only one and it or the row has no code.
        """
        found = self.exact(site_id, row)
        if found:
            return found
        near = [
            one
            for one, codes in self._same_name(site_id, row).items()
            if one not in self._claimed and one not in self._retired and not (codes and _codes(row))
        ]
        card_id = near[0] if len(near) == 1 else self._new_id()
        self._claim(card_id, row)
        own_id = row.card.get("external_id")
        if own_id:
            self._by_id.setdefault(own_id, card_id)
        key = _card_key(site_id, row.card["direction"], row.card["name"])
        self._by_key[key].setdefault(card_id, (own_id, _codes(row)))
        return card_id

    def _same_name(self, site_id: str, row: Said) -> dict[str, frozenset[str]]:
        key = _card_key(site_id, row.card["direction"], row.card["name"])
        own_id = row.card.get("external_id")
        return {one: codes for one, (other, codes) in self._by_key[key].items() if _agree(other, own_id)}

    def _claim(self, card_id: str | None, row: Said) -> str | None:
        if card_id is None:
            return None
        if card_id in self._claimed:
            raise LineAboutSameCardError(line=self._claimed[card_id])
        if card_id in self._retired:
            raise RetiredRecordError()
        self._claimed[card_id] = row.line
        return card_id


def _district(row: Said) -> str | None:
    zone = row.site.get("zone_id")
    return district_of_zone(zone) if zone else row.site.get("district")


def _codes(row: Said) -> frozenset[str]:
    return frozenset(row.card.get("waste_codes", ()))


def _card_key(site_id: str, direction: str, name: str) -> tuple[str, ...]:
    return (site_id, str(direction), fold(name))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
