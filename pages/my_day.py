"""My day: what the signed-in person owes now stands first; what fell silent, later, visits, cards: one click each."""

from functools import partial

import streamlit as st

from core.domain.synergies.my_day import Bucket
from core.services.permissions import LEADERS, allows
from pages.shared import cache_day, frame, linked, session
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
from_meetings = actions.due(everybody=everybody)
above = call.place()
if owed.nothing:
    call.note(above, t)
    actions.draw_due(from_meetings, t)
    lists.nothing(everybody, t)
    frame.end()

SHOWN = {
    "now": ((Bucket.OVERDUE, Bucket.THIS_WEEK), partial(lists.now, owed, from_meetings)),
    "silent": ((Bucket.SILENT,), partial(silence.rule, owed.buckets[Bucket.SILENT])),
    "later": ((Bucket.LATER, Bucket.UNDATED), dates.all_of_mine),
    "visits": ((), partial(lists.visits, owed.visits, everybody)),
    "cards": ((), partial(lists.cards, owed.cards, everybody)),
}
part = linked.section("my_day", t("Shown"), lists.parts(owed, len(from_meetings), t))
buckets, rest = SHOWN[part]
for bucket in buckets:
    synergies.section(bucket, owed.buckets[bucket], everybody, t)
rest(t)
call.note(above, t)
