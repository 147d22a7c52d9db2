"""What holds a synergy up: barriers with their reason, since when, and when they were removed."""

from dataclasses import replace

import streamlit as st

from core.domain.choices import StallReason
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import Barrier
from core.errors import InvalidRecordError, MissingValueError, SimbiyozError
from core.i18n import Translator
from core.services import following
from pages.shared import cache, clock, forms, retire, session, telling
from pages.shared.text import plain


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the barriers and the form for a new one."""
    st.subheader(t("Barriers"), anchor=False)
    found = following.barriers(cache.database(), session.user(), synergy.synergy_id)
    if not found:
        st.caption(t("No barrier is written down."))
    for barrier in found:
        _barrier(barrier, t)
    begun = forms.begun(forms.begin(_draft(synergy.synergy_id), t))
    with st.expander(
        t("Write down a barrier"), icon=":material/add:", expanded=begun, key="synergies_barrier_more"
    ):
        _form(synergy.synergy_id)


def _barrier(barrier: Barrier, t: Translator) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        colour = "gray" if barrier.removed_on else "red"
        said = f":{colour}-badge[{plain(label(barrier.reason, t))}] "
        seen = format_date(barrier.seen_on, t.language)
        if barrier.removed_on:
            gone = format_date(barrier.removed_on, t.language)
            said += plain(t("from {seen} to {gone}", seen=seen, gone=gone))
        else:
            said += plain(t("since {day}", day=seen))
        if barrier.note:
            said += f"  \n{plain(barrier.note)}"
        st.markdown(said, width="stretch")
        if not barrier.removed_on and st.button(
            t("Removed"), icon=":material/check:", key=f"synergies_barrier_{barrier.barrier_id}"
        ):
            _remove(barrier, t)
        retire.button(
            t("Take out"),
            t(
                "The barrier “{reason}” leaves the list for good. Is it only gone by now? Then press “Removed”.",
                reason=plain(label(barrier.reason, t)),
            ),
            lambda: following.retire_barrier(
                cache.database(), session.user(), barrier.barrier_id, barrier.row_version, now=clock.now()
            ),
            lambda: None,
            t,
            key=f"synergies_barrier_out_{barrier.barrier_id}",
        )


@st.fragment
def _form(synergy_id: str) -> None:
    """Draw the form of a new barrier; what is typed is a draft until it is added."""
    t = session.translator_of_session()
    form = forms.begin(_draft(synergy_id), t, {"seen_on": clock.today().isoformat()})
    forms.problems(form)
    left, right = st.columns(2)
    with left:
        reason = forms.choice(form, "reason", t("Reason"), StallReason)
    with right:
        seen_on = forms.day(form, "seen_on", t("Seen on"), max_value=clock.today())
    note = forms.text(form, "note", t("Note"), limit=500)

    def add() -> None:
        if reason is None:
            raise InvalidRecordError({"reason": MissingValueError()})
        barrier = Barrier(clock.new_id(), synergy_id, reason, seen_on or clock.today(), note)
        _write(barrier, new=True)

    if st.button(t("Add"), type="primary", key="synergies_barrier_add"):
        if forms.tried(form, add):
            forms.clear(form)
            st.toast(t("Saved."), icon=":material/check:")
            st.rerun()
        st.rerun(scope="fragment")


def _draft(synergy_id: str) -> str:
    return f"synergies.barrier.{synergy_id}"


def _remove(barrier: Barrier, t: Translator) -> None:
    try:
        _write(replace(barrier, removed_on=clock.today()), new=False)
    except SimbiyozError as error:
        telling.refusal(error, t, {"seen_on": t("Seen on"), "note": t("Note")})
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def _write(barrier: Barrier, *, new: bool) -> None:
    following.save_barrier(
        cache.database(), session.user(), barrier, now=clock.now(), today=clock.today(), new=new
    )
