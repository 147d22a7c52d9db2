"""Trainings of trainers and of firms: what was held, who took part, which firm sent how many."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.programme.governance import NAME_LIMIT, Attendance, Training, TrainingKind
from core.domain.register import firmname
from core.i18n import Translator
from core.services import programme
from core.services.permissions import allows
from pages.shared import (
    cache,
    cache_programme,
    clock,
    forms,
    linked,
    retire,
    session,
    tables,
)
from pages.shared.programme import sections
from pages.shared.text import plain

_NEW = "new"


def draw(t: Translator) -> None:
    """Draw the section."""
    with st.expander(t("Record a training"), icon=":material/add:"):
        _form(None, t)
    found = cache_programme.trainings()
    if found.empty:
        st.info(t("No training yet."), icon=":material/school:")
        return
    tables.draw(_table(found, t), t("Trainings, newest first"), phone=(t("Day"), t("Subject"), t("Firms")))
    rows = {row["training_id"]: row for row in found.to_dict("records")}
    chosen = st.selectbox(
        t("Look at a training"),
        list(rows),
        format_func=lambda one: f"{format_date(rows[one]['held_on'], t.language)} · {rows[one]['subject']}",
        **linked.arguments("programme", "training", list(rows), next(iter(rows))),
    )
    with st.container(border=True, key="programme_training_detail"):
        _one(rows[chosen], t)


def _table(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("Day"): [format_date(one, t.language) for one in found["held_on"]],
            t("Subject"): found["subject"],
            t("For whom"): [label(TrainingKind(one), t) for one in found["kind"]],
            t("Hours"): [format_number(one, t.language) if pd.notna(one) else "" for one in found["hours"]],
            t("Firms"): found["firms"],
            t("Women"): found["women"],
            t("Men"): found["men"],
            t("Not said"): found["not_said"],
        }
    )


def _one(row: dict[Any, Any], t: Translator) -> None:
    st.markdown(f"**{plain(row['subject'])}**")
    where = [row["place"]] if isinstance(row["place"], str) else []
    who = sections.people(pd.DataFrame([row]))
    told = [*where, sections.said(who, t), sections.counted(who, t)]
    st.caption(" · ".join(plain(one) for one in told))
    found = programme.attendance(cache.database(), session.user(), row["training_id"])
    others = row["own_women"] + row["own_men"] + row["own_not_said"]
    if others:
        st.caption(t("Of these from no firm of the register: {count}", count=others))
    if len(found):
        tables.draw(
            pd.DataFrame(
                {
                    t("Firm"): [firmname.short(one) for one in found["firm_name"]],
                    t("Women"): found["women"],
                    t("Men"): found["men"],
                    t("Not said"): found["not_said"],
                }
            ),
            t("How many each firm sent"),
            phone=(t("Firm"), t("Women"), t("Men")),
        )
    with st.expander(t("Say how many a firm sent"), icon=":material/group_add:"):
        _attendance(row["training_id"], t)
    if allows(session.role(), "programme.save_training"):
        with st.expander(t("Change this training"), icon=":material/edit:"):
            _form(programme.training(cache.database(), session.user(), row["training_id"]), t)


def _form(kept: Training | None, t: Translator) -> None:
    name = kept.training_id if kept else _NEW
    form = forms.begin(
        f"programme_training.{name}", t, _initial(kept), version=kept.row_version if kept else None
    )
    forms.problems(form)
    told: dict[str, Any] = {
        "kind": forms.choice(form, "kind", t("For whom"), TrainingKind, style="segments", required=True)
        or TrainingKind.FIRMS,
        "subject": forms.text(form, "subject", t("Subject"), limit=NAME_LIMIT) or "",
    }
    left, middle, right = st.columns(3)
    with left:
        told["held_on"] = forms.day(form, "held_on", t("Day"))
    with middle:
        told["hours"] = forms.number(form, "hours", t("Hours"))
    with right:
        told["place"] = forms.text(form, "place", t("Place"), limit=NAME_LIMIT)
    st.caption(t("People from no firm of the register; what firms sent is said below the training."))
    told |= sections.counts(form)
    if st.button(t("Save"), key=f"programme_training_save_{name}", type="primary"):
        made = Training(kept.training_id if kept else clock.new_id(), "", **told)
        if kept:
            made = replace(made, row_version=forms.version(form))
        write = programme.save_training if kept else programme.add_training
        sections.done(form, lambda: write(cache.database(), session.user(), made, now=clock.now()))
    if kept:
        retire.button(
            t("Take out of the list"),
            t("“{name}” is no longer listed or counted.", name=plain(kept.subject)),
            lambda: programme.retire_training(
                cache.database(), session.user(), kept.training_id, kept.row_version, now=clock.now()
            ),
            lambda: forms.clear(form),
            t,
            key="programme_training_retire",
        )


def _attendance(training_id: str, t: Translator) -> None:
    form = forms.begin(f"programme_attendance.{training_id}", t)
    forms.problems(form)
    known = cache.firms().drop_duplicates("firm_id")
    names = dict(zip(known["firm_id"], known["name"], strict=True))
    firm_id = forms.pick(form, "firm_id", t("Firm"), names)
    told = sections.counts(form)
    st.caption(t("What you say replaces what was said of this firm; nobody takes it off the list."))
    if st.button(t("Save"), key="programme_attendance_save", type="primary"):
        sent = Attendance(training_id, firm_id or "", **told)
        sections.done(
            form, lambda: programme.keep_attendance(cache.database(), session.user(), sent, now=clock.now())
        )


def _initial(kept: Training | None) -> dict[str, Any]:
    if kept is None:
        return {"kind": TrainingKind.FIRMS.value}
    said = {name: str(getattr(kept, name)) for name in ("women", "men", "not_said")}
    return said | {
        "kind": kept.kind.value,
        "subject": kept.subject,
        "place": kept.place,
        "hours": forms.spelled(kept.hours, session.language()),
        "held_on": kept.held_on.isoformat() if kept.held_on else None,
    }
