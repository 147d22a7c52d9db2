"""The parts of a synergy's page in their order, and one control that opens one of them: only that one is drawn."""

from collections.abc import Callable

import streamlit as st

from core.domain.model import Synergy
from core.domain.reports.reporting import ReportKind
from core.i18n import Translator
from core.i18n import marked as m
from core.services import synergies
from pages.shared import cache, linked, report_buttons, session
from pages.shared.synergies import (
    barriers,
    experts,
    files,
    follow,
    history,
    impact,
    legal,
    parties,
    precedent,
    readiness,
    support,
    templates,
)

Draw = Callable[[Synergy, Translator], None]
FIRST = "follow"


def choose(t: Translator) -> str:
    """Draw the control and return the chosen part, which the address may name."""
    chosen = st.pills(
        t("Part of the page"),
        list(PARTS),
        required=True,
        wrap=True,
        format_func=lambda one: f"{PARTS[one][1]} {t(PARTS[one][0])}",
        **linked.arguments("synergies", "part", list(PARTS), FIRST),
        label_visibility="collapsed",
    )
    return str(chosen or FIRST)


def draw(part: str, synergy: Synergy, t: Translator) -> None:
    """Draw a part."""
    PARTS[part][2](synergy, t)


def _ready(synergy: Synergy, t: Translator) -> None:
    readiness.draw(synergy, t)
    barriers.draw(synergy, t)


def _report(synergy: Synergy, t: Translator) -> None:
    report_buttons.draw(ReportKind.SYNERGY, synergy.synergy_id, synergy.title, t, key="synergies")
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    precedent.draw(synergy, {side: str(row[f"{side}_name"]) for side in ("giver", "taker")}, t)


PARTS: dict[str, tuple[str, str, Draw]] = {
    FIRST: (m("Follow-up"), ":material/conversion_path:", follow.draw),
    "ready": (m("Readiness and barriers"), ":material/checklist:", _ready),
    "legal": (m("Legal path"), ":material/gavel:", legal.draw),
    "impact": (m("Impact"), ":material/eco:", impact.draw),
    "parties": (m("Parties and cards"), ":material/groups:", parties.draw),
    "people": (m("People who can help"), ":material/school:", experts.draw),
    "support": (m("Support programme"), ":material/volunteer_activism:", support.draw),
    "files": (m("Files"), ":material/attach_file:", files.draw),
    "texts": (m("Texts"), ":material/description:", templates.draw),
    "report": (m("Report"), ":material/picture_as_pdf:", _report),
    "history": (m("History"), ":material/history:", history.draw),
}
"""Part by its short name: its title, icon and what draws it. Whoever adds a part adds a line here."""
