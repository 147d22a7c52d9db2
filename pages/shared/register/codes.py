"""The activity codes of a site: several, one of them the main one; a code that our list lacks is kept and says so."""

from typing import Any

import streamlit as st

from core.domain import nace
from core.domain.model import Site, SiteActivity
from core.i18n import Translator
from pages.shared import forms, session
from pages.shared.forms import Form
from pages.shared.text import plain

UNKNOWN_REVISION = "unknown"
_SEARCH = "code_search"


def initial(site: Site) -> dict[str, Any]:
    """Return the codes of a site as JSON values."""
    main = next((one.code for one in site.activities if one.is_main), None)
    return {"codes": [one.code for one in site.activities], "main": main}


def draw(form: Form, site: Site) -> tuple[SiteActivity, ...]:
    """Draw the codes with what can be done to each, the search for another, and return them."""
    t = form.t
    st.markdown(f"**{t('Activity codes (NACE)')}**")
    codes: list[str] = list(forms.value(form, "codes") or [])
    main = forms.value(form, "main")
    main = main if main in codes else next(iter(codes), None)
    for code in codes:
        _code(form, code, code == main)
    _search(form, codes)
    revisions = {one.code: one.revision for one in site.activities}
    return tuple(SiteActivity(code, revisions.get(code) or _revision(code), code == main) for code in codes)


def said(code: str, t: Translator) -> str:
    """Return a code with its title as Markdown, or that our list does not know it."""
    if not nace.known(code):
        return f"**{plain(code)}** :orange-badge[{t('not in our list')}]"
    return f"**{plain(nace.normalise(code) or code)}** {plain(nace.title(code, t.language))}"


def _code(form: Form, code: str, is_main: bool) -> None:
    t = form.t
    st.markdown(said(code, t))
    with st.container(
        horizontal=True, vertical_alignment="center"
    ):  # below: long titles leave no room beside them
        if is_main:
            st.badge(t("Main activity"), color="green")
        else:
            st.button(
                t("Make it the main one"),
                key=form.key(f"main.{code}"),
                type="tertiary",
                on_click=forms.put,
                args=(form, "main", code),
            )
        st.button(
            t("Remove {code}", code=plain(code)),
            key=form.key(f"remove.{code}"),
            type="tertiary",
            on_click=_remove,
            args=(form, code),
        )


def _search(form: Form, codes: list[str]) -> None:
    t = form.t
    typed = st.text_input(
        t("Add an activity"),
        key=form.key(_SEARCH),  # not a field of the form: looking for a code changes nothing
        live="400ms",
        max_chars=80,
        placeholder=t("cheese dairy, die casting, 1041 …"),
    )
    if not typed:
        return
    for hit in _hits(typed, t.language):
        if hit.code not in codes:
            st.button(
                said(hit.code, t),
                key=form.key(f"add.{hit.code}"),
                icon=":material/add:",
                wrap=True,
                on_click=_add,
                args=(form, hit.code),
            )
    if any(sign.isdigit() for sign in typed) and not nace.known(typed):
        st.button(
            t("Keep “{code}”, which is not in our list", code=plain(typed)),
            key=form.key("add_unknown"),
            icon=":material/add:",
            on_click=_add,
            args=(form, nace.normalise(typed) or typed.strip()),
        )


def _hits(typed: str, language: str) -> list[nace.NaceHit]:
    """Look in the reader's language, else in the other one: people type the word that they know."""
    other = "en" if language == "tr" else "tr"
    return nace.search(typed, language, 5) or nace.search(typed, other, 5)


def _add(form: Form, code: str) -> None:
    codes = list(forms.value(form, "codes") or [])
    forms.put(form, "codes", [*codes, code] if code not in codes else codes)
    session.put(form.key(_SEARCH), "")


def _remove(form: Form, code: str) -> None:
    forms.put(form, "codes", [one for one in forms.value(form, "codes") or [] if one != code])


def _revision(code: str) -> str:
    return "2" if nace.known(code) else UNKNOWN_REVISION
