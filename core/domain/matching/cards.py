"""What the ranking knows of a resource: the Card, and the plain CSV that `python -m core suggest` reads.

The CSV form is a contract: columns id, direction, name; optional description, firm, activity, nace, kind, waste_code,
quantity, unit, period, lat, lon, months. All cells are text. What cannot be read in an optional cell counts as unknown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.domain import numbers
from core.domain.choices import Direction, Kind
from core.domain.numbers import Convention
from core.domain.quantity import Annual, annual, parse_quantity, period_code, unit_code
from core.domain.table import read_table
from core.domain.text import fold
from core.errors import (
    DuplicateIdError,
    EmptyCellError,
    MissingColumnsError,
    NotMonthsError,
    UnknownDirectionError,
)

NEEDED = ("id", "direction", "name")

_DIRECTIONS = {
    Direction.HAVE: "have haves offer offered offers give given gives supply "
    "var verilen veren vermek verir veriyor arz sunulan",
    Direction.WANT: "want wants wanted need needs needed seek sought demand request "
    "istenen isteyen istek istiyor aranan arayan ariyor almak alan alinan alinacak talep ihtiyac",
}
_DIRECTION_OF = {word: direction for direction, words in _DIRECTIONS.items() for word in words.split()}
_KINDS = {
    Kind.MATERIAL: "material materials malzeme madde hammadde atik yan urun|yan urun|waste|by-product|byproduct",
    Kind.ENERGY: "energy enerji isi heat buhar steam elektrik electricity",
    Kind.WATER: "water su atiksu wastewater",
    Kind.LOGISTICS: "logistics lojistik nakliye tasima transport|storage|depolama",
    Kind.CAPACITY: "capacity kapasite makine machine machines ekipman equipment laboratuvar laboratory",
    Kind.SPACE: "space alan mekan depo yer",
    Kind.EXPERTISE: "expertise uzmanlik danismanlik consultancy egitim training bilgi knowledge",
    Kind.WORKFORCE: "workforce isgucu iscilik personel labour labor",
    Kind.TECHNOLOGY: "technology teknoloji",
}
_KIND_OF = {
    word: kind
    for kind, text in _KINDS.items()
    for part in text.split("|")
    for word in (part, *part.split(" "))
}
_CODE = re.compile(r"(?<!\d)(\d{2})[ .]?(\d{2})[ .]?(\d{2})(?!\d)")
_SHORT_CODE = re.compile(r"(?<![\d.])(\d)[ .]?(\d{2})[ .]?(\d{2})(?![\d.])")


@dataclass(frozen=True)
class Card:
    """A have or a want as the ranking sees it.

    `nace` and `waste_codes` are digits without dots; `amount` is per year in `amount_unit` ("t", "m3", "MWh" …), as
    `core.domain.quantity` gives it; `lat` and `lon` in degrees; `months` 1–12. Whatever is None or empty is unknown,
    never zero.
    Cards of one firm (`firm_id`, else `firm`) are never paired.
    """

    id: str
    direction: Direction
    name: str
    kind: Kind | None = None
    description: str = ""
    firm_id: str = ""
    firm: str = ""
    activity: str = ""
    nace: tuple[str, ...] = ()
    waste_codes: tuple[str, ...] = ()
    amount: float | None = None
    amount_unit: str | None = None
    lat: float | None = None
    lon: float | None = None
    zone: str | None = None
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Unread:
    """An optional cell that says something which nothing could be made of: it counts as unknown."""

    line: int
    column: str
    value: str


def read_cards(path: Path) -> tuple[tuple[Card, ...], tuple[Unread, ...]]:
    """Read the cards of a CSV file in the order of its lines, and the cells of them that nothing could be made of.

    Encoding (UTF-8 with or without BOM, UTF-16 with BOM, Windows-1254) and separator (, ; tab) are found out. Raises
    the errors of `read_table`, and MissingColumnsError, EmptyCellError, UnknownDirectionError, DuplicateIdError.
    """
    columns, rows = read_table(path)
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise MissingColumnsError(columns=", ".join(missing))
    convention = numbers.detect_convention(row.get("quantity", "") for _, row in rows)
    cards = tuple(_distinct(_card(row, line, convention) for line, row in rows))
    read = zip(rows, cards, strict=True)
    return cards, tuple(one for (line, row), card in read for one in _unread(row, line, card))


def _unread(row: Mapping[str, str], line: int, card: Card) -> Iterator[Unread]:
    understood = {
        "kind": card.kind,
        "nace": card.nace,
        "waste_code": card.waste_codes,
        "quantity": card.amount is not None,
        "lat": card.lat is not None,
        "lon": card.lon is not None,
        "months": card.months,
    }
    for column, value in understood.items():
        if row.get(column) and not value:
            yield Unread(line, column, row[column][:60])


def _card(row: Mapping[str, str], line: int, convention: Convention | None) -> Card:
    for column in NEEDED:
        if not row[column]:
            raise EmptyCellError(line=line, column=column)
    direction = parse_direction(row["direction"])
    if direction is None:
        raise UnknownDirectionError(line=line, value=row["direction"][:60])
    lat, lon = parse_place(row.get("lat", ""), row.get("lon", ""))
    yearly = parse_yearly(row.get("quantity", ""), row.get("unit", ""), row.get("period", ""), convention)
    return Card(
        id=row["id"],
        direction=direction,
        name=row["name"],
        kind=parse_kind(row.get("kind", "")),
        description=row.get("description", ""),
        firm=row.get("firm", ""),
        activity=row.get("activity", ""),
        nace=parse_nace(row.get("nace", "")),
        waste_codes=parse_waste_codes(row.get("waste_code", "")),
        amount=yearly.amount if yearly else None,
        amount_unit=yearly.unit if yearly else None,
        lat=lat,
        lon=lon,
        months=parse_months(row.get("months", "")),
    )


def _distinct(cards: Iterable[Card]) -> Iterator[Card]:
    seen: set[str] = set()
    for card in cards:
        if card.id in seen:
            raise DuplicateIdError(id=card.id)
        seen.add(card.id)
        yield card


def parse_direction(text: str) -> Direction | None:
    """Return have or want from an English or Turkish word.

    >>> parse_direction("İSTENEN").value, parse_direction(" Have ").value, parse_direction("x")
    ('want', 'have', None)
    """
    return _DIRECTION_OF.get(fold(text))


def parse_kind(text: str) -> Kind | None:
    """Return the kind from an English or Turkish word; None where it is not known.

    >>> parse_kind("Enerji").value, parse_kind("işgücü").value, parse_kind("?")
    ('energy', 'workforce', None)
    """
    return _KIND_OF.get(fold(text))


def parse_nace(text: str) -> tuple[str, ...]:
    """Return the NACE codes of a cell as 2 to 6 digits; a lost leading zero ("1.41") is put back before a dot.

    >>> parse_nace(" 10.41 "), parse_nace("C 10.41.02"), parse_nace("1.13; 3511"), parse_nace("n/a")
    (('1041',), ('104102',), ('0113', '3511'), ())
    """
    found = []
    for part in re.split(r"[;,/|]", text):
        groups = re.findall(r"\d+", part)
        if groups and len(groups) > 1 and len(groups[0]) == 1:
            groups[0] = "0" + groups[0]
        digits = "".join(groups)
        if 2 <= len(digits) <= 6 and digits not in found:
            found.append(digits)
    return tuple(found)


def parse_waste_codes(text: str) -> tuple[str, ...]:
    """Return the six-digit waste codes of a cell, without blanks, dots and star, in order, each once.

    >>> parse_waste_codes("10 01 02 , 120109*"), parse_waste_codes("3 01 05"), parse_waste_codes("yok")
    (('100102', '120109'), ('030105',), ())
    """
    codes = [(m.start(), "".join(m.groups())) for m in _CODE.finditer(text)]
    codes += [(m.start(), "0" + "".join(m.groups())) for m in _SHORT_CODE.finditer(text)]
    return tuple(dict.fromkeys(code for _, code in sorted(codes)))


def parse_yearly(
    quantity: str, unit: str, period: str, convention: Convention | None = None
) -> Annual | None:
    """Return the yearly amount of three cells; None where number, unit or period is missing or not understood.

    >>> parse_yearly("1.500,5", "kg", "yıl"), parse_yearly("5", "avuç", "yıl")
    (Annual(amount=1.5005, unit='t', recurring=True), None)
    >>> parse_yearly("3 ton/hafta", "", "")
    Annual(amount=156.0, unit='t', recurring=True)
    """
    typed = parse_quantity(f"{quantity} {unit}".strip(), convention).within(())
    return annual(typed.amount, unit_code(unit) or typed.unit, period_code(period) or typed.period)


def parse_place(lat: str, lon: str) -> tuple[float | None, float | None]:
    """Return latitude and longitude in degrees, both or none; a decimal comma is understood.

    >>> parse_place("38,42", " 27.14"), parse_place("38.4", ""), parse_place("138", "27")
    ((38.42, 27.14), (None, None), (None, None))
    """
    try:
        north, east = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return None, None
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else (None, None)


def parse_months(text: str) -> tuple[int, ...]:
    """Return the months of a cell, 1–12, sorted; () where it is empty or not understood.

    >>> parse_months("Ekim-Ocak"), parse_months("6;7"), parse_months(""), parse_months("yazın")
    ((1, 10, 11, 12), (6, 7), (), ())
    """
    try:
        return tuple(sorted(numbers.parse_months(text)))
    except NotMonthsError:
        return ()
