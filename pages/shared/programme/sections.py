"""The parts of the Programme page, the numbers above them, and what its forms share."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.numbers import format_number
from core.domain.programme.governance import People
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import cache_programme, forms, linked
from pages.shared.forms import Form

SECTIONS = {
    "actions": m("Actions"),
    "meetings": m("Bodies and meetings"),
    "trainings": m("Trainings"),
}


def choose(names: list[str], t: Translator) -> str:
    """Draw the sections and return the chosen one."""
    return linked.section("programme", t("Section"), {name: t(SECTIONS[name]) for name in names})


def numbers(t: Translator) -> None:
    """Draw how much was held and what is owed."""
    actions, meetings, trainings = (
        cache_programme.actions(),
        cache_programme.meetings(),
        cache_programme.trainings(),
    )
    still = actions[actions["state"] == "open"]
    told = (
        (t("Open actions"), len(still), t("Overdue: {count}", count=int(still["is_overdue"].sum()))),
        (t("Meetings"), len(meetings), said(people(meetings), t)),
        (t("Trainings"), len(trainings), said(people(trainings), t)),
    )
    for column, (name, number, more) in zip(st.columns(len(told)), told, strict=True):
        with column:
            st.metric(name, format_number(number, t.language), border=True)
            st.caption(more)
    if bool(meetings["is_sample"].any()) or bool(trainings["is_sample"].any()):
        st.caption(t("Sample data: these meetings and trainings are invented."))


def people(rows: pd.DataFrame) -> People:
    """Return all who took part in some meetings or trainings."""
    return People(*(int(rows[name].sum()) for name in ("women", "men", "not_said")))


def said(counted: People, t: Translator) -> str:
    """Return how many took part, and how many of them are women."""
    share = counted.share_of_women
    if share is None:
        return t("Participants: {count}", count=format_number(counted.total, t.language))
    return t(
        "Participants: {count}, women {share} %",
        count=format_number(counted.total, t.language),
        share=format_number(share * 100, t.language, 0),
    )


def counted(people: People, t: Translator) -> str:
    """Return how many women and men took part, and how many said neither."""
    return t(
        "women {women}, men {men}, not said {not_said}",
        women=format_number(people.women, t.language),
        men=format_number(people.men, t.language),
        not_said=format_number(people.not_said, t.language),
    )


def counts(form: Form) -> dict[str, int]:
    """Draw the three numbers of people and return them; an empty field is nobody."""
    names = {"women": form.t("Women"), "men": form.t("Men"), "not_said": form.t("Not said")}
    found: dict[str, int] = {}
    for column, (field, name) in zip(st.columns(3), names.items(), strict=True):
        with column:
            found[field] = round(forms.number(form, field, name) or 0)
    return found


def done(
    form: Form, action: Callable[[], object], stored: Callable[[], dict[str, Any]] | None = None
) -> None:
    """Run a writing service for a form, say that it was done, and draw the page anew."""
    if forms.tried(form, action, stored):
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()
