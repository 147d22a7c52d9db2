"""Answers to a suggestion: useful, or not useful and why; and what they hide, which can be taken back."""

from dataclasses import dataclass
from math import nan
from typing import Any, cast

import pandas as pd
import streamlit as st

from core.domain.choices import AnswerReason, Sort, Verdict
from core.domain.labels import label
from core.domain.matching.answers import NOTE_LIMIT, Subject, subjects
from core.domain.model import Answer
from core.domain.numbers import format_date, format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import answering
from core.services.permissions import allows
from pages.shared import cache, clock, dialogs, session, telling
from pages.shared.text import plain

_SHOWN = 30
Firms = dict[str, str]  # firm id → what it is called before this reader


@dataclass(frozen=True)
class Shown:
    """A suggestion of a list other than that of pairs, with the score and place that it stands there with.

    `about` says which one it is, where several stand close together.
    """

    subject: Subject
    score: float
    rank: int
    about: str = ""


def buttons(key: str, shown: Subject | Shown, firms: Firms, t: Translator) -> None:
    """Draw the two answers to a suggestion for all of its firms, or for the one in the room."""
    if not allows(session.role(), "answering.answer"):
        return
    one = shown if isinstance(shown, Shown) else Shown(shown, nan, 0)
    told = _useful(one.subject, firms)
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        if told is not None:
            said = t("Useful, answered on {day}", day=format_date(told["answered_at"], t.language))
            st.markdown(f":green-badge[:material/thumb_up: {plain(said)}]", width="content")
        elif st.button(t("Useful"), icon=":material/thumb_up:", type="tertiary", key=f"{key}_useful"):
            _keep([_answer(one, firm_id, Verdict.USEFUL) for firm_id in firms], t)
        if st.button(t("Not useful"), icon=":material/thumb_down:", type="tertiary", key=f"{key}_not_useful"):
            dialogs.lasting(t("Why is it not useful?"))(_why_not)(one, firms, t)


def hidden(
    key: str,
    t: Translator,
    *sorts: Sort,
    guest_of: str | None = None,
    as_guest: bool = False,
    card_id: str | None = None,
) -> None:
    """Draw how many suggestions of some sorts answers hide, and on demand which.

    All of them, or those of a card that were said for the firm `guest_of`.
    """
    if not allows(session.role(), "answering.standing"):
        return
    found = cache.answers(as_guest=as_guest, guest_of=guest_of if as_guest else None)
    found = found[(found["verdict"] == Verdict.NOT_USEFUL.value) & found["sort"].isin(list(sorts))]
    if card_id is not None:
        of_card = (found["have_id"] == card_id) | (found["want_id"] == card_id)
        found = found[of_card & (found["firm_id"] == guest_of)]
    if found.empty:
        return
    told: dict[Subject, list[dict[str, Any]]] = {}
    for subject, row in zip(
        subjects(found), cast(list[dict[str, Any]], found.to_dict("records")), strict=True
    ):
        told.setdefault(subject, []).append(row)
    opened = st.expander(
        t("Hidden as not useful: {count}", count=format_number(len(told), t.language)),
        icon=":material/visibility_off:",
        type="compact",
        key=key,
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        for rows in list(told.values())[:_SHOWN]:
            _hidden(key, rows, t)
        if len(told) > _SHOWN:
            st.caption(t("The latest {count} are shown.", count=_SHOWN))


def _hidden(key: str, told: list[dict[str, Any]], t: Translator) -> None:
    """Draw one hidden suggestion: what was answered for each firm, and the way back."""
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        lines = [_about(told[0], t)]
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


def _about(row: dict[str, Any], t: Translator) -> str:
    """Return what an answer is about, by the names of its cards and firms."""
    have, want, beside = (
        f"**{plain(row[name])}**" if isinstance(row[name], str) else ""
        for name in ("have_name", "want_name", "other_card_name")
    )
    firm = plain(row["other_firm_name"]) if isinstance(row["other_firm_name"], str) else ""
    sort = Sort(row["sort"])
    if sort is Sort.POOLS:
        return t("Merged haves for {want}", want=want)
    if sort is Sort.SHARING:
        return f"{have or want} + {beside}"
    mark = " ↔ " if sort is Sort.PAIRS else " → "
    return mark.join(part for part in (have, firm, want) if part)


def _useful(subject: Subject, firms: Firms) -> "pd.Series[Any] | None":
    told = cache.answers()
    told = told[(told["verdict"] == Verdict.USEFUL.value) & told["firm_id"].isin(list(firms))]
    same = [place for place, one in enumerate(subjects(told)) if one == subject]
    return told.iloc[same[0]] if same else None


def _why_not(shown: Shown, firms: Firms, t: Translator) -> None:
    if shown.about:
        st.markdown(shown.about)
    key = f"answer_{'_'.join(map(str, shown.subject))}_"
    chosen = list(firms)
    if len(firms) > 1:
        options = ["", *firms]
        words = {"": t("Both firms") if len(firms) == 2 else t("All firms"), **firms}
        one = st.radio(
            t("For whom?"), options, format_func=lambda firm: plain(words[firm]), **dialogs.kept(f"{key}firm")
        )
        chosen = [one] if one else chosen
    reason = st.pills(
        t("Reason"),
        list(AnswerReason),
        format_func=lambda one: plain(label(one, t)),
        **dialogs.kept(f"{key}reason"),
        wrap=True,
    )
    note = st.text_area(t("Note"), max_chars=NOTE_LIMIT, height=80, **dialogs.kept(f"{key}note"))
    st.caption(
        t("The pair leaves the lists of whom it is said for. It can be taken back at any time.")
        if shown.subject.sort is Sort.PAIRS
        else t("The suggestion leaves this list for everybody. It can be taken back at any time.")
    )
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key="answer_save")
        dialogs.ways_out(key, t)
    if saved:
        _keep([_answer(shown, firm, Verdict.NOT_USEFUL, reason, note or None) for firm in chosen], t)


def _answer(
    shown: Shown, firm_id: str, verdict: Verdict, reason: AnswerReason | None = None, note: str | None = None
) -> Answer:
    acting = session.user()
    is_listed = shown.rank > 0
    return Answer(
        clock.new_id(),
        acting.region_id,
        firm_id,
        verdict=verdict,
        answered_by=acting.user_id,
        answered_at=clock.now(),
        reason=reason,
        note=note,
        score=shown.score if is_listed else None,
        rank=shown.rank if is_listed else None,
        **shown.subject._asdict(),
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
