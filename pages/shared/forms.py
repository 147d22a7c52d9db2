"""Long input: keyed widgets outside st.form, each change kept in the user's draft row, errors at the field.

A lost connection, a reload, another page or the other language lose nothing: a widget whose value Streamlit
has dropped gets it back from the draft, else from the record. How to use it:

    form = forms.begin(f"visit.card.{resource_id}", t, initial={"name": "Cullet", "kind": "material"})
    name = forms.text(form, "name", t("Name"))
    kind = forms.choice(form, "kind", t("Kind"), Kind)
    if st.button(t("Save")) and forms.tried(form, lambda: resources.save(...)):
        forms.clear(form)

`initial` and drafts hold JSON values: choices by their value, dates as ISO text, numbers as typed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, TypeVar

import streamlit as st

from core.domain.labels import label as word
from core.domain.numbers import format_date, format_number, parse_number
from core.errors import ChangedByOthersError, InvalidRecordError, SimbiyozError
from core.i18n import Translator
from pages.shared import session
from pages.shared.form_state import (
    Form,
    begin,
    begun,
    clear,
    errors,
    hydrated,
    keeping,
    newer,
    put,
    settled,
    tried,
    unreadable,
    value,
    version,
)
from pages.shared.text import plain

__all__ = ["Form", "begin", "begun", "clear", "errors", "put", "say", "tried", "value", "version"]

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Compared:
    """A field that is shown beside its newer value: its label, and how a value (as JSON) is said."""

    field: str
    label: str
    said: Callable[[Any], str] = lambda given: "" if given is None else str(given)


def text(
    form: Form,
    field: str,
    label: str,
    *,
    lines: int = 1,
    live: bool = True,
    limit: int | None = None,
    **more: Any,
) -> str | None:
    """Draw a text field and return what it says, None if nothing; `live` keeps it while it is typed."""
    truth = value(form, field) or ""
    key = hydrated(form, field, truth)
    more |= {"key": key, "max_chars": limit, **keeping(form, field)}
    if lines > 1:
        drawn = st.text_area(label, height=28 * lines + 40, **more)
    else:
        drawn = st.text_input(label, live="400ms" if live else False, **more)
    settled(form, truth, drawn)
    say(form, field)
    return (drawn or "").strip() or None


def number(form: Form, field: str, label: str, *, unit: str = "", **more: Any) -> float | None:
    """Draw a number typed as people do (1.234,5 or 1,234.5) and return it; what is none is said at the field.

    What can be read in two ways is read as the reader's language writes it, and rewritten so that it shows.
    """
    truth = value(form, field) or ""
    drawn = st.text_input(label, key=hydrated(form, field, truth), **keeping(form, field, _spelled), **more)
    settled(form, truth, drawn)
    try:
        found = parsed(drawn, form.t.language)
    except SimbiyozError as error:
        refuse(form, field, error)
        return None
    refuse(form, field, None)
    if found is not None and unit:
        st.caption(f"= {format_number(found, form.t.language)} {plain(unit)}")
    say(form, field)
    return found


def choice(
    form: Form,
    field: str,
    label: str,
    options: type[Choice] | Sequence[Choice],
    *,
    style: Literal["select", "segments", "pills"] = "select",
    required: bool = False,
    **more: Any,
) -> Choice | None:
    """Draw a choice among the values of an enumeration and return the chosen one; `required` begins with the first."""
    by_value = {option.value: option for option in options}
    words = {one: word(option, form.t) for one, option in by_value.items()}
    chosen = pick(form, field, label, words, style=style, required=required, **more)
    return by_value.get(chosen or "")


def pick(
    form: Form,
    field: str,
    label: str,
    options: Mapping[str, str],
    *,
    style: Literal["select", "segments", "pills", "radio"] = "select",
    required: bool = False,
    **more: Any,
) -> str | None:
    """Draw a choice among ids with their names and return the chosen id; `required` begins with the first."""
    truth = value(form, field)
    if truth not in options:
        truth = next(iter(options), None) if required else None
    more |= {"key": hydrated(form, field, truth), **keeping(form, field)}
    drawn: Any
    if style in ("segments", "pills"):  # like radio they read Markdown; a select box does not
        more |= {"format_func": lambda one: plain(options[one]), "required": required, "wrap": True}
        drawn = (st.pills if style == "pills" else st.segmented_control)(label, list(options), **more)
    elif style == "radio":
        drawn = st.radio(
            label, list(options), index=None, format_func=lambda one: plain(options[one]), **more
        )
    else:
        more |= {"format_func": options.__getitem__, "placeholder": form.t("Choose")}
        drawn = st.selectbox(label, list(options), index=0 if required else None, **more)
    settled(form, truth, drawn)
    say(form, field)
    return str(drawn) if drawn is not None else None


def several(form: Form, field: str, label: str, options: Mapping[Any, str], **more: Any) -> list[Any]:
    """Draw options of which several may be chosen and return those that are."""
    truth = [one for one in value(form, field) or [] if one in options]
    drawn = st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=lambda one: plain(options[one]),
        key=hydrated(form, field, truth),
        wrap=True,
        **keeping(form, field),
        **more,
    )
    settled(form, truth, drawn)
    say(form, field)
    return list(drawn)


def yes_no(form: Form, field: str, label: str, **more: Any) -> bool | None:
    """Draw yes / no, neither of which need be chosen, and return the answer; None is not known."""
    words = {"yes": form.t("Yes"), "no": form.t("No")}
    chosen = pick(form, field, label, words, style="segments", **more)
    return None if chosen is None else chosen == "yes"


def day(form: Form, field: str, label: str, **more: Any) -> date | None:
    """Draw a date and return it."""
    kept = value(form, field)
    truth = date.fromisoformat(kept) if kept else None
    key = hydrated(form, field, truth)
    drawn = st.date_input(label, value=None, format="DD.MM.YYYY", key=key, **keeping(form, field), **more)
    settled(form, truth, drawn)
    say(form, field)
    return drawn if isinstance(drawn, date) else None


def refuse(form: Form, field: str, error: SimbiyozError | None) -> None:
    """Say at a field that what stands in it cannot be read, and hold up saving; None lets go again."""
    unreadable(form, field, error)
    if error:
        st.caption(_red(error.text(form.t)))


def problems(form: Form, compared: Sequence[Compared] = ()) -> None:
    """Say above the fields what concerns the whole record; where others were faster, their values too."""
    found = errors(form)
    if "" in found:
        st.error(plain(found[""].text(form.t)), icon=":material/error:")
    elif found:
        st.error(InvalidRecordError(found).text(form.t), icon=":material/error:")
    stored = newer(form)
    if stored:
        _compare(form, stored, compared)


def said_day(moment: date | None, t: Translator) -> str:
    """Return a date as the reader writes it, "" for none; pandas' timestamps are dates too."""
    return format_date(moment, t.language) if moment is not None else ""


