"""Academic–industry projects and doctoral topics: listed, added, changed."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from core.domain.labels import label
from core.domain.programme.people import (
    Research,
    ResearchKind,
    ResearchState,
    found_research,
)
from core.i18n import Translator
from core.i18n import marked as m
from core.services import people
from core.views import people_words
from pages.shared import cache, cache_people, clock, dialogs, retire, session, telling
from pages.shared.text import plain

_KEY = "people_research_"
FIELDS = {
    "title_tr": m("Title in Turkish"),
    "title_en": m("Title in English"),
    "institution": m("Institution"),
    "fields": m("Fields, with commas between"),
    "support": m("What pays for it"),
}
_WORDS = FIELDS | {"concept_id": m("Material, service or skill that it is about")}


def draw() -> None:
    """Draw the search, the projects and topics found, and the form."""
    t = session.translator_of_session()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            t("Search projects and topics"),
            live="250ms",
            placeholder=t("Title, field, institution or material"),
            icon=":material/search:",
            key=f"{_KEY}search",
            width=380,
        )
        if st.button(t("Add a project or topic"), icon=":material/add:", key=f"{_KEY}new"):
            st.dialog(t("Add a project or topic"), width="large")(_form)(None, t)
    known = cache_people.research()
    if not known:
        st.info(t("No project and no doctoral topic yet."), icon=":material/science:")
        return
    shown = found_research(known, typed or "")
    st.caption(t("{shown} of {all} projects and topics", shown=len(shown), all=len(known)))
    titles = cache.synergies().set_index("synergy_id")["title"].to_dict()
    for one in shown:
        _row(one, titles, t)


def line(one: Research, t: Translator, *more: str) -> str:
    """Return a project or topic for reading: what it is and how it stands, what it is about, `more` at the end."""
    about = people_words.concept(one.concept_id, t) if one.concept_id else ""
    paid = t("Support: {name}", name=one.support) if one.support else ""
    told = [part for part in (one.institution or "", about, one.fields or "", paid, *more) if part]
    return (
        f"**{plain(one.title(t.language))}**  \n:blue-badge[{plain(label(one.kind, t))}] "
        f":gray-badge[{plain(label(one.state, t))}]  \n:small[:gray[{plain(' · '.join(told))}]]"
    )


def _row(one: Research, titles: dict[Any, Any], t: Translator) -> None:
    synergy = t("Synergy: {title}", title=titles[one.synergy_id]) if one.synergy_id in titles else ""
    with st.container(border=True):
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.markdown(line(one, t, synergy))
        with right, st.container(horizontal=True):
            _buttons(one, t)


def _buttons(one: Research, t: Translator) -> None:
    if st.button(t("Edit"), type="tertiary", icon=":material/edit:", key=f"{_KEY}{one.research_id}"):
        st.dialog(t("Change a project or topic"), width="large")(_form)(one, t)
    retire.button(
        t("Take out"),
        t("“{name}” leaves the list of projects and topics.", name=plain(one.title(t.language))),
        lambda: people.retire_research(
            cache.database(), session.user(), one.research_id, one.row_version, now=clock.now()
        ),
        lambda: None,
        t,
        key=f"{_KEY}retire_{one.research_id}",
    )


def _form(kept: Research | None, t: Translator) -> None:
    base = kept or Research(clock.new_id(), session.user().region_id, ResearchKind.DOCTORATE, "")
    key = f"{_KEY}form_{f'{kept.research_id}_{kept.row_version}' if kept else 'new'}_"
    kinds: list[ResearchKind] = list(ResearchKind)
    states: list[ResearchState] = list(ResearchState)
    left, right = st.columns(2)
    kind = left.selectbox(
        t("Kind"),
        kinds,
        index=kinds.index(base.kind),
        format_func=lambda one: label(one, t),
        **dialogs.kept(f"{key}kind"),
    )
    state = right.selectbox(
        t("State"), states, index=states.index(base.state), format_func=lambda one: label(one, t),
        **dialogs.kept(f"{key}state"),
    )  # fmt: skip
    texts = {
        name: st.text_input(
            t(word), value=getattr(base, name) or "", max_chars=400, **dialogs.typed(f"{key}{name}")
        ).strip()
        for name, word in FIELDS.items()
    }
    about = _about(base, key, t)
    with st.container(horizontal=True):
        saved = st.button(t("Save"), type="primary", key=f"{key}save")
        dialogs.drop(key, t)
    if saved:
        more: dict[str, Any] = {name: said or None for name, said in texts.items() if name != "title_tr"}
        changed = replace(base, kind=kind, state=state, title_tr=texts["title_tr"], **more, **about)
        _save(changed, kept is None, t)


def _about(base: Research, key: str, t: Translator) -> dict[str, Any]:
    """Draw what it is about: a thing that the matching knows, and the synergy that it serves."""
    concepts = people_words.concepts(t.language)
    known = list(concepts)
    concept_id: str | None = st.selectbox(
        t("Material, service or skill that it is about"), known,
        index=known.index(base.concept_id) if base.concept_id in concepts else None,
        format_func=concepts.__getitem__, placeholder=t("Choose"), **dialogs.kept(f"{key}concept"),
        help=t("Type a few letters of the name to find it."),
    )  # fmt: skip
    titles = cache.synergies().set_index("synergy_id")["title"]
    ids = list(titles.index)
    synergy_id: str | None = st.selectbox(
        t("Synergy that it serves"), ids, index=ids.index(base.synergy_id) if base.synergy_id in ids else None,
        format_func=titles.__getitem__, placeholder=t("Choose"), **dialogs.kept(f"{key}synergy"),
    )  # fmt: skip
    return {"concept_id": concept_id, "synergy_id": synergy_id}


def _save(one: Research, new: bool, t: Translator) -> None:
    save = partial(people.save_research, cache.database(), session.user(), one, now=clock.now(), new=new)
    telling.saved(save, t, _WORDS, f"{_KEY}form_")
