"""What a suggestion says in words: one plain sentence first, then place, amount, season and what the cards lack.

`dress` is put on every text that people typed, so that a page can set it bold and free of markup; a printed report
leaves it as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
from babel.dates import get_month_names

from core.domain import reference, wastecodes
from core.domain.matching.explaining import Explanation
from core.domain.matching.objections import Objection
from core.domain.numbers import format_number
from core.domain.register import quality
from core.domain.register.quality import Gap
from core.i18n import Translator
from core.i18n import marked as m
from core.views import why as explained

Dress = Callable[[object], str]
Row = Mapping[str, Any]


def firm(row: Row, side: str, t: Translator) -> str:
    """Return who stands on a side: the name if it may be said, else the sector and, if that may be said, the district.

    `side` is "have" or "want", "" for columns without that prefix.
    """
    name = _of(row, side, "firm_name")
    if isinstance(name, str):
        return name
    sector, district = sector_name(_of(row, side, "sector"), t), _of(row, side, "district")
    if sector and isinstance(district, str):
        return t("a firm from {district} ({sector})", district=district, sector=sector)
    if sector:
        return t("a firm ({sector})", sector=sector)
    return t("a firm")


def sentence(row: Row, t: Translator, dress: Dress = str) -> str:
    """Return the sentence that an advisor says to a plant manager: who gives what, who looks for what."""
    return t(
        "{giver} gives “{have}”; {taker} looks for “{want}”.",
        giver=dress(capitalised(firm(row, "have", t), t)),
        have=dress(row["have_name"]),
        taker=dress(firm(row, "want", t)),
        want=dress(row["want_name"]),
    )


REASONS = {
    "text": m("Both cards use similar words."),
    "concept": m("Both cards seem to be about related things."),
    "precedent": m("Something like it has been exchanged elsewhere."),
    "sector": m("The taker's activity may use such a thing."),
    "use": m("Such a thing may serve what is wanted; nothing surer is known."),
    "waste_code": m("Their waste codes are related."),
}


def reason(why: Explanation, t: Translator, dress: Dress = str) -> str:
    """Return why a pair was suggested, at most two sentences: what can be named by its weight in the score.

    Where the want's card asks for something else, that comes first, and one sentence of what speaks for the pair.
    Where nothing can, the words and codes in common, then what weighs most, said as the guess that it is.
    """
    if why.asks_for_another:
        other = [one for one in why.against if one.objection is Objection.OTHER]
        speaks = _speaks(why, t, dress)[:1]
        return " ".join([explained.objection(other[0], t, dress), *speaks])
    return " ".join(_speaks(why, t, dress))


def _speaks(why: Explanation, t: Translator, dress: Dress) -> list[str]:
    weight = dict(why.parts)
    named = [(weight.get(part, 0.0), part, said) for part, said in explained.speaking(why.evidence, t, dress)]
    by_weight = sorted(named, key=lambda one: -one[0])
    first = {part: said for _, part, said in reversed(by_weight)}
    if first:
        return [first[part] for part in dict.fromkeys(part for _, part, _ in by_weight)][:2]
    said = [_in_common(why, t, dress)]
    evidence = [(value, part) for part, value in why.parts if part in REASONS]
    strongest = max(evidence)[1] if evidence else ""
    if strongest and (not said[0] or strongest not in ("text", "waste_code")):
        said.append(t(REASONS[strongest]))
    return [sentence for sentence in said if sentence]


def _in_common(why: Explanation, t: Translator, dress: Dress) -> str:
    terms = dress(", ".join(why.shared_terms[:4]))
    codes = dress(", ".join(wastecodes.format_code(code) for code in why.shared_codes))
    if terms and codes:
        return t(
            "Because both cards speak of “{terms}” and carry waste code {codes}.", terms=terms, codes=codes
        )
    if codes:
        return t("Because both cards carry waste code {codes}.", codes=codes)
    return t("Because both cards speak of “{terms}”.", terms=terms) if terms else ""


def capitalised(text: str, t: Translator) -> str:
    """Return a text that begins a sentence; in Turkish i becomes İ."""
    first = text[:1].translate(str.maketrans("i", "İ")) if t.language == "tr" else text[:1]
    return first.upper() + text[1:]


def amount(row: Row, side: str, t: Translator) -> str:
    """Return the yearly amount of a side, or what was typed where it cannot be converted, or that it is not known."""
    typed, yearly, unit = (
        _of(row, side, name) for name in ("quantity_typed", "yearly_amount", "yearly_unit")
    )
    if isinstance(unit, str) and not pd.isna(yearly):
        number = format_number(float(yearly), t.language)
        symbol = reference.unit_sign(unit, t.language)
        prefix = f"{side}_" if side else ""
        if row.get(f"{prefix}taken_by") and f"{prefix}whole_amount" in row:
            return t(
                "{amount} of {whole} {unit} still free",
                amount=number,
                whole=format_number(float(_of(row, side, "whole_amount")), t.language),
                unit=symbol,
            )
        if _of(row, side, "period") == "once":
            return t("{amount} {unit}, once", amount=number, unit=symbol)
        return t("{amount} {unit} a year", amount=number, unit=symbol)
    if isinstance(typed, str):
        return t("“{typed}”, not converted to a year", typed=typed)
    return t("quantity not known")


def taken(row: Row, t: Translator) -> str:
    """Return what running synergies take of a card (a row of resource_table.sql), "" where none runs."""
    count = int(row.get("taken_by") or 0)
    if not count:
        return ""
    if pd.isna(row["yearly_amount"]) or not row["taken_amount"]:
        return t("Synergies run with it, amount not known: {count}", count=count)
    values = {
        "taken": format_number(float(row["taken_amount"]), t.language),
        "whole": format_number(float(row["yearly_amount"]), t.language),
        "unit": reference.unit_sign(row["yearly_unit"], t.language),
        "count": count,
    }
    if row["is_used_up"]:
        return t("Nothing left of {whole} {unit}: no longer suggested (synergies: {count})", **values)
    if count == 1:
        return t("{taken} of {whole} {unit} a year taken by 1 synergy", **values)
    return t("{taken} of {whole} {unit} a year taken by {count} synergies", **values)


def place(row: Row, side: str, t: Translator) -> str:
    """Return where a side is, as exactly as the reader may know."""
    zone = _of(row, side, "zone_name_tr" if t.language == "tr" else "zone_name_en")
    district = _of(row, side, "district")
    if isinstance(zone, str):
        return t("{zone}, {district}", zone=zone, district=district) if isinstance(district, str) else zone
    if isinstance(district, str):
        return district
    return t("place not known") if _of(row, side, "is_named") else t("place not disclosed")


def far(km: float | None, is_coarse: bool, t: Translator) -> str:
    """Return a distance in km, as the crow flies; an upper limit where one side's place is not disclosed."""
    if km is None or pd.isna(km):
        return t("distance not disclosed") if is_coarse else t("distance not known")
    number = format_number(km, t.language, 0 if km >= 10 else 1)
    if is_coarse:
        return t("at most {km} km as the crow flies", km=number)
    return t("{km} km as the crow flies", km=number)


