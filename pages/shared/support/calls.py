"""The calls of the support programme: dates, budget, what they ask for, and where they are run."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.domain.programme.support import Call, Fact
from core.domain.programme.support_facts import days_left
from core.i18n import Translator
from core.i18n import marked as m
from core.services import support
from core.services.permissions import allows
from pages.shared import cache, cache_people, clock, dialogs, retire, session, telling
from pages.shared.support import amounts
from pages.shared.text import plain

_KEY = "support_call_"
FIELDS = {
    "name": m("Name of the call"),
    "funder": m("Funder"),
    "system": m("Run in"),
    "address": m("Address of the official call"),
    "opens_on": m("Opens on"),
    "closes_on": m("Closes on"),
    "budget_try": m("Budget (TRY)"),
    "highest_share": m("Highest share of the costs (%)"),
    "highest_grant_try": m("Highest support for one application (TRY)"),
}


def draw(t: Translator) -> None:
    """Draw the calls and, for leaders, the form."""
    may_write = allows(session.role(), "support.save_call")
    if may_write and st.button(t("Add a call"), icon=":material/add:", key=f"{_KEY}new"):
        dialogs.lasting(t("Add a call"), width="large")(_form)(None, t)
    found = cache_people.calls()
    if not found:
        st.info(t("No call yet. A manager adds it with what it asks for."), icon=":material/campaign:")
    for call in found:
        _card(call, may_write, t)


def _card(call: Call, may_write: bool, t: Translator) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(call.name)}** {_badge(call, t)}")
        facts = [call.funder or ""]
        if call.system:
            facts.append(t("Run in {system}", system=call.system))
        if call.opens_on and call.closes_on:
            days = [format_date(one, t.language) for one in (call.opens_on, call.closes_on)]
            facts.append(f"{days[0]} – {days[1]}")
        st.markdown(plain(" · ".join(one for one in facts if one)))
        st.caption(plain(" · ".join(_money(call, t))))
        if call.needed:
            asked = ", ".join(label(one, t) for one in call.needed)
            st.markdown(f"{plain(t('It asks for'))}: {plain(asked)}")
        if call.conditions:
            st.caption(plain(call.conditions))
        with st.container(horizontal=True):
            if call.address and call.is_sample:
                st.caption(t("Sample data: this call and its address are invented."))
            elif call.address:
                st.link_button(t("Official call"), call.address, icon=":material/open_in_new:")
            if may_write:
                _change(call, t)


def _change(call: Call, t: Translator) -> None:
    if st.button(t("Edit"), type="tertiary", icon=":material/edit:", key=f"{_KEY}{call.call_id}"):
        dialogs.lasting(t("Change a call"), width="large")(_form)(call, t)
    retire.button(
        t("Take out"),
        t("“{name}” leaves the list of calls. Applications to it stay.", name=plain(call.name)),
        lambda: support.retire_call(
            cache.database(), session.user(), call.call_id, call.row_version, now=clock.now()
        ),
        lambda: None,
        t,
        key=f"{_KEY}retire_{call.call_id}",
    )


def _badge(call: Call, t: Translator) -> str:
    left = days_left(call, clock.today())
    if call.is_open(clock.today()):
        said = t("Open, {days} days left", days=left) if left is not None else t("Open now")
        return f":green-badge[{plain(said)}]"
    return f":gray-badge[{plain(t('Not open'))}]"


def _money(call: Call, t: Translator) -> list[str]:
    said = []
    if call.budget_try is not None:
        said.append(t("Budget: {amount} TRY", amount=format_number(call.budget_try, t.language, 0)))
    if call.highest_share is not None:
        said.append(
            t("at most {share} % of the costs", share=format_number(100 * call.highest_share, t.language, 0))
        )
    if call.highest_grant_try is not None:
        most = format_number(call.highest_grant_try, t.language, 0)
        said.append(t("at most {amount} TRY for one application", amount=most))
    return said


def _form(kept: Call | None, t: Translator) -> None:
    base = kept or Call(clock.new_id(), session.user().region_id, "")
    key = f"{_KEY}form_{f'{kept.call_id}_{kept.row_version}' if kept else 'new'}_"
    texts = _texts(base, key, t)
    days: dict[str, Any] = {
        name: column.date_input(
            t(FIELDS[name]), value=getattr(base, name), format="DD.MM.YYYY", **dialogs.kept(f"{key}{name}")
        )
        for name, column in zip(("opens_on", "closes_on"), st.columns(2), strict=True)
    }
    money = _numbers(base, key, t)
    facts: list[Fact] = list(Fact)
    needed = st.pills(
        t("It asks for"), facts, selection_mode="multi", default=list(base.needed),
        format_func=lambda one: plain(label(one, t)), **dialogs.kept(f"{key}needed"), wrap=True,
    )  # fmt: skip
    conditions = st.text_area(
        t("Further conditions"),
        value=base.conditions or "",
        max_chars=4000,
        **dialogs.kept(f"{key}conditions"),
    )
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key=f"{key}save")
        dialogs.ways_out(key, t)
    if saved:
        said = {name: value or None for name, value in texts.items() if name != "name"}
        on = {name: value if isinstance(value, date) else None for name, value in days.items()}
        more: dict[str, Any] = said | on | money
        changed = replace(
            base, name=texts["name"], needed=tuple(needed), conditions=conditions.strip() or None
        )
        _save(replace(changed, **more), kept is None, t)


def _texts(base: Call, key: str, t: Translator) -> dict[str, str]:
    """Draw the texts in rows of two, so that a phone shows them in their order."""
    said: dict[str, str] = {}
    for row in (("name", "funder"), ("system", "address")):
        for name, column in zip(row, st.columns(2), strict=True):
            typed = column.text_input(
                t(FIELDS[name]), value=getattr(base, name) or "", **dialogs.typed(f"{key}{name}")
            )
            said[name] = typed.strip()
    return said


def _numbers(base: Call, key: str, t: Translator) -> dict[str, Any]:
    shown = {
        "budget_try": base.budget_try,
        "highest_share": None if base.highest_share is None else 100 * base.highest_share,
        "highest_grant_try": base.highest_grant_try,
    }
    found: dict[str, float | None] = {}
    for (name, value), column in zip(shown.items(), st.columns(3), strict=True):
        with column:
            found[name] = amounts.number(t(FIELDS[name]), value, f"{key}{name}", t)
    share = found["highest_share"]
    return found | {"highest_share": None if share is None else share / 100}


def _save(call: Call, new: bool, t: Translator) -> None:
    save = partial(support.save_call, cache.database(), session.user(), call, now=clock.now(), new=new)
    telling.saved(save, t, FIELDS, f"{_KEY}form_")
