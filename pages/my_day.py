"""My day: what the signed-in person owes, what fell silent, which cards lack something, which visits are open."""

import streamlit as st

from core.domain.my_day import Bucket
from core.services.permissions import LEADERS, allows
from pages.shared import (
    cache_day,
    frame,
    my_day_call,
    my_day_dates,
    my_day_lists,
    my_day_silence,
    my_day_synergies,
    programme_actions,
    session,
)

t = frame.begin()
st.title(t("My day"))
if not allows(session.role(), "my_day.counts"):
    st.info(t("Your advisor keeps the next actions. Your own synergies stand here:"), icon=":material/today:")
    st.page_link("pages/synergies.py", label=t("Synergies"), icon=":material/conversion_path:")
    st.stop()

everybody = (
    st.segmented_control(
        t("Whose day"),
        ["mine", "everybody"],
        default="everybody" if session.role() in LEADERS else "mine",
        required=True,
        format_func={"mine": t("Mine"), "everybody": t("Everybody's")}.__getitem__,
        label_visibility="collapsed",
        key=f"my_day_whose_{session.role()}",  # each role of the demo begins with its own,
    )
    == "everybody"
)
owed = cache_day.counts(everybody=everybody)
my_day_call.note(t)
if owed.nothing:
    programme_actions.due(everybody=everybody, t=t)
    my_day_lists.nothing(everybody, t)
    st.stop()
my_day_lists.summary(owed, t)
my_day_dates.all_of_mine(t)

for bucket in (Bucket.OVERDUE, Bucket.THIS_WEEK):
    my_day_synergies.section(bucket, owed.buckets[bucket], everybody, t)
has_actions = programme_actions.due(everybody=everybody, t=t)
if not (owed.buckets[Bucket.OVERDUE] or owed.buckets[Bucket.THIS_WEEK] or has_actions):
    st.success(t("Nothing is due this week."), icon=":material/check_circle:")
my_day_synergies.section(Bucket.SILENT, owed.buckets[Bucket.SILENT], everybody, t)
my_day_silence.rule(owed.buckets[Bucket.SILENT], t)
for bucket in (Bucket.LATER, Bucket.UNDATED):
    my_day_synergies.section(bucket, owed.buckets[bucket], everybody, t)
my_day_lists.visits(owed.visits, everybody, t)
my_day_lists.cards(owed.cards, everybody, t)
