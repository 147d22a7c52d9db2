"""The permits and documents that follow from the answers of a legal path: which are at hand, which are not."""

from dataclasses import replace

import streamlit as st

from core.domain.legal.handbook import Outcome, OutcomeKind
from core.domain.legal.state import Paper
from core.domain.numbers import format_date
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import legal as service
from core.services.legal import Legal
from core.views import legal_words
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

_KEY = "synergy_legal_paper_"


def draw(found: Legal, t: Translator) -> None:
    """Draw the permits and documents with a tick for each that somebody has seen."""
    papers = [*found.path.of_kind(OutcomeKind.PERMIT), *found.path.of_kind(OutcomeKind.DOCUMENT)]
    if not papers:
        return
    seen = sum(bool(_kept(found, one).seen_on) for one in papers)
    st.markdown(f"**{plain(t('Permits and documents'))}**")
    st.caption(t("{seen} of {all} at hand. Tick what you have seen yourself.", seen=seen, all=len(papers)))
    for outcome in papers:
        with st.container(gap="xxsmall"):
            _paper(found, outcome, t)


def _kept(found: Legal, outcome: Outcome) -> Paper:
    return found.papers.get(outcome.outcome_id) or Paper(found.synergy_id, outcome.outcome_id, None)


def _paper(found: Legal, outcome: Outcome, t: Translator) -> None:
    kept = _kept(found, outcome)
    kind = legal_words.word(outcome.kind, t)
    ticked = st.checkbox(
        f"**{plain(kind)}:** {plain(outcome.text(t.language))}",
        value=kept.seen_on is not None,
        key=f"{_KEY}{found.synergy_id}_{outcome.outcome_id}_{kept.row_version}",
    )
    article = outcome.article_tr if t.language == "tr" else outcome.article_en
    words = [legal_words.citation(outcome.regulation, article, t)]
    if outcome.authority(t.language):
        words.append(t("Deciding authority: {name}", name=outcome.authority(t.language)))
    if kept.seen_on:
        day = format_date(kept.seen_on, t.language)
        words.append(t("seen by {person} on {day}", person=kept.person, day=day))
    unchecked = "" if outcome.source.is_checked else f" · :orange[{plain(t('not checked'))}]"
    st.caption(f"{plain(' · '.join(words))}{unchecked}")
    if ticked != (kept.seen_on is not None):
        _keep(replace(kept, seen_on=clock.today() if ticked else None), t)


def _keep(paper: Paper, t: Translator) -> None:
    try:
        service.note_paper(cache.database(), session.user(), paper, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    st.rerun()
