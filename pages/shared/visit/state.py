"""Where a visit stands: which one is open, at which firm and site, which step shows.

Kept in the user's draft, so that a reload or another page leads back to the same place.
"""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.domain.model import Firm, Site, Visit
from core.errors import NotFoundError
from core.i18n import Translator
from core.services import drafts, visits
from pages.shared import cache, clock, forms, session

FORM = "visit"
_FIELDS = ("visit_id", "step", "adding", "card_id", "saved_id", "shown_id", "way", "opportunity_id")


@dataclass(frozen=True)
class Here:
    """The open visit with its firm and site, and the translator."""

    t: Translator
    visit: Visit
    firm: Firm
    site: Site


def current(t: Translator) -> Here | None:
    """Return the visit that the user is in, None before a firm is chosen."""
    visit_id = get("visit_id")
    if not visit_id:
        return None
    try:
        return found(t, visit_id)
    except NotFoundError:
        leave()
        return None


def found(t: Translator, visit_id: str) -> Here:
    """Return a visit with its firm and site. Raises NotFoundError."""
    one = visits.get(cache.database(), session.user(), visit_id)
    return Here(t, one.visit, one.firm, one.site)


def begin_at(site_id: str) -> None:
    """Go on with one's own open visit at a site, or start one today."""
    acting = session.user()
    table = visits.table(cache.database(), acting)
    mine = (table["site_id"] == site_id) & (table["advisor_id"] == acting.user_id) & table["closed_at"].isna()
    if mine.any():
        go_on(str(table.loc[mine, "visit_id"].iloc[0]))
        return
    visit = Visit(clock.new_id(), site_id, acting.user_id, clock.today())
    visits.start(cache.database(), acting, visit, now=clock.now())
    go_on(visit.visit_id)


def go_on(visit_id: str) -> None:
    """Go on with a visit, beginning with its cards."""
    put("visit_id", visit_id)
    put("step", "cards")


def leave() -> None:
    """Choose another firm; the visit stays open."""
    drafts.discard(cache.database(), session.user(), FORM)
    session.forget(FORM + ".")


def form(t: Translator) -> forms.Form:
    """Return the state as a form; what this session holds stands before what another one kept last."""
    begun = forms.begin(FORM, t)
    held = {field: session.get(begun.key(field)) for field in _FIELDS if begun.key(field) in st.session_state}
    begun.kept.update(held)
    return begun


def put(field: str, given: Any) -> None:
    """Keep a field of the visit's state; call it before the field is drawn."""
    forms.put(form(session.translator_of_session()), field, given)


def get(field: str) -> Any:
    """Return a field of the visit's state."""
    return forms.value(form(session.translator_of_session()), field)
