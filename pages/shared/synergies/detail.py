"""The page of one synergy: its head, and below it one part at a time."""

import streamlit as st

from core.errors import NotFoundError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, session
from pages.shared.synergies import head, listing, parts


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
        head.draw(synergy, t)
        parts.draw(synergy, t)
