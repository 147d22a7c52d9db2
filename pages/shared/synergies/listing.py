"""The table of synergies: scope, order, one page, and the choice of the one to open."""

import pandas as pd
import streamlit as st

from core.domain.choices import STAGES_IN_ORDER, Stage
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.synergies.board import SORTS, Asked, Sort
from core.errors import NotFoundError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import synergies
from core.services.permissions import allows
from pages.shared import cache, cache_accounts, cache_board, device, session, tables
from pages.shared.synergies import filters, words

PAGE_ROWS = 50
FOLLOWED, ALL = "followed", "all"
SCOPES = {
    FOLLOWED: m("Followed"),
    Stage.IDEA.value: m("Ideas"),
    "ended": m("Stalled or dropped"),
    ALL: m("All"),
}
STAGES = {
    FOLLOWED: tuple(stage for stage in STAGES_IN_ORDER if stage is not Stage.IDEA),
    Stage.IDEA.value: (Stage.IDEA,),
    "ended": (Stage.STALLED, Stage.DROPPED),
    ALL: tuple(Stage),
}


def draw(asked: Asked, counts: dict[Stage, int], t: Translator, *, may_open: bool) -> None:
    """Draw scope, order and a page of the table; a chosen row opens its synergy's page for whoever may."""
    sums = {name: sum(counts[stage] for stage in stages) for name, stages in STAGES.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scope = st.segmented_control(
            t("Shown"),
            list(SCOPES),
            default=FOLLOWED,
            required=True,
            wrap=True,
            format_func={name: f"{t(SCOPES[name])} ({sums[name]})" for name in SCOPES}.__getitem__,
            key="synergies_scope",
            persist_state="page",
            on_change=filters.to_first_page,
        )
        sort = _order(t)
    count = sums[str(scope)]
    if not count:
        st.info(t("Nothing here with these filters."))
        return
    if may_open:
        st.caption(t("Choose a row to open its synergy."))
    rows = cache_board.page(asked, STAGES[str(scope)], sort, _skip(count), PAGE_ROWS)
    shown = table(rows, t)
    narrow = tables.of_phone(shown, (t("Synergy"), t("Stage"))) if device.is_phone() else {"data": shown}
    picked = st.dataframe(
        **narrow,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="synergies_table",
        alt=t("Synergies, one a row; choose a row to open it"),
    )
    chosen = picked["selection"]["rows"]
    if may_open and chosen and chosen[0] < len(rows):
        st.query_params["synergy"] = str(rows.iloc[chosen[0]]["synergy_id"])
        session.forget("synergies_table")
        st.rerun()
    if count > PAGE_ROWS:
        st.pagination(-(-count // PAGE_ROWS), key=filters.PAGE, persist_state="page")


def table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the synergies for reading; owner and what blocks only for staff."""
    shown = {
        t("Synergy"): rows["title"],
        t("Stage"): [label(Stage(stage), t) for stage in rows["stage"]],
        t("Since"): [format_date(since, t.language) for since in rows["stage_since"]],
        t("Next action"): rows["next_action"].fillna(""),
        t("Due"): [format_date(due, t.language) if pd.notna(due) else "" for due in rows["next_action_on"]],
        t("Giver"): rows["giver_name"],
        t("Taker"): rows["taker_name"],
    }
    if allows(session.role(), "board.blocking"):
        names, blocks = cache_accounts.names(), cache_board.blocking(tuple(rows["synergy_id"]))
        shown[t("Owner")] = [names.get(one, "") for one in rows["owner_id"]]
        shown[t("What blocks")] = [words.blocks(blocks.get(one), t) for one in rows["synergy_id"]]
    return pd.DataFrame(shown)


def opened() -> str | None:
    """Return the synergy that the address names, if the region has it."""
    asked = st.query_params.get("synergy")
    try:
        return synergies.get(cache.database(), session.user(), asked).synergy_id if asked else None
    except NotFoundError:
        return None


def close() -> None:
    """Close the opened synergy."""
    for name in ("synergy", "part"):
        st.query_params.pop(name, None)
    session.forget("synergies_table", "synergies_part")


def _order(t: Translator) -> Sort:
    chosen = st.selectbox(
        t("Order"),
        list(Sort),
        format_func=lambda one: t(SORTS[one]),
        width=220,
        key="synergies_sort",
        persist_state="page",
    )
    return chosen or Sort.NEWEST


def _skip(count: int) -> int:
    page = min(int(session.get(filters.PAGE, 1) or 1), -(-count // PAGE_ROWS))
    return (page - 1) * PAGE_ROWS
