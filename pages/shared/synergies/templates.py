"""Texts for the next step of a synergy, filled with its facts, in either language: to copy or to take along."""

import streamlit as st

from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.synergies.stages import STEPS, Template
from core.domain.text import fold
from core.i18n import LANGUAGES, Translator, translator
from core.i18n import marked as m
from core.services import synergies
from core.views import synergy_texts
from core.views.synergy_texts import Told
from pages.shared import cache, cache_accounts, session

_LANGUAGES = {"tr": m("Turkish"), "en": m("English")}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the choice of a text and its language, the text, and the button that gives it as a file."""
    step = STEPS[synergy.stage].template
    left, right = st.columns([3, 1])
    chosen = left.segmented_control(
        t("Text"),
        list(Template),
        default=step or Template.CALL_SCRIPT,
        required=True,
        wrap=True,
        format_func=lambda one: label(one, t),
        key="synergies_text",
    )
    language = right.segmented_control(
        t("Language of the text"),
        list(LANGUAGES),
        default=t.language if t.language in LANGUAGES else "en",
        required=True,
        format_func=lambda one: t(_LANGUAGES[one]),
        key="synergies_text_language",
    )
    template = Template(chosen or Template.CALL_SCRIPT)
    said = translator(str(language)) if t.language in LANGUAGES else t
    text = synergy_texts.text(template, _told(synergy), said)
    st.code(text, language=None, wrap_lines=True)
    name = fold(f"{label(template, said)} {synergy.title}").replace(" ", "-")
    st.download_button(
        t("Download as text"),
        data=text,
        file_name=f"{''.join(one for one in name if one.isalnum() or one == '-')[:80]}.txt",
        mime="text/plain",
        icon=":material/download:",
        key="synergies_text_get",
        on_click="ignore",
    )


def _told(synergy: Synergy) -> Told:
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    return Told(
        synergy,
        str(row["giver_name"]),
        str(row["taker_name"]),
        cache_accounts.names()[session.user().user_id],
        cache.card(synergy.have_id),
        cache.card(synergy.want_id),
    )
