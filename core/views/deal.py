"""The room for a deal in words: its items, its sums, what is not known and what to mind."""

from core.domain import reference
from core.domain.matching.room import Item, Line, Mark, Rate, Room
from core.domain.numbers import format_date, format_number
from core.i18n import Translator
from core.i18n import marked as m

_PAID = {
    Item.GIVER: m("The giver saves what it costs today"),
    Item.TAKER: m("The taker saves what is paid today"),
    Item.TRANSPORT: m("Transport"),
}
_EARNED = m("The giver gives up what it earns today")
_UNKNOWN = {
    Item.GIVER: m("what the giver pays or earns today"),
    Item.TAKER: m("what the taker pays today"),
    Item.TRANSPORT: m("transport"),
    Item.CONNECTION: m("pipe or line"),
    Item.TREATMENT: m("treatment"),
    Item.QUANTITY: m("quantity a year"),
}
_MARKS = {
    Mark.OLD: m("older than a year"),
    Mark.UNDATED: m("no date"),
    Mark.VAT_INCLUDED: m("VAT included"),
    Mark.VAT_UNKNOWN: m("VAT not said"),
    Mark.CROW_FLIES: m("as the crow flies; the road is longer"),
}


def total(room: Room, t: Translator) -> str:
    """Return the sum in one sentence, or that it cannot be said."""
    if room.per_unit is None:
        return t("The room for a deal is not known yet.")
    per_unit, unit = _try(room.per_unit, t), reference.unit_sign(room.unit, t.language)
    if room.per_year is None:
        return t("Room for a deal: {amount} TRY/{unit}", amount=per_unit, unit=unit)
    return t(
        "Room for a deal: {amount} TRY/{unit}, about {yearly} TRY a year",
        amount=per_unit,
        unit=unit,
        yearly=_about(room.per_year, t),
    )


def caveat(room: Room, t: Translator) -> str:
    """Return what a sum leaves out and that its prices are old, "" where there is nothing to say."""
    said = [unknown(room, t)]
    if any(Mark.OLD in line.marks or Mark.UNDATED in line.marks for line in room.lines):
        said.append(t("Some prices are older than a year or have no date."))
    return " ".join(sentence for sentence in said if sentence)


def item(line: Line, t: Translator) -> str:
    """Return what an item is."""
    if line.item is Item.GIVER and line.amount < 0:
        return t(_EARNED)
    return t(_PAID[line.item])


def amount(line: Line, unit: str | None, t: Translator) -> str:
    """Return the amount of an item, signed: what makes room is positive."""
    sign = reference.unit_sign(unit, t.language)
    return t("{amount} TRY/{unit}", amount=_try(line.amount, t, signed=True), unit=sign)


def mind(line: Line, t: Translator) -> str:
    """Return the date of an item and what to mind of it, commas between."""
    said = [format_date(line.on, t.language)] if line.on else []
    return ", ".join([*said, *(t(_MARKS[mark]) for mark in line.marks)])


def unknown(room: Room, t: Translator) -> str:
    """Return what is not known and therefore not counted, "" where nothing is missing."""
    items = ", ".join(t(_UNKNOWN[item]) for item in room.unknown)
    return t("Not known and not counted: {items}.", items=items) if items else ""


def rate(found: Rate | None, t: Translator) -> str:
    """Return the price of transport that is counted with."""
    if found is None:
        return t("No transport price is set for the region; a manager can set it.")
    return t(
        "Transport price: {price} TRY/t·km of {date} ({source})",
        price=format_number(found.try_per_t_km, t.language),
        date=format_date(found.on, t.language),
        source=found.source,
    )


def _try(value: float, t: Translator, *, signed: bool = False) -> str:
    number = format_number(abs(value), t.language, 0 if abs(value) >= 10 else 2)
    sign = "−" if value < 0 else "+" if signed else ""
    return f"{sign}{number}"


def _about(value: float, t: Translator) -> str:
    """Return a sum of a year in two digits that count: more would be false precision.

    >>> from core.i18n import translator
    >>> _about(4_888_772.0, translator("en")), _about(-512.0, translator("tr"))
    ('4,900,000', '−510')
    """
    return _try(float(f"{value:.1e}"), t)
