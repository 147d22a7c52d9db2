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
from core.domain.numbers import format_number, parse_number
from core.errors import ChangedByOthersError, InvalidRecordError, SimbiyozError
from core.i18n import Translator
from core.services import drafts
from pages.shared import cache, clock, session
from pages.shared.text import plain

Choice = TypeVar("Choice", bound=StrEnum)
_ERRORS, _NEWER = ":errors", ":newer"


@dataclass(frozen=True)
class Form:
    """One long input: `name` is the draft's, `kept` what is known of its fields (draft over record)."""

    name: str
    t: Translator
    kept: Mapping[str, Any]

    def key(self, field: str) -> str:
        """Return the session's key of a field."""
        return f"{self.name}.{field}"


@dataclass(frozen=True)
class Compared:
    """A field that is shown beside its newer value: its label, and how a value (as JSON) is said."""

    field: str
    label: str
    said: Callable[[Any], str] = lambda given: "" if given is None else str(given)


def begin(name: str, t: Translator, initial: Mapping[str, Any] | None = None) -> Form:
    """Return a form with what the user's draft keeps of it laid over the `initial` values of the record."""
    return Form(name, t, {**(initial or {}), **drafts.load(cache.database(), session.user(), name)})


def value(form: Form, field: str) -> Any:
    """Return what a field holds now, as JSON; also for a field that is not drawn."""
    return session.get(form.key(field), form.kept.get(field))


def put(form: Form, field: str, given: Any) -> None:
    """Set a field and keep it; for callbacks and for fields without a widget (before it is drawn)."""
    session.put(form.key(field), given)
    _keep(form.name, field)


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
    key = _hydrated(form, field, "")
    if lines > 1:
        st.text_area(label, key=key, max_chars=limit, height=28 * lines + 40, **_keeping(form, field), **more)
    else:
        st.text_input(
            label, key=key, max_chars=limit, live="400ms" if live else False, **_keeping(form, field), **more
        )
    _say(form, field)
    return (session.get(key) or "").strip() or None


def number(form: Form, field: str, label: str, *, unit: str = "", **more: Any) -> float | None:
    """Draw a number typed as people do (1.234,5 or 1,234.5) and return it; what is none is said at the field.

    What can be read in two ways is read as the reader's language writes it and then shown so.
    """
    key = _hydrated(form, field, "")
    st.text_input(label, key=key, icon=None, **_keeping(form, field, _spelled), **more)
    try:
        found = parsed(session.get(key), form.t.language)
    except SimbiyozError as error:
        st.caption(_red(error.text(form.t)))
        return None
    if found is not None and unit:
        st.caption(f"= {format_number(found, form.t.language)} {plain(unit)}")
    _say(form, field)
    return found


def choice(
    form: Form,
    field: str,
    label: str,
    options: type[Choice] | Sequence[Choice],
    *,
    style: Literal["select", "segments"] = "select",
    required: bool = False,
    words: Callable[[Choice], str] | None = None,
    **more: Any,
) -> Choice | None:
    """Draw a choice among the values of an enumeration and return the chosen one."""
    by_value = {option.value: option for option in options}
    said = words or (lambda option: word(option, form.t))
    key = _hydrated(form, field, None)
    if session.get(key) not in by_value:
        session.put(key, next(iter(by_value)) if required else None)
    drawing = {"format_func": lambda one: said(by_value[one]), "key": key, **_keeping(form, field), **more}
    if style == "segments":
        chosen = st.segmented_control(label, list(by_value), required=required, wrap=True, **drawing)
    else:
        chosen = st.selectbox(label, list(by_value), index=None, placeholder=form.t("Choose"), **drawing)
    _say(form, field)
    return by_value.get(chosen or "")


def pick(
    form: Form, field: str, label: str, options: Mapping[str, str], *, style: str = "select", **more: Any
) -> str | None:
    """Draw a choice among ids with their names and return the chosen id."""
    key = _hydrated(form, field, None)
    if session.get(key) not in options:
        session.put(key, None)
    drawing = {"key": key, **_keeping(form, field), **more}
    if style == "segments":  # the only one of the two that reads Markdown
        drawing["format_func"] = lambda one: plain(options[one])
        chosen = st.segmented_control(label, list(options), wrap=True, **drawing)
    else:
        drawing["format_func"] = options.__getitem__
        chosen = st.selectbox(label, list(options), index=None, placeholder=form.t("Choose"), **drawing)
    _say(form, field)
    return str(chosen) if chosen is not None else None


def several(form: Form, field: str, label: str, options: Mapping[Any, str], **more: Any) -> list[Any]:
    """Draw options of which several may be chosen and return those that are."""
    key = _hydrated(form, field, [])
    session.put(key, [one for one in session.get(key) or [] if one in options])
    chosen = st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=lambda one: plain(options[one]),
        key=key,
        wrap=True,
        **_keeping(form, field),
        **more,
    )
    _say(form, field)
    return list(chosen)


