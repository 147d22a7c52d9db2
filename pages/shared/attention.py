"""What needs attention today, as a short list with the way to each thing; the whole as a table one click away."""

import pandas as pd
import streamlit as st

from core.domain.numbers import format_date
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import cache
from pages.shared.text import plain

FIRST = 5
REASONS = {
    "overdue": m("Next action overdue"),
    "silent": m("Silent for more than 30 days"),
    "open_visit": m("Visit not closed"),
    "draft_card": m("Card is a draft"),
}
_ICONS = {
    "overdue": ":material/alarm:",
    "silent": ":material/hourglass_bottom:",
    "open_visit": ":material/edit_note:",
    "draft_card": ":material/draft:",
}
_PAGES = {"synergy": "pages/synergies.py", "visit": "pages/visit.py", "resource": "pages/register.py"}


def draw(t: Translator) -> None:
    """Draw what needs attention, the most urgent first."""
    found = cache.attention()
    st.subheader(t("Needs attention today"))
    if found.empty:
        st.success(t("Nothing is overdue."), icon=":material/check_circle:")
        return
    with st.container(horizontal=True):
        for reason, text in REASONS.items():
            if count := int((found["reason"] == reason).sum()):
                st.badge(
                    f"{t(text)}: {count}",
                    icon=_ICONS[reason],
                    color="orange" if reason == "overdue" else "gray",
                )
    for _, row in found.head(FIRST).iterrows():
        _line(row, t)
    if len(found) > FIRST:
        with st.expander(t("All {count}", count=len(found))):
            st.dataframe(table(found, t), hide_index=True, alt=t("Needs attention today"))


def table(found: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the list for reading."""
    return pd.DataFrame(
        {
            t("Why"): [t(REASONS[reason]) for reason in found["reason"]],
            t("What"): found["title"],
            t("Firm"): found["firm_name"],
            t("Since"): [format_date(since, t.language) for since in found["since"]],
        }
    )


def _line(row: pd.Series, t: Translator) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(
            f"**{plain(row['title'])}**  \n{plain(row['firm_name'])} · {t(REASONS[str(row['reason'])])} · "
            f"{format_date(pd.Timestamp(str(row['since'])).date(), t.language)}",
            width="stretch",
        )
        st.page_link(
            _PAGES[str(row["record_type"])],
            label=t("Open"),
            icon=":material/arrow_forward:",
            query_params={str(row["record_type"]): str(row["record_id"])},
        )
