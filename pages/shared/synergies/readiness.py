"""How ready a synergy is in six perspectives: one click a level, a note beside it."""

from dataclasses import replace

import streamlit as st

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.synergies.following import Perspective, Readiness, ReadinessMark
from core.errors import ChangedByOthersError, SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import following
from pages.shared import cache, clock, session, telling
from pages.shared.text import plain

_ASKED = {
    Perspective.TECHNOLOGY: m("Does it work: quality, treatment, equipment?"),
    Perspective.BUSINESS: m("Does it pay for both sides?"),
    Perspective.ORGANISATION: m("Are people, times and storage settled?"),
    Perspective.LEGAL: m("Is it allowed, and are the permits there?"),
    Perspective.SOCIETY: m("Do neighbours and workers accept it?"),
    Perspective.ENVIRONMENT: m("Is it better than today, transport included?"),
}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the six perspectives."""
    st.subheader(t("Readiness"), anchor=False)
    st.caption(t("The lowest known level is what blocks. What is not known asks for somebody to find out."))
    marks = following.readiness(cache.database(), session.user(), synergy.synergy_id)
    for first in range(0, len(marks), 2):
        for column, (perspective, mark) in zip(
            st.columns(2), list(marks.items())[first : first + 2], strict=True
        ):
            with column:
                _mark(perspective, mark, t)


def _mark(perspective: Perspective, mark: ReadinessMark, t: Translator) -> None:
    """The keys hold the version: what others saved meanwhile is drawn anew, what is typed stays until it is saved."""
    key = f"synergies_ready_{mark.synergy_id}_{perspective}_{mark.row_version}"
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(label(perspective, t))}** · :gray[{plain(t(_ASKED[perspective]))}]")
        level = st.pills(
            label(perspective, t),
            list(Readiness),
            default=mark.level,
            required=True,
            wrap=True,
            format_func=lambda one: label(one, t),
            key=f"{key}_level",
            label_visibility="collapsed",
        )
        note = st.text_input(
            t("Note"),
            value=mark.note or "",
            max_chars=500,
            key=f"{key}_note",
            placeholder=t("Why, or what is lacking"),
        )
        changed = replace(mark, level=Readiness(level), note=note.strip() or None)
        if changed.level is not mark.level or changed.note != mark.note:
            _save(changed, t)


def _save(mark: ReadinessMark, t: Translator) -> None:
    try:
        following.save_readiness(cache.database(), session.user(), mark, now=clock.now())
    except ChangedByOthersError as error:
        st.error(error.text(t), icon=":material/error:")
        newer = Readiness(str(error.newer["level"]))
        st.caption(plain(f"{label(newer, t)} · {error.newer.get('note') or '–'}"))
        return
    except SimbiyozError as error:
        telling.refusal(error, t, {"note": t("Note")})
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()
