"""Room for a deal: what giver and taker could share if a have replaced what is paid for today.

    room = what the giver pays to get rid of it (less what he earns) + what the taker pays today − transport − treatment

in TRY per unit of the goods (t where weight is known) and a year. Nothing is guessed: an item that no card and no
setting says is named as unknown, and a sum is given only where the two prices and, for goods, the transport are known.
Treatment is never on the cards: it always stays to be asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.domain import reference
from core.domain.choices import Kind

YEAR = timedelta(days=365)  # older prices are marked: inflation eats them
_SERVICES = frozenset(
    {Kind.CAPACITY, Kind.SPACE, Kind.EXPERTISE, Kind.WORKFORCE, Kind.TECHNOLOGY, Kind.LOGISTICS}
)


class Item(StrEnum):
    """What the room is made of, in the order of the sum."""

    GIVER = "giver"
    TAKER = "taker"
    TRANSPORT = "transport"
    CONNECTION = "connection"
    TREATMENT = "treatment"
    QUANTITY = "quantity"


class Mark(StrEnum):
    """What to mind of an amount."""

    OLD = "old"
    UNDATED = "undated"
    VAT_INCLUDED = "vat_included"
    VAT_UNKNOWN = "vat_unknown"
    CROW_FLIES = "crow_flies"


@dataclass(frozen=True)
class Money:
    """What a card says of money and amount: TRY per `unit` (a code of units.csv), signed from its firm's side.

    A have: + income, − cost; a want: the price paid today. `yearly` in `yearly_unit`, None if unknown or once only.
    """

    price: float | None = None
    unit: str | None = None
    on: date | None = None
    vat_included: bool | None = None
    density_t_per_m3: float | None = None
    yearly: float | None = None
    yearly_unit: str | None = None


@dataclass(frozen=True)
class Rate:
    """The price of road transport: TRY per t·km of a day, and who says so."""

    try_per_t_km: float
    on: date
    source: str = ""


@dataclass(frozen=True)
class Line:
    """One known item in TRY per unit; what makes room is positive."""

    item: Item
    amount: float
    on: date | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Room:
    """The known items in TRY per `unit` (base unit of units.csv), what is not known, and the sums where they hold.

    `yearly` is the amount that both sides can move in a year, in `unit`.
    """

    unit: str | None
    lines: tuple[Line, ...]
    unknown: tuple[Item, ...]
    per_unit: float | None = None
    per_year: float | None = None
    yearly: float | None = None


def between(
    have: Money, want: Money, kind: Kind, distance_km: float | None, rate: Rate | None, today: date
) -> Room:
    """Return the room between a have and a want, `distance_km` apart as the crow flies.

    A have that costs 500 TRY/t to get rid of, a want bought at 1.2 TRY/kg, 40 km at 5 TRY/t·km, 100 t a year:

    >>> have = Money(-500.0, "t", date(2026, 6, 1), False, yearly=100, yearly_unit="t")
    >>> want = Money(1.2, "kg", date(2026, 6, 1), False, yearly=300, yearly_unit="t")
    >>> found = between(have, want, Kind.MATERIAL, 40.0, Rate(5, date(2026, 6, 1)), date(2026, 11, 22))
    >>> [(line.item.value, line.amount) for line in found.lines]
    [('giver', 500.0), ('taker', 1200.0), ('transport', -200.0)]
    >>> found.per_unit, found.per_year, [item.value for item in found.unknown]
    (1500.0, 150000.0, ['treatment'])
    """
    unit, prices = _common_unit(have, want)
    given, taken = _price_in(prices[0], unit), _price_in(prices[1], unit)
    lines: list[Line] = []
    if given is not None:
        lines.append(Line(Item.GIVER, -given, have.on, _marks(have, today)))
    if taken is not None:
        lines.append(Line(Item.TAKER, taken, want.on, _marks(want, today)))
    lines += _transport(unit, kind, distance_km, rate, today)
    unknown = _unknown({line.item for line in lines}, kind)
    per_unit = None
    if not {Item.GIVER, Item.TAKER, Item.TRANSPORT}.intersection(unknown):
        per_unit = sum(line.amount for line in lines)
    yearly = _moved(have, want, unit)
    if yearly is None:
        unknown = (*unknown, Item.QUANTITY)
    per_year = per_unit * yearly if per_unit is not None and yearly is not None else None
    return Room(unit, tuple(lines), unknown, per_unit, per_year, yearly)


def own_part(room: Room, side: Item) -> Room:
    """Return what somebody of one firm may see: that firm's own item, no sum from which the other's would follow."""
    lines = tuple(line for line in room.lines if line.item is side)
    return replace(room, lines=lines, unknown=(), per_unit=None, per_year=None, yearly=None)


def is_old(on: date | None, today: date) -> bool:
    """Return whether an amount of a day is older than a year.

    >>> is_old(date(2025, 11, 21), date(2026, 11, 22)), is_old(date(2025, 11, 22), date(2026, 11, 22))
    (True, False)
    """
    return on is not None and today - on > YEAR


def _common_unit(have: Money, want: Money) -> tuple[str | None, tuple[Money, Money]]:
    """Return the base unit in which both prices can be said (t where they can), and the two with shared density."""
    density = have.density_t_per_m3 or want.density_t_per_m3
    both = (replace(have, density_t_per_m3=density), replace(want, density_t_per_m3=density))
    bases = [_bases(one) for one in both if one.price is not None]
    shared = [base for base in bases[0] if all(base in other for other in bases)] if bases else []
    return (shared[0] if shared else None), both


def _bases(money: Money) -> Sequence[str]:
    found = reference.units().get(money.unit or "")
    if found is None or found.to_base is None or found.base is None:
        return ()
    return ("t", "m3") if found.base in ("t", "m3") and money.density_t_per_m3 else (found.base,)


def _price_in(money: Money, unit: str | None) -> float | None:
    found = reference.units().get(money.unit or "")
    if money.price is None or unit is None or found is None or not found.to_base:
        return None
    return money.price / found.to_base * _per(unit, found.base, money.density_t_per_m3)


def _per(unit: str, base: str | None, density: float | None) -> float:
    """Return how much of `base` one `unit` is, for t and m³ by the density."""
    if unit == base or not density:
        return 1.0
    return 1 / density if unit == "t" else density


def _transport(
    unit: str | None, kind: Kind, distance_km: float | None, rate: Rate | None, today: date
) -> list[Line]:
    if kind is not Kind.MATERIAL or unit != "t" or distance_km is None or rate is None:
        return []
    marks = (Mark.OLD, Mark.CROW_FLIES) if is_old(rate.on, today) else (Mark.CROW_FLIES,)
    return [Line(Item.TRANSPORT, -distance_km * rate.try_per_t_km, rate.on, marks)]


def _unknown(known: set[Item], kind: Kind) -> tuple[Item, ...]:
    wanted = [Item.GIVER, Item.TAKER]
    if kind is Kind.ENERGY:
        wanted.append(Item.CONNECTION)
    elif kind not in _SERVICES:
        wanted.append(Item.TRANSPORT)
    if kind not in _SERVICES:
        wanted.append(Item.TREATMENT)
    return tuple(item for item in wanted if item not in known)


def _moved(have: Money, want: Money, unit: str | None) -> float | None:
    amounts = [_amount_in(one, unit, have.density_t_per_m3 or want.density_t_per_m3) for one in (have, want)]
    known = [amount for amount in amounts if amount is not None]
    return min(known) if len(known) == 2 else None


def _amount_in(money: Money, unit: str | None, density: float | None) -> float | None:
    if money.yearly is None or unit is None:
        return None
    if money.yearly_unit == unit:
        return money.yearly
    if {money.yearly_unit, unit} == {"t", "m3"} and density:
        return money.yearly * density if unit == "t" else money.yearly / density
    return None


def _marks(money: Money, today: date) -> tuple[Mark, ...]:
    found = [Mark.UNDATED] if money.on is None else [Mark.OLD] if is_old(money.on, today) else []
    if money.vat_included is None:
        found.append(Mark.VAT_UNKNOWN)
    elif money.vat_included:
        found.append(Mark.VAT_INCLUDED)
    return tuple(found)
