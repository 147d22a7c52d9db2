"""What holds a synergy up: barriers with their reason, since when, and when they were removed."""

from dataclasses import replace

import streamlit as st

from core.domain.choices import StallReason
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import Barrier
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following
from pages.shared import cache, clock, retire, session, telling
from pages.shared.text import plain


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the barriers and the form for a new one."""
    st.subheader(t("Barriers"), anchor=False)
    found = following.barriers(cache.database(), session.user(), synergy.synergy_id)
    if not found:
        st.caption(t("No barrier is written down."))
    for barrier in found:
        _barrier(barrier, t)
    with st.expander(t("Write down a barrier"), icon=":material/add:", key="synergies_barrier_more"):
        _form(synergy, t)


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
            _save(replace(barrier, removed_on=clock.today()), t, new=False)
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


def _form(synergy: Synergy, t: Translator) -> None:
    left, right = st.columns(2)
    reasons: list[StallReason] = list(StallReason)
    reason = left.selectbox(
        t("Reason"),
        reasons,
        format_func=lambda one: label(one, t),
        key="synergies_barrier_reason",
    )
    seen_on = right.date_input(
        t("Seen on"),
        value=clock.today(),
        max_value=clock.today(),
        format="DD.MM.YYYY",
        key="synergies_barrier_on",
    )
    note = st.text_input(t("Note"), max_chars=500, key="synergies_barrier_note")
    if st.button(t("Add"), type="primary", key="synergies_barrier_add"):
        _save(
            Barrier(clock.new_id(), synergy.synergy_id, reason, seen_on, note or None),
            t,
            new=True,
        )


def _save(barrier: Barrier, t: Translator, *, new: bool) -> None:
    try:
        following.save_barrier(
            cache.database(), session.user(), barrier, now=clock.now(), today=clock.today(), new=new
        )
    except SimbiyozError as error:
        telling.refusal(error, t, {"seen_on": t("Seen on"), "note": t("Note")})
        return
    session.forget("synergies_barrier_")
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()
