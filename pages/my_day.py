"""My day: what the signed-in person owes, what fell silent, which cards lack something, which visits are open."""

import streamlit as st

from core.domain.synergies.my_day import Bucket
from core.services.permissions import LEADERS, allows
from pages.shared import cache_day, frame, session
from pages.shared.my_day import call, dates, lists, silence, synergies
from pages.shared.programme import actions

t = frame.begin()
st.title(t("My day"))
if not allows(session.role(), "my_day.counts"):
    st.info(t("Your advisor keeps the next actions. Your own synergies stand here:"), icon=":material/today:")
    st.page_link("pages/synergies.py", label=t("Synergies"), icon=":material/conversion_path:")
    frame.end()

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
above = call.place()
if owed.nothing:
    call.note(above, t)
    actions.due(everybody=everybody, t=t)
    lists.nothing(everybody, t)
    frame.end()
lists.summary(owed, t)
dates.all_of_mine(t)

for bucket in (Bucket.OVERDUE, Bucket.THIS_WEEK):
    synergies.section(bucket, owed.buckets[bucket], everybody, t)
has_actions = actions.due(everybody=everybody, t=t)
if not (owed.buckets[Bucket.OVERDUE] or owed.buckets[Bucket.THIS_WEEK] or has_actions):
    st.success(t("Nothing is due this week."), icon=":material/check_circle:")
synergies.section(Bucket.SILENT, owed.buckets[Bucket.SILENT], everybody, t)
silence.rule(owed.buckets[Bucket.SILENT], t)
for bucket in (Bucket.LATER, Bucket.UNDATED):
    synergies.section(bucket, owed.buckets[bucket], everybody, t)
lists.visits(owed.visits, everybody, t)
lists.cards(owed.cards, everybody, t)
call.note(above, t)
