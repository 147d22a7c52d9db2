"""Forms of bodies and meetings. They ask for no person's name."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.domain.programme.governance import (
    NAME_LIMIT,
    TEXT_LIMIT,
    Body,
    Meeting,
)
from core.i18n import Translator
from core.services import programme
from pages.shared import cache, clock, forms, retire, session
from pages.shared.forms import Compared
from pages.shared.programme import sections
from pages.shared.text import plain

_NEW = "new"


def bodies(known: tuple[Body, ...], t: Translator) -> None:
    """Draw the form of a body, new or known."""
    names = {_NEW: t("A new body")} | {one.body_id: one.name(t.language) for one in known}
    chosen = st.selectbox(t("Body"), list(names), format_func=names.__getitem__, key="programme_body_pick")
    kept = next((one for one in known if one.body_id == chosen), None)
    labels = {
        "name_tr": t("Name in Turkish"),
        "name_en": t("Name in English"),
        "task_tr": t("Task in Turkish"),
        "task_en": t("Task in English"),
    }
    initial = {field: getattr(kept, field) for field in labels} if kept else {}
    form = forms.begin(f"programme_body.{chosen}", t, initial, version=kept.row_version if kept else None)
    forms.problems(form, [Compared(field, said) for field, said in labels.items()])
    told: dict[str, Any] = {}
    for field, said in labels.items():
        is_name = field.startswith("name")
        limit = NAME_LIMIT if is_name else TEXT_LIMIT
        told[field] = forms.text(form, field, said, lines=1 if is_name else 2, limit=limit) or ""
    if st.button(t("Save"), key="programme_body_save", type="primary"):
        made = Body(kept.body_id if kept else clock.new_id(), "", len(known) + 1, **told)
        if kept:
            made = replace(
                made, position=kept.position, is_sample=kept.is_sample, row_version=forms.version(form)
            )
        sections.done(
            form,
            lambda: programme.save_body(
                cache.database(), session.user(), made, now=clock.now(), new=kept is None
            ),
        )
    if kept:
        retire.button(
            t("Take out of the list"),
            t("“{name}” is no longer listed; its meetings stay.", name=plain(kept.name(t.language))),
            lambda: programme.retire_body(
                cache.database(), session.user(), kept.body_id, kept.row_version, now=clock.now()
            ),
            lambda: forms.clear(form),
            t,
            key="programme_body_retire",
        )


def meeting(kept: Meeting | None, known: tuple[Body, ...], t: Translator) -> None:
    """Draw the form of a meeting: a new one for all staff, a kept one for managers."""
    name = kept.meeting_id if kept else _NEW
    labels = {"body_id": t("Body"), "subject": t("Subject"), "held_on": t("Day"), "place": t("Place")}
    form = forms.begin(
        f"programme_meeting.{name}", t, _initial(kept), version=kept.row_version if kept else None
    )
    forms.problems(form, [Compared(field, said) for field, said in labels.items()])
    told: dict[str, Any] = {
        "body_id": forms.pick(
            form, "body_id", labels["body_id"], {one.body_id: one.name(t.language) for one in known}
        )
        or "",
        "subject": forms.text(form, "subject", labels["subject"], limit=NAME_LIMIT) or "",
    }
    left, right = st.columns(2)
    with left:
        told["held_on"] = forms.day(form, "held_on", labels["held_on"])
    with right:
        told["place"] = forms.text(form, "place", labels["place"], limit=NAME_LIMIT)
    told |= sections.counts(form)
    st.caption(t("People are counted, not named: please write no person's name anywhere here."))
    if st.button(t("Save"), key=f"programme_meeting_save_{name}", type="primary"):
        made = Meeting(kept.meeting_id if kept else clock.new_id(), "", **told)
        if kept:
            made = replace(made, row_version=forms.version(form))
        write = programme.save_meeting if kept else programme.add_meeting
        sections.done(form, lambda: write(cache.database(), session.user(), made, now=clock.now()))
    if kept:
        retire.button(
            t("Take out of the list"),
            t(
                "The meeting “{name}” is no longer listed or counted, nor are its decisions and actions.",
                name=plain(kept.subject),
            ),
            lambda: programme.retire_meeting(
                cache.database(), session.user(), kept.meeting_id, kept.row_version, now=clock.now()
            ),
            lambda: forms.clear(form),
            t,
            key="programme_meeting_retire",
        )


def _initial(kept: Meeting | None) -> dict[str, Any]:
    if kept is None:
        return {}
    said = {name: str(getattr(kept, name)) for name in ("women", "men", "not_said")}
    return said | {
        "body_id": kept.body_id,
        "subject": kept.subject,
        "place": kept.place,
        "held_on": kept.held_on.isoformat() if kept.held_on else None,
    }
