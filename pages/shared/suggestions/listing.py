"""What the lists of the other sorts of suggestion share: filters, pages, empty states, and the start of a synergy."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from core.domain.matching import choosing
from core.domain.matching.strength import POINTS
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.domain.synergies.following import Party
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache, clock, dialogs, frame, session
from pages.shared.suggestions import filters
from pages.shared.synergies import form as synergy_form
from pages.shared.text import plain

A_PAGE = 10


def filtered(found: pd.DataFrame, sides: tuple[str, str], t: Translator) -> pd.DataFrame:
    """Draw the filters and return what they leave; where that is nothing, say so and end the run."""
    choice = filters.draw(found, t, sides)
    chosen = choosing.chosen(found, choice, sides)
    if chosen.empty:
        st.info(
            t("No suggestion fits these filters. Take one back, or look at all."),
            icon=":material/filter_alt_off:",
        )
        st.button(t("Take all filters back"), on_click=filters.clear, key="suggestions_clear")
        frame.end()
    return chosen


def paged(keys: Sequence[str], said: str, a_page: int = A_PAGE) -> list[str]:
    """Draw what is listed and, where needed, the pagination above it; return the keys of the page."""
    pages = -(-len(keys) // a_page)
    st.caption(said)
    page = st.pagination(pages, key=filters.PAGE, bind="query-params") if pages > 1 else 1
    return list(keys[(page - 1) * a_page : page * a_page])


def badges(figures: Sequence[str], *, is_hazardous: bool, t: Translator) -> str:
    """Return figures as badges, and the warning where a side is hazardous."""
    said = [f":gray-badge[{plain(figure)}]" for figure in figures]
    if is_hazardous:
        said.append(f":red-badge[:material/warning: {plain(t('Hazardous'))}]")
    return " ".join(said)


def score(value: float, t: Translator) -> str:
    """Return a score out of 100."""
    return t("Score {score} of 100", score=format_number(value * POINTS, t.language, 0))


def bold(typed: object) -> str:
    """Return what people typed, bold and free of markup."""
    return f"**{plain(typed)}**"


def start(key: str, synergies: Sequence[Synergy], t: Translator, parties: Sequence[Party] = ()) -> None:
    """Draw the button that records potential synergies, each with its further firms, or say that all are recorded."""
    known = {one: found for one in synergies if (found := _followed(one))}
    waiting = [one for one in synergies if one not in known]
    if not waiting:
        opener(known[synergies[0]], t("Already a synergy"), t)
    elif allows(session.role(), "synergies.record"):
        title = (
            t("Start a synergy") if len(waiting) == 1 else t("Start {count} synergies", count=len(waiting))
        )
        if st.button(title, icon=":material/handshake:", key=key):
            st.dialog(title)(_start)(f"suggestions_start_{key}_", waiting, t, parties)


def opener(synergy_id: str | None, words: str, t: Translator) -> None:
    """Say that a suggestion is a synergy already, and lead whoever may follow it there."""
    if synergy_id is None or not allows(session.role(), "synergies.record"):
        st.markdown(f":green-badge[:material/check_circle: {plain(words)}]", width="content")
        return
    st.page_link(
        "pages/synergies.py",
        label=plain(words),
        icon=":material/check_circle:",
        help=t("Open the synergy"),
        query_params={"synergy": synergy_id},
    )


def _followed(synergy: Synergy) -> str | None:
    """Return the id of the synergy that was recorded of these firms and cards, if one was."""
    known = cache.synergies()
    said = pd.Series(True, index=known.index)
    for name in ("giver_firm_id", "taker_firm_id", "have_id", "want_id"):
        value = getattr(synergy, name)
        said &= known[name].isna() if value is None else known[name] == value
    found = known.loc[said, "synergy_id"]
    return None if found.empty else str(found.iloc[0])


def _start(key: str, synergies: Sequence[Synergy], t: Translator, parties: Sequence[Party]) -> None:
    titles = [
        st.text_input(
            t("What, in one line"), value=one.title, max_chars=200, **dialogs.typed(f"{key}title_{number}")
        )
        for number, one in enumerate(synergies)
    ]
    said_by = st.text_input(
        t("Who said it"), value=session.user().name, max_chars=200, **dialogs.typed(f"{key}said_by")
    )
    with st.container(horizontal=True):
        started = st.button(t("Start"), type="primary", key="suggestions_record")
        dialogs.drop(key, t)
    if started:
        done = [
            synergy_form.record(
                _named(one, title, said_by),
                t,
                parties=[replace(party, party_id=clock.new_id()) for party in parties],
            )
            for one, title in zip(synergies, titles, strict=True)
        ]
        if all(done):
            session.forget(key)
            st.rerun()


def _named(synergy: Synergy, title: str, said_by: str) -> Synergy:
    return replace(
        synergy,
        synergy_id=clock.new_id(),
        region_id=session.user().region_id,
        title=title,
        said_by=said_by or None,
        owner_id=session.user().user_id,
    )
