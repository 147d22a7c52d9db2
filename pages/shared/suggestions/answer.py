"""Answers to a suggestion: useful, or not useful and why; and the hidden pairs, which can be taken back."""

from typing import Any, cast

import pandas as pd
import streamlit as st

from core.domain.choices import AnswerReason, Verdict
from core.domain.labels import label
from core.domain.matching.answers import NOTE_LIMIT
from core.domain.model import Answer
from core.domain.numbers import format_date, format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import answering
from core.services.permissions import allows
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

Pair = tuple[str, str]
_SHOWN = 30
Firms = dict[str, str]  # firm id → what it is called before this reader


def buttons(key: str, pair: Pair, firms: Firms, t: Translator) -> None:
    """Draw the two answers to a pair (have_id, want_id) for both of its firms, or for the one in the room."""
    if not allows(session.role(), "answering.answer"):
        return
    told = _useful(pair, firms)
    if told is not None:
        said = t("Useful, answered on {day}", day=format_date(told["answered_at"], t.language))
        st.markdown(f":green-badge[:material/thumb_up: {plain(said)}]", width="content")
    elif st.button(t("Useful"), icon=":material/thumb_up:", type="tertiary", key=f"{key}_useful"):
        _keep([_answer(pair, firm_id, Verdict.USEFUL) for firm_id in firms], t)
    if st.button(t("Not useful"), icon=":material/thumb_down:", type="tertiary", key=f"{key}_not_useful"):
        st.dialog(t("Why is it not useful?"))(_why_not)(pair, firms, t)


def hidden(
    key: str,
    t: Translator,
    *,
    guest_of: str | None = None,
    as_guest: bool = False,
    card_id: str | None = None,
) -> None:
    """Draw how many pairs answers hide, of all, or of a card for the firm `guest_of`, and on demand which."""
    if not allows(session.role(), "answering.standing"):
        return
    found = cache.answers(as_guest=as_guest, guest_of=guest_of if as_guest else None)
    found = found[found["verdict"] == Verdict.NOT_USEFUL.value]
    if card_id is not None:
        of_card = (found["have_id"] == card_id) | (found["want_id"] == card_id)
        found = found[of_card & (found["firm_id"] == guest_of)]
    if found.empty:
        return
    count = format_number(len(found.drop_duplicates(["have_id", "want_id"])), t.language)
    opened = st.expander(
        t("Hidden as not useful: {count}", count=count),
        icon=":material/visibility_off:",
        type="compact",
        key=key,
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        for number, (_, told) in enumerate(found.groupby(["have_id", "want_id"], sort=False)):
            if number == _SHOWN:
                st.caption(t("The latest {count} are shown.", count=_SHOWN))
                break
            _hidden(key, cast(list[dict[str, Any]], told.to_dict("records")), t)


def _hidden(key: str, told: list[dict[str, Any]], t: Translator) -> None:
    """Draw one hidden pair: what was answered for each firm, and the way back."""
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        lines = [f"**{plain(told[0]['have_name'])}** ↔ **{plain(told[0]['want_name'])}**"]
        for row in told:
            said = t(
                "Not useful for {firm}: {reason} ({day})",
                firm=row["firm_name"],
                reason=label(AnswerReason(row["reason"]), t),
                day=format_date(row["answered_at"], t.language),
            )
            lines.append(plain(said))
        lines += [f"_{plain(note)}_" for note in {row["note"] for row in told} if isinstance(note, str)]
        st.markdown("  \n".join(lines), width="stretch")
        if st.button(t("Show again"), icon=":material/undo:", key=f"{key}_back_{told[0]['answer_id']}"):
            _take_back({str(row["answer_id"]): int(row["row_version"]) for row in told}, t)
        noted = {
            str(row["answer_id"]): int(row["row_version"]) for row in told if isinstance(row["note"], str)
        }
        if noted and allows(session.role(), "answering.erase_note"):
            title = t("Erase the note")
            if st.button(title, icon=":material/ink_eraser:", key=f"{key}_erase_{told[0]['answer_id']}"):
                st.dialog(title)(_erase)(noted, t)


def _useful(pair: Pair, firms: Firms) -> "pd.Series[Any] | None":
    told = cache.answers()
    same = (told["have_id"] == pair[0]) & (told["want_id"] == pair[1]) & told["firm_id"].isin(list(firms))
    found = told[same & (told["verdict"] == Verdict.USEFUL.value)]
    return None if found.empty else found.iloc[0]


def _why_not(pair: Pair, firms: Firms, t: Translator) -> None:
    chosen = list(firms)
    if len(firms) > 1:
        options = ["", *firms]
        words = {"": t("Both firms"), **firms}
        one = st.radio(
            t("For whom?"), options, format_func=lambda firm: plain(words[firm]), key="answer_firm"
        )
        chosen = [one] if one else chosen
    reason = st.pills(
        t("Reason"),
        list(AnswerReason),
        format_func=lambda one: plain(label(one, t)),
        key="answer_reason",
        wrap=True,
    )
    note = st.text_area(t("Note"), key="answer_note", max_chars=NOTE_LIMIT, height=80)
    st.caption(t("The pair leaves the lists of whom it is said for. It can be taken back at any time."))
    if st.button(t("Save"), type="primary", key="answer_save"):
        _keep([_answer(pair, firm, Verdict.NOT_USEFUL, reason, note or None) for firm in chosen], t)


def _answer(
    pair: Pair, firm_id: str, verdict: Verdict, reason: AnswerReason | None = None, note: str | None = None
) -> Answer:
    acting = session.user()
    return Answer(
        clock.new_id(),
        acting.region_id,
        firm_id,
        *pair,
        verdict,
        acting.user_id,
        clock.now(),
        reason,
        note,
    )


def _keep(given: list[Answer], t: Translator) -> None:
    words = {"reason": t("Reason"), "note": t("Note")}
    try:
        answering.answer(cache.database(), session.user(), cache.suggestion_index(), given, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, words)
        return
    session.forget("answer_")
    st.toast(t("Answer kept."), icon=":material/check:")
    st.rerun()


def _erase(noted: dict[str, int], t: Translator) -> None:
    st.markdown(
        t(
            "What was written beside this answer is erased for good, also from the history. "
            "The answer and its reason stay."
        )
    )
    if not st.button(t("Erase"), type="primary", key="answer_erase"):
        return
    try:
        for answer_id, row_version in noted.items():
            answering.erase_note(cache.database(), session.user(), answer_id, row_version, now=clock.now())
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.toast(t("Note erased."), icon=":material/ink_eraser:")
    st.rerun()


def _take_back(taken: dict[str, int], t: Translator) -> None:
    try:
        answering.take_back(cache.database(), session.user(), taken, now=clock.now())
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.toast(t("Taken back: the suggestion is listed again."), icon=":material/undo:")
    st.rerun()
