"""The rest of My day: its parts with what each holds, visits never closed, incomplete cards, and an empty day."""

import pandas as pd
import streamlit as st

from core.domain.numbers import format_date
from core.domain.register.quality import LABELS, Gap
from core.domain.synergies.my_day import Bucket, Counts
from core.i18n import Translator
from core.i18n import marked as m
from core.services.permissions import allows
from pages.shared import cache_day, session
from pages.shared.my_day import dates
from pages.shared.my_day.synergies import limit, more
from pages.shared.programme import actions
from pages.shared.text import plain
from pages.shared.visit import state


def summary(owed: Counts, t: Translator) -> None:
    """Draw how much is owed of each kind, as badges."""
    due, week = owed.buckets[Bucket.OVERDUE], owed.buckets[Bucket.THIS_WEEK]
    silent = owed.buckets[Bucket.SILENT]
    told = (
        (due, t("Overdue: {count}", count=due), "red", ":material/alarm:"),
        (week, t("This week: {count}", count=week), "green", ":material/today:"),
        (silent, t("Silent: {count}", count=silent), "orange", ":material/hourglass_bottom:"),
        (owed.visits, t("Visits not closed: {count}", count=owed.visits), "gray", ":material/edit_note:"),
        (owed.cards, t("Cards that lack something: {count}", count=owed.cards), "gray", ":material/draft:"),
    )
    with st.container(horizontal=True, key="my_day_summary"):
        for count, said, color, icon in told:
            if count:
                st.badge(said, icon=icon, color=color)  # type: ignore[arg-type]


def parts(owed: Counts, due: int, t: Translator) -> dict[str, str]:
    """Return the parts of the page by name, each said with how much it holds; `due` counts actions of meetings."""
    of = owed.buckets
    told = {
        "now": (of[Bucket.OVERDUE] + of[Bucket.THIS_WEEK] + due, m("To do now: {count}")),
        "silent": (of[Bucket.SILENT], m("Silent: {count}")),
        "later": (of[Bucket.LATER] + of[Bucket.UNDATED], m("Later: {count}")),
        "visits": (owed.visits, m("Visits not closed: {count}")),
        "cards": (owed.cards, m("Cards that lack something: {count}")),
    }
    always = {"now"} | ({"silent"} if allows(session.role(), "settings.save") else set())
    return {name: t(said, count=count) for name, (count, said) in told.items() if count or name in always}


def now(owed: Counts, due: pd.DataFrame, t: Translator) -> None:
    """Draw what the meetings left to be done now, and what follows what is due, or that nothing is."""
    actions.draw_due(due, t)
    if due.empty and not (owed.buckets[Bucket.OVERDUE] or owed.buckets[Bucket.THIS_WEEK]):
        st.success(t("Nothing is due this week."), icon=":material/check_circle:")
    dates.all_of_mine(t)


def nothing(everybody: bool, t: Translator) -> None:
    """Say what to do on a day on which nothing is owed."""
    if everybody:
        st.info(
            t(
                "Nobody owes anything yet. Record a synergy worth following and give it a next action with a date."
            ),
            icon=":material/conversion_path:",
        )
    else:
        st.success(
            t(
                "You own no synergy with something to do. Look at “Everybody's”, or take one over on the board."
            ),
            icon=":material/check_circle:",
        )
    st.page_link("pages/suggestions.py", label=t("Suggestions"), icon=":material/handshake:")
    st.page_link("pages/synergies.py", label=t("Synergies"), icon=":material/conversion_path:")


def visits(count: int, everybody: bool, t: Translator) -> None:
    """Draw the visits that were begun and never closed."""
    if not count:
        return
    st.subheader(f":material/edit_note: {t('Visits not closed')} ({count})")
    for row in cache_day.open_visits(limit("visits"), everybody=everybody).to_dict("records"):
        day = format_date(row["visited_on"], t.language)
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(
                f"**{plain(row['firm_name'])}**  \n{plain(row['site_name'])} · "
                f"{t('Visited on {day}', day=day)}",
                width="stretch",
            )
            if st.button(
                t("Go on with the visit"),
                icon=":material/arrow_forward:",
                key=f"my_day_visit_{row['visit_id']}",
            ):
                state.go_on(str(row["visit_id"]))
                st.switch_page("pages/visit.py")
    more("visits", count, t)


def cards(count: int, everybody: bool, t: Translator) -> None:
    """Draw the cards that lack what a suggestion needs."""
    if not count:
        return
    st.subheader(f":material/draft: {t('Cards that lack what a suggestion needs')} ({count})")
    st.caption(t("Those of firms in followed synergies or visits come first."))
    for row in cache_day.cards(limit("cards"), everybody=everybody).to_dict("records"):
        gaps = ", ".join(t(LABELS[Gap(gap)]) for gap in row["lacks"])
        draft = t("Card is a draft") if row["is_draft"] else ""
        lacks = t("Lacks: {gaps}", gaps=gaps) if gaps else ""
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(
                f"**{plain(row['name'])}**  \n"
                + " · ".join(filter(None, (plain(row["firm_name"]), draft, lacks))),
                width="stretch",
            )
            st.page_link(
                "pages/register.py",
                label=t("Complete the card"),
                icon=":material/arrow_forward:",
                query_params={"resource": str(row["resource_id"])},
            )
    more("cards", count, t)