def lacking(row: Row, side: str, t: Translator) -> str:
    """Return what a card lacks, commas between; "" for a complete card."""
    return ", ".join(t(quality.LABELS[Gap(gap)]) for gap in _of(row, side, "missing"))


def season(months: object, t: Translator) -> str:
    """Return the months of a card (";" between) by name, "" for all year or not said."""
    if not isinstance(months, str) or not months:
        return ""
    names = get_month_names("abbreviated", locale="tr" if t.language == "tr" else "en")
    return ", ".join(names[int(month)] for month in months.split(";"))


def codes(cell: object, t: Translator) -> Sequence[str]:
    """Return the waste codes of a card (";" between), each as it is written with its name in the reader's language."""
    if not isinstance(cell, str):
        return ()
    known = reference.waste_codes()
    return [
        f"{wastecodes.format_code(code)} {known[code].name(t.language)}"
        if code in known
        else wastecodes.format_code(code)
        for code in cell.split(";")
    ]


def sector_name(group_id: object, t: Translator) -> str:
    """Return the name of a display group of activities, "" where it is not known."""
    group = reference.sector_groups().get(group_id) if isinstance(group_id, str) else None
    return group.name(t.language) if group else ""


def _of(row: Row, side: str, name: str) -> Any:
    return row[f"{side}_{name}" if side else name]
