"""The list of synergies: filters, one table, and the choice of the one to open."""

import pandas as pd
import streamlit as st

from core.domain.choices import Stage
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.text import fold
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import session

FOLLOWED, ALL = "followed", "all"
SCOPES = {
    FOLLOWED: m("Followed"),
    Stage.IDEA.value: m("Ideas"),
    "ended": m("Stalled or dropped"),
    ALL: m("All"),
}
_ENDED = (Stage.STALLED.value, Stage.DROPPED.value)


def draw(found: pd.DataFrame, t: Translator) -> str | None:
    """Draw filters and table; return the id of the synergy that the user opened, if any."""
    scopes = _scopes(found)
    words = {name: f"{t(SCOPES[name])} ({int(rows.sum())})" for name, rows in scopes.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scope = st.segmented_control(
            t("Shown"),
            list(SCOPES),
            default=FOLLOWED,
            required=True,
            wrap=True,
            format_func=words.__getitem__,
            key="synergies_scope",
        )
        asked = st.text_input(
            t("Search"),
            key="synergies_search",
            placeholder=t("Firm or subject"),
            icon=":material/search:",
            width=320,
        )
    rows = _asked(found[scopes[str(scope)]], asked or "")
    if rows.empty:
        st.info(t("Nothing here with these filters."))
        return _linked(found)
    picked = st.dataframe(
        table(rows, t),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="synergies_table",
        alt=t("Synergies, one a row; choose a row to open it"),
    )
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        st.query_params["synergy"] = str(rows.iloc[chosen[0]]["synergy_id"])
    return _linked(found)


def table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the synergies for reading."""
    return pd.DataFrame(
        {
            t("Synergy"): rows["title"],
            t("Stage"): [label(Stage(stage), t) for stage in rows["stage"]],
            t("Since"): [format_date(since, t.language) for since in rows["stage_since"]],
            t("Next action"): rows["next_action"].fillna(""),
            t("Due"): [
                format_date(due, t.language) if pd.notna(due) else "" for due in rows["next_action_on"]
            ],
            t("Giver"): rows["giver_name"],
            t("Taker"): rows["taker_name"],
        }
    )


def _linked(found: pd.DataFrame) -> str | None:
    asked = st.query_params.get("synergy")
    return asked if asked in set(found["synergy_id"]) else None


def _scopes(found: pd.DataFrame) -> "dict[str, pd.Series[bool]]":
    """Return which rows each scope shows, all at once: Streamlit asks for an option's words many times a run."""
    ended = found["stage"].isin(_ENDED)
    idea = found["stage"] == Stage.IDEA.value
    return {FOLLOWED: ~ended & ~idea, Stage.IDEA.value: idea, "ended": ended, ALL: ended | True}


def _asked(rows: pd.DataFrame, asked: str) -> pd.DataFrame:
    if not asked.strip():
        return rows
    said = rows[["title", "giver_name", "taker_name"]].fillna("").agg(" ".join, axis=1).map(fold)
    return rows[said.str.contains(fold(asked.strip()), regex=False)]


def close() -> None:
    """Close the opened synergy."""
    st.query_params.pop("synergy", None)
    session.forget("synergies_table")