def yes_no(form: Form, field: str, label: str, **more: Any) -> bool | None:
    """Draw yes / no, neither of which need be chosen, and return the answer; None is not known."""
    words = {"yes": form.t("Yes"), "no": form.t("No")}
    chosen = pick(form, field, label, words, style="segments", **more)
    return None if chosen is None else chosen == "yes"


def day(form: Form, field: str, label: str, **more: Any) -> date | None:
    """Draw a date and return it."""
    key = form.key(field)
    if key not in st.session_state:
        kept = form.kept.get(field)
        session.put(key, date.fromisoformat(kept) if kept else None)
    chosen = st.date_input(label, value=None, format="DD.MM.YYYY", key=key, **_keeping(form, field), **more)
    _say(form, field)
    return chosen if isinstance(chosen, date) else None


def tried(form: Form, action: Callable[[], object]) -> bool:
    """Run a writing service and return whether it was done; what it finds wrong is kept for the fields.

    Draw the page anew (st.rerun) after False, so that the fields show what was found.
    """
    session.put(form.name + _ERRORS, {})
    try:
        action()
    except InvalidRecordError as error:
        session.put(form.name + _ERRORS, dict(error.findings))
    except ChangedByOthersError as error:
        session.put(form.name + _NEWER, dict(error.newer))
    except SimbiyozError as error:
        session.put(form.name + _ERRORS, {"": error})
    else:
        session.put(form.name + _NEWER, {})
        return True
    return False


def problems(form: Form, compared: Sequence[Compared] = ()) -> None:
    """Say above the fields what concerns the whole record; where others were faster, their values too."""
    errors = session.get(form.name + _ERRORS) or {}
    if "" in errors:
        st.error(errors[""].text(form.t), icon=":material/error:")
    elif errors:
        st.error(InvalidRecordError(errors).text(form.t), icon=":material/error:")
    newer = session.get(form.name + _NEWER)
    if newer:
        _compare(form, newer, compared)


def newer_version(form: Form) -> int | None:
    """Return the row_version that others have stored meanwhile: saving with it overwrites them knowingly."""
    newer = session.get(form.name + _NEWER)
    return int(newer["row_version"]) if newer else None


def clear(form: Form) -> None:
    """Forget the draft and what the session holds of it: it became a record or is not wanted any more."""
    drafts.discard(cache.database(), session.user(), form.name)
    session.forget(form.name + ".", form.name + ":")


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


def _compare(form: Form, newer: Mapping[str, Any], compared: Sequence[Compared]) -> None:
    t = form.t
    st.warning(ChangedByOthersError({}).text(t), icon=":material/sync_problem:")
    for one in compared:
        stored, mine = newer.get(one.field), value(form, one.field)
        if one.said(stored) == one.said(mine):
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                t(
                    "**{label}**: yours is “{mine}”, stored now is “{stored}”",
                    label=one.label,
                    mine=plain(one.said(mine) or "–"),
                    stored=plain(one.said(stored) or "–"),
                ),
                width="stretch",
            )
            st.button(
                t("Take the stored one"),
                key=f"{form.name}:take.{one.field}",
                on_click=put,
                args=(form, one.field, stored),
            )


def _hydrated(form: Form, field: str, empty: Any) -> str:
    """Return the key of a field, having given the session its value back where Streamlit dropped it."""
    key = form.key(field)
    if key not in st.session_state:
        kept = form.kept.get(field)
        session.put(key, empty if kept is None else kept)
    return key


def _keeping(form: Form, field: str, first: Callable[[str], None] | None = None) -> dict[str, Any]:
    return {"on_change": _changed, "args": (form.name, field, first)}


def _changed(name: str, field: str, first: Callable[[str], None] | None) -> None:
    if first:
        first(f"{name}.{field}")
    errors = session.get(name + _ERRORS)
    if errors:
        session.put(
            name + _ERRORS, {other: error for other, error in errors.items() if other not in (field, "")}
        )
    _keep(name, field)


def _keep(name: str, field: str) -> None:
    given = session.get(f"{name}.{field}")
    given = given.isoformat() if isinstance(given, date) else given
    drafts.keep(cache.database(), session.user(), name, field, given, now=clock.now())


def _spelled(key: str) -> None:
    """Rewrite a number so that it reads the same in both languages."""
    language = session.language()
    try:
        session.put(key, spelled(parsed(session.get(key), language), language))
    except SimbiyozError:
        return  # shown at the field, as typed


def _say(form: Form, field: str) -> None:
    error = (session.get(form.name + _ERRORS) or {}).get(field)
    if error:
        st.caption(_red(error.text(form.t)))


def _red(sentence: str) -> str:
    return f":red[:material/error: {plain(sentence)}]"
