"""Dates of My day as calendar files: one for a row, one for all; made only when somebody asks for it."""

from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from core.domain.frames import records
from core.domain.model import User
from core.domain.synergies.my_day import Bucket
from core.i18n import Translator
from core.services import my_day
from core.views import calendar_file
from core.views.calendar_file import Due
from pages.shared import cache, clock, session

_DATED = (Bucket.OVERDUE, Bucket.THIS_WEEK, Bucket.LATER)
_MOST = 5000  # dates in one file


def button(row: dict[str, Any], t: Translator) -> None:
    """Draw the download of a row's date, if it has one."""
    if pd.isna(row["next_action_on"]):
        return
    due = _due(row, _here())
    st.download_button(
        t("To the calendar"),
        lambda: calendar_file.of([due], t, now=clock.now()),
        file_name=f"simbiyoz-{row['synergy_id']}.ics",
        mime="text/calendar",
        icon=":material/calendar_add_on:",
        on_click="ignore",
        type="tertiary",
        key=f"my_day_ics_{row['synergy_id']}",
    )


def all_of_mine(t: Translator) -> None:
    """Draw the download of all dates that the person owns."""
    acting, here = session.user(), _here()  # the file is made outside the session
    st.download_button(
        t("All my dates to the calendar"),
        lambda: calendar_file.of(_all(acting, here), t, now=clock.now()),
        file_name="simbiyoz.ics",
        mime="text/calendar",
        icon=":material/calendar_month:",
        on_click="ignore",
        type="tertiary",
        key="my_day_ics_all",
    )


def _all(acting: User, here: str) -> list[Due]:
    found = my_day.synergies(
        cache.database(), acting, today=clock.today(), everybody=False, buckets=_DATED, most=_MOST
    )
    return [_due(row, here) for row in records(found)]


def _due(row: dict[str, Any], here: str) -> Due:
    said = row["next_action"] if isinstance(row["next_action"], str) else None
    return Due(
        synergy_id=str(row["synergy_id"]),
        on=pd.Timestamp(row["next_action_on"]).date(),
        action=said or str(row["title"]),
        title=str(row["title"]),
        firms=f"{row['giver_name']} → {row['taker_name']}",
        version=int(row["row_version"]),
        changed_at=pd.Timestamp(row["updated_at"]).to_pydatetime(),
        link=f"{here}/synergies?synergy={row['synergy_id']}" if here else None,
    )


def _here() -> str:
    """Return the address under which the reader sees the platform, "" where none is known."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
