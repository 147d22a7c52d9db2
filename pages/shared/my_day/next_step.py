"""Setting the next action of a synergy with its day, by a quick choice or by the calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Stage
from core.domain.numbers import format_date
from core.domain.synergies.my_day import SOON, Soon, day_of
from core.domain.synergies.stages import STEPS
from core.errors import ChangedByOthersError, SimbiyozError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, clock, session, telling
from pages.shared.my_day import dates, unfold
from pages.shared.text import plain


def form(row: dict[str, Any], t: Translator) -> None:
    """Draw the form of a row; what is typed stays while it is closed. After saving its key is new."""
    key = f"my_day_next_{row['synergy_id']}_{row['row_version']}"
    step = t(STEPS[Stage(row["stage"])].text)
    before = row["next_action"] if isinstance(row["next_action"], str) else ""
    what = st.text_input(
        t("What"), value=before, max_chars=200, placeholder=step, key=f"{key}_what", persist_state="session"
    )
    if not before:
        st.caption(t("Proposed: {step}", step=step))
    chosen: date | None = None
    with st.container(horizontal=True):
        for soon in Soon:
            if st.button(t(SOON[soon]), key=f"{key}_{soon}"):
                chosen = day_of(soon, clock.today())
    kept = pd.Timestamp(row["next_action_on"]).date() if pd.notna(row["next_action_on"]) else None
    day = st.date_input(
        t("Another day"),
        value=kept if kept and kept >= clock.today() else None,
        min_value=clock.today(),
        format="DD.MM.YYYY",
        key=f"{key}_day",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        saved = st.button(t("Save"), type="primary", key=f"{key}_save")
        dates.button(row, t)
    if saved:
        chosen = day
        if chosen is None:
            st.error(t("Choose a day first."), icon=":material/event:")
    if chosen:
        _save(row, what.strip() or before or step, chosen, t)


def _save(row: dict[str, Any], what: str, day: date, t: Translator) -> None:
    database, acting = cache.database(), session.user()
    try:
        kept = synergies.get(database, acting, str(row["synergy_id"]))
        changed = replace(
            kept,
            next_action=what,
            next_action_on=day,
            owner_id=kept.owner_id or acting.user_id,
            row_version=int(row["row_version"]),
        )
        synergies.save(database, acting, changed, now=clock.now())
    except ChangedByOthersError as error:
        st.error(error.text(t), icon=":material/error:")
        st.caption(plain(str(error.newer.get("next_action") or "–")))
        return
    except SimbiyozError as error:
        telling.refusal(error, t, {"next_action": t("What"), "next_action_on": t("Another day")})
        return
    unfold.close()
    st.toast(t("Next action on {day}.", day=format_date(day, t.language)), icon=":material/event_available:")
    st.rerun()
