"""Rows pasted into a visit: the yearly waste declaration becomes draft haves, the capacity report draft wants."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from core.domain import reference, wastecodes
from core.domain.choices import Direction
from core.domain.exchange import declarations
from core.domain.exchange.declarations import DECLARATION, MATERIALS, Column, Declared, Table
from core.domain.numbers import Convention
from core.i18n import Translator
from core.services import pasting, visits
from pages.shared import cache, clock, forms, session
from pages.shared.visit.state import Here

_COLUMNS = "visit.columns"  # which column is what, remembered for each kind of table
_UNITS = ("kg", "t", "m3", "piece")


@dataclass(frozen=True)
class _Sort:
    """One of the two things that are pasted."""

    name: str
    direction: Direction
    columns: tuple[Column, ...]
    unit: str


_SORTS = {
    "declaration": _Sort("declaration", Direction.HAVE, DECLARATION, "kg"),
    "materials": _Sort("materials", Direction.WANT, MATERIALS, "t"),
}


def draw(here: Here, sort: str) -> None:
    """Draw the field to paste into, what was understood of it, and the button that makes draft cards of it."""
    _paste(here, _SORTS[sort])


@st.fragment
def _paste(here: Here, sort: _Sort) -> None:
    t = session.translator_of_session()
    form = forms.begin(f"visit.paste.{sort.name}.{here.visit.visit_id}", t)
    forms.problems(form)
    label = (
        t("Rows of the yearly waste declaration: code, amount, unit, R/D operation, receiver")
        if sort.direction is Direction.HAVE
        else t("Raw materials of the capacity report: name, amount, unit")
    )
    pasted = forms.text(
        form, "pasted", label, lines=6, placeholder=t("Copy the rows in the spreadsheet and paste them here")
    )
    rows = declarations.table(pasted or "")
    if not rows:
        return
    mapped = _mapped(rows, sort, t)
    convention, unit = _written(form, rows, mapped, sort)
    read = declarations.read(rows, mapped, convention, unit)
    _preview(read, sort, t)
    good = [row for row in read if row.can_be_card]
    if len(rows) > declarations.ROW_LIMIT:
        st.warning(
            t("Only the first {count} rows are taken.", count=declarations.ROW_LIMIT), icon=":material/cut:"
        )
    words = t("Make {count} draft cards", count=len(good))
    icon = ":material/playlist_add_check:"
    if st.button(words, type="primary", icon=icon, disabled=not good, key="visit.paste_make"):
        _make(here, form, sort, good, convention)
        st.rerun()


def _mapped(rows: Table, sort: _Sort, t: Translator) -> dict[Column, int]:
    """Let the user say which column is what; what was said for such a table before goes before the guess."""
    form = forms.begin(_COLUMNS, t)
    signature = f"{sort.name}:{declarations.signature(rows)}"
    guessed = declarations.guess(rows, sort.columns)
    known = forms.value(form, signature) or {}
    mapped = {column: int(known.get(column.value, guessed.get(column, -1))) for column in sort.columns}
    samples = rows[1] if declarations.has_heading(rows) and len(rows) > 1 else rows[0]
    numbered = [f"{i + 1}: {cell[:24] or '–'}" for i, cell in enumerate(samples)]
    with st.container(horizontal=True):
        for column in sort.columns:
            key = f"visit.column.{column.value}"
            session.put(key, mapped[column] if mapped[column] < len(samples) else -1)
            st.selectbox(
                _words(t)[column],
                range(-1, len(samples)),
                format_func=lambda i: t("none") if i < 0 else numbered[i],
                key=key,
                width=210,
                on_change=_remember,
                args=(form, signature, {**{one.value: i for one, i in mapped.items()}}, column.value),
            )
    return {column: i for column, i in mapped.items() if 0 <= i < len(samples)}


def _remember(form: forms.Form, signature: str, before: dict[str, int], column: str) -> None:
    forms.put(form, signature, {**before, column: session.get(f"visit.column.{column}")})


def _written(form: forms.Form, rows: Table, mapped: dict[Column, int], sort: _Sort) -> tuple[Convention, str]:
    """Ask how numbers are written where the column does not tell, and the unit where no column holds it."""
    t = form.t
    convention = declarations.convention_of(rows, mapped)
    unit = sort.unit
    with st.container(horizontal=True):
        if convention is None and Column.AMOUNT in mapped:
            options = {"tr": "1.234,5", "en": "1,234.5"}
            if forms.value(form, "convention") is None:
                form.kept["convention"] = "en" if t.language == "en" else "tr"
            said = forms.pick(
                form, "convention", t("Numbers are written"), options, style="segments", required=True
            )
            convention = "en" if said == "en" else "tr"
        if Column.UNIT not in mapped:
            symbols = {code: reference.units()[code].symbol(t.language) for code in _UNITS}
            if forms.value(form, "unit") is None:
                form.kept["unit"] = unit
            unit = (
                forms.pick(form, "unit", t("Unit of the amounts"), symbols, style="segments", required=True)
                or unit
            )
    return convention or "tr", unit


def _preview(read: list[Declared], sort: _Sort, t: Translator) -> None:
    words = _words(t)
    frame = pd.DataFrame([_shown(row, sort, words, t) for row in read])
    st.dataframe(
        frame,
        hide_index=True,
        alt=t("What was read of the pasted rows"),
        height=min(36 * len(read) + 42, 360),
    )
    if sort.direction is Direction.HAVE and any(row.receiver for row in read):
        st.caption(
            t("Receivers are kept in the visit's notes, which only advisors read: they are not for the card.")
        )


def _shown(row: Declared, sort: _Sort, words: dict[Column, str], t: Translator) -> dict[str, Any]:
    unit = reference.units().get(row.unit or "")
    values = {
        Column.CODE: wastecodes.format_code(row.code) if row.code else "",
        Column.NAME: row.name,
        Column.AMOUNT: f"{row.amount} {unit.symbol(t.language) if unit else ''}".strip(),
        Column.OPERATION: row.operation or "",
        Column.RECEIVER: row.receiver,
    }
    shown: dict[str, Any] = {t("Row"): row.line}
    shown |= {words[column]: values[column] for column in sort.columns if column in values}
    return shown | {t("To be looked at"): " ".join(error.text(t) for error in row.problems.values())}


def _make(here: Here, form: forms.Form, sort: _Sort, rows: list[Declared], convention: Convention) -> None:
    cards = [
        declarations.draft(
            row,
            sort.direction,
            convention,
            here.t.language,
            resource_id=clock.new_id(),
            site_id=here.site.site_id,
            visit_id=here.visit.visit_id,
        )
        for row in rows
    ]
    if forms.tried(
        form, lambda: pasting.save_drafts(cache.database(), session.user(), cards, now=clock.now())
    ):
        _note_receivers(here, rows)
        forms.clear(form)
        st.toast(here.t("{count} draft cards are made.", count=len(cards)), icon=":material/check_circle:")


def _note_receivers(here: Here, rows: list[Declared]) -> None:
    lines = [
        ", ".join(part for part in (row.code or row.name, row.operation, row.receiver) if part)
        for row in rows
        if row.receiver
    ]
    if not lines:
        return
    visit = visits.get(cache.database(), session.user(), here.visit.visit_id).visit
    notes = "\n".join(part for part in (visit.notes, *lines) if part)[:4000]
    visits.save(cache.database(), session.user(), replace(visit, notes=notes), now=clock.now())


def _words(t: Translator) -> dict[Column, str]:
    return {
        Column.CODE: t("Waste code"),
        Column.NAME: t("Name"),
        Column.AMOUNT: t("Amount"),
        Column.UNIT: t("Unit"),
        Column.OPERATION: t("R/D operation"),
        Column.RECEIVER: t("Receiver"),
    }
