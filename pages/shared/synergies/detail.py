"""The page of one synergy: what it is, and one part at a time; the first with the whole head, others with a line."""

import streamlit as st

from core.errors import NotFoundError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, session
from pages.shared.synergies import head, listing, parts
from pages.shared.text import plain


def draw(synergy_id: str, t: Translator) -> None:
    """Draw the synergy on the whole width of the page."""
    if st.button(t("All synergies"), icon=":material/arrow_back:", type="tertiary", key="synergies_close"):
        listing.close()
        st.rerun()
    try:
        synergy = synergies.get(cache.database(), session.user(), synergy_id)
    except NotFoundError as error:
        st.warning(error.text(t), icon=":material/search_off:")
        return
    with st.container(key="synergies_detail"):
        st.title(plain(synergy.title), anchor=False)
        part = parts.choose(t)
        if part == parts.FIRST:
            head.draw(synergy, t)
        else:
            head.line(synergy, t)
        parts.draw(part, synergy, t)
