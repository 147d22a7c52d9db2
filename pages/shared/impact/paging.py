"""Long tables of the Impact page: a search, at most fifty rows at a time, and a chosen row that opens its synergy."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from core.domain.text import fold
from core.i18n import Translator
from pages.shared import session, tables

ROWS = 50
_MOST = 230  # px: what is longer breaks into two lines


def draw(
    key: str,
    titles: Sequence[str],
    synergy_ids: Sequence[str],
    table: Callable[[list[int]], pd.DataFrame],
    alt: str,
    t: Translator,
    *,
    breaks: bool = False,
) -> None:
    """Draw one page of a table: `table` makes it of the places of its rows in `titles` and `synergy_ids`.

    Where it `breaks`, long texts stand in lines, so that more columns are seen.
    """
    places = _found(key, titles, t)
    count = -(-len(places) // ROWS)
    page = 1
    if count > 1:
        page = st.pagination(count, key=f"impact_{key}_page") or 1
    shown = places[(min(page, max(count, 1)) - 1) * ROWS :][:ROWS]
    frame = table(shown)
    picked = st.dataframe(
        tables.spelled(frame, t),
        hide_index=True,
        column_config=tables.fitted(frame, most=_MOST, breaks=True) if breaks else tables.fitted(frame),
        row_height=tables.HIGH if breaks else None,
        alt=alt,
        on_select="rerun",
        selection_mode="single-row",
        key=f"impact_{key}_table",
    )
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(shown):
        session.forget(f"impact_{key}_table")
        open_synergy(synergy_ids[shown[chosen[0]]])


def open_synergy(synergy_id: str) -> None:
    """Go to the part of a synergy's page that holds its impact."""
    session.forget("synergies_part")
    st.switch_page("pages/synergies.py", query_params={"synergy": synergy_id, "part": "impact"})


def _found(key: str, titles: Sequence[str], t: Translator) -> list[int]:
    """Return the places of the rows whose title holds what is searched; a short table has no search."""
    if len(titles) <= ROWS:
        return list(range(len(titles)))
    asked = fold(
        st.text_input(t("Search"), key=f"impact_{key}_search", icon=":material/search:", live="400ms")
    )
    if not asked:
        return list(range(len(titles)))
    return [place for place, title in enumerate(titles) if asked in fold(title)]