def parsed(typed: str | None, language: str) -> float | None:
    """Return a number as typed by a reader of `language`, None for nothing. Raises NotANumberError."""
    if not (typed or "").strip():
        return None
    return parse_number(str(typed), "en" if language == "en" else "tr")


def spelled(amount: float | None, language: str) -> str:
    """Return a number as its field shows it: without thousands, with the language's decimal sign.

    >>> spelled(1234.5, "tr"), spelled(1.125, "en"), spelled(250000, "tr"), spelled(None, "tr")
    ('1234,5', '1.1250', '250000', '')
    """
    if amount is None:
        return ""
    written = f"{amount:.6f}".rstrip("0").rstrip(".")
    if len(written.partition(".")[2]) == 3:
        written += "0"  # three digits behind the sign could be thousands in the other language
    return written if language == "en" else written.replace(".", ",")


def _compare(form: Form, stored: Mapping[str, Any], compared: Sequence[Compared]) -> None:
    t = form.t
    st.warning(ChangedByOthersError({}).text(t), icon=":material/sync_problem:")
    for one in compared:
        theirs, mine = one.said(stored.get(one.field)), one.said(value(form, one.field))
        if theirs == mine:
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                t(
                    "**{label}**: yours is “{mine}”, stored now is “{stored}”",
                    label=one.label,
                    mine=plain(mine or "–"),
                    stored=plain(theirs or "–"),
                ),
                width="stretch",
            )
            st.button(
                t("Take the stored one"),
                key=f"{form.name}:take.{one.field}",
                on_click=put,
                args=(form, one.field, stored.get(one.field)),
            )


def _spelled(key: str) -> None:
    """Rewrite a number so that it reads the same in both languages."""
    language = session.language()
    try:
        session.put(key, spelled(parsed(session.get(key), language), language))
    except SimbiyozError:
        return  # shown at the field, as typed


def say(form: Form, field: str) -> None:
    """Say what the last attempt to save found wrong in a field; for fields that are drawn elsewhere."""
    error = errors(form).get(field)
    if error:
        st.caption(_red(error.text(form.t)))


def _red(sentence: str) -> str:
    return f":red[:material/error: {plain(sentence)}]"
