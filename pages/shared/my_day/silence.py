"""After how many days without a sign a synergy counts as silent: said to all, set by managers."""

from dataclasses import replace

import streamlit as st

from core.domain import settings as domain
from core.domain.settings import Name, Setting
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import settings
from core.services.permissions import allows
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain


def rule(count: int, t: Translator) -> None:
    """Draw what silent means where there is any, and for managers the field that sets its days."""
    if not count and not allows(session.role(), "settings.save"):
        return
    kept = settings.current(cache.database(), session.user()).get(Name.SILENT_DAYS)
    days = domain.silent_days(kept)
    said = t(
        "Silent: followed, no entry in the log, no new stage and no date for more than {days} days.",
        days=days,
    )
    st.caption(f"{said} {t('Set by {name}.', name=plain(kept.set_by))}" if kept else said)
    if allows(session.role(), "settings.save"):
        with st.expander(t("Change the days"), icon=":material/tune:", type="compact"):
            _form(kept, days, t)


def _form(kept: Setting | None, days: int, t: Translator) -> None:
    version = kept.row_version if kept else 0
    given = st.number_input(
        t("Silent after (days)"),
        min_value=1,
        max_value=int(domain.MOST[Name.SILENT_DAYS]),
        value=days,
        step=1,
        key=f"my_day_silent_{version}",
        width=220,
    )
    if not st.button(t("Save"), type="primary", key="my_day_silent_save"):
        return
    asked = Setting(session.user().region_id, Name.SILENT_DAYS, float(given), clock.today(), "")
    try:
        settings.save(cache.database(), session.user(), replace(asked, row_version=version), now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, {"value": t("Silent after (days)")})
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()
