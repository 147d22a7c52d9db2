"""What stands behind `forms`: a form's fields, their drafts, and what saving found wrong.

The draft row is the truth of what was typed; the session's widget keys only mirror it. Streamlit drops a widget's value
when it is not drawn, and loses it when the page script ran once without app.py (a deep link on a cold server): then the
widget is given its value back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitAPIException

from core.errors import ChangedByOthersError, InvalidRecordError, SimbiyozError
from core.i18n import Translator
from core.services import drafts
from pages.shared import cache, clock, session

_ERRORS, _NEWER, _VERSION, _UNREAD, _HEALED = ":errors", ":newer", ":version", ":unread", ":healed"
_HEALINGS = 3  # then a widget that insists on another value is left alone


@dataclass(frozen=True)
class Form:
    """One long input: `name` is the draft's, `kept` what is known of its fields (draft over record)."""

    name: str
    t: Translator
    kept: dict[str, Any]

    def key(self, field: str) -> str:
        """Return the session's key of a field."""
        return f"{self.name}.{field}"


def begin(
    name: str, t: Translator, initial: Mapping[str, Any] | None = None, *, version: int | None = None
) -> Form:
    """Return a form with what the user's draft keeps of it laid over the `initial` values of the record.

    `version` is the record's row_version now; the draft remembers the one from which the first change was made.
    """
    draft = drafts.load(cache.database(), session.user(), name)
    if "row_version" not in draft:
        session.put(name + _VERSION, version)
    return Form(name, t, {**(initial or {}), **draft})


def goes_on(name: str, row_version: int) -> None:
    """Let a draft begun from `row_version` go on from the next one: the user's own change elsewhere is no conflict."""
    draft = drafts.load(cache.database(), session.user(), name)
    if draft.get("row_version") == row_version:
        drafts.keep(cache.database(), session.user(), name, "row_version", row_version + 1, now=clock.now())


def version(form: Form) -> int:
    """Return the row_version to save with: that of the first change, or what others stored if that was shown."""
    newer = session.get(form.name + _NEWER)
    if newer:
        return int(newer["row_version"])
    return int(form.kept.get("row_version") or session.get(form.name + _VERSION) or 1)


def value(form: Form, field: str) -> Any:
    """Return what a field holds, as JSON; also for a field that is not drawn."""
    return form.kept.get(field)


def put(form: Form, field: str, given: Any) -> None:
    """Set a field and keep it. A widget that is drawn already shows it from the next run on."""
    form.kept[field] = given
    try:
        session.put(form.key(field), given)
    except StreamlitAPIException:
        del st.session_state[form.key(field)]
    keep(form.name, field, given)


def begun(form: Form) -> bool:
    """Return whether the user has typed anything into the form that is not saved yet."""
    return bool(drafts.load(cache.database(), session.user(), form.name))


def clear(form: Form) -> None:
    """Forget the draft and what the session holds of it: it became a record or is not wanted any more."""
    drafts.discard(cache.database(), session.user(), form.name)
    session.forget(form.name + ".", form.name + ":")


def tried(
    form: Form, action: Callable[[], object], stored: Callable[[], Mapping[str, Any]] | None = None
) -> bool:
    """Run a writing service and return whether it was done; what it finds wrong is kept for the fields.

    `stored` returns the record as it now is, as JSON values with row_version, for the case that others were faster.
    Draw the page anew (st.rerun) after False, so that the fields show what was found.
    """
    session.put(form.name + _ERRORS, {})
    try:
        if session.get(form.name + _UNREAD):
            raise InvalidRecordError({"": InvalidRecordError({})})
        action()
    except InvalidRecordError as error:
        session.put(form.name + _ERRORS, dict(error.findings))
    except ChangedByOthersError as error:
        session.put(form.name + _NEWER, dict(stored() if stored else error.newer))
    except SimbiyozError as error:
        session.put(form.name + _ERRORS, {"": error})
    else:
        session.put(form.name + _NEWER, {})
        return True
    return False


def errors(form: Form) -> dict[str, SimbiyozError]:
    """Return what the last attempt to save found wrong, by field; "" is the whole record."""
    return dict(session.get(form.name + _ERRORS) or {})


def newer(form: Form) -> dict[str, Any]:
    """Return what others have stored meanwhile, as JSON; empty if nobody was faster."""
    return dict(session.get(form.name + _NEWER) or {})


def unreadable(form: Form, field: str, error: SimbiyozError | None) -> None:
    """Note that what stands in a field cannot be read (None: it can), so that saving waits for it."""
    others = {name: one for name, one in (session.get(form.name + _UNREAD) or {}).items() if name != field}
    session.put(form.name + _UNREAD, others | ({field: error} if error else {}))


def hydrated(form: Form, field: str, truth: Any) -> str:
    """Return the key of a field after giving the widget the value that it has to show."""
    key = form.key(field)
    if key not in st.session_state or st.session_state[key] != truth:
        session.put(key, truth)
    return key


def settled(form: Form, truth: Any, drawn: Any) -> None:
    """Draw the page anew if a widget shows something else than it was given: its identity has changed."""
    healings = session.get(form.name + _HEALED, 0)
    if drawn != truth and healings < _HEALINGS:
        session.put(form.name + _HEALED, healings + 1)
        st.rerun()


def keeping(form: Form, field: str, first: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Return the arguments that make a widget keep its changes; `first` may mend the value under the key."""
    return {"on_change": _changed, "args": (form.name, field, first)}


def keep(name: str, field: str, given: Any) -> None:
    """Write a field to the draft."""
    acting, moment = session.user(), clock.now()
    started_from = session.get(name + _VERSION)
    if started_from is not None:
        drafts.keep(cache.database(), acting, name, "row_version", started_from, now=moment)
        session.put(name + _VERSION, None)
    given = given.isoformat() if isinstance(given, date) else given
    drafts.keep(cache.database(), acting, name, field, given, now=moment)


def _changed(name: str, field: str, first: Callable[[str], None] | None) -> None:
    if first:
        first(f"{name}.{field}")
    found = session.get(name + _ERRORS)
    if found:
        session.put(name + _ERRORS, {other: one for other, one in found.items() if other not in (field, "")})
    session.put(name + _HEALED, 0)
    keep(name, field, session.get(f"{name}.{field}"))
