"""The checklist of a visit: what this activity usually gives off and looks for, one tap each."""

import streamlit as st

from core.domain import wastecodes
from core.domain.choices import Direction
from core.domain.knowledge import checklist
from core.domain.knowledge.checklist import Answer, Item
from core.domain.text import fold
from core.i18n import Translator
from core.services import pasting
from pages.shared import cache, clock, forms, session
from pages.shared.text import plain
from pages.shared.visit.state import Here

_FORM = "visit.checklist."
_MADE = "made"


def draw(here: Here) -> None:
    """Draw the items that are not on a card of the site yet, and the button that makes draft cards of the answers."""
    _items(here)


def asked_later(here: Here) -> list[str]:
    """Return the names of what the plant asked to answer later."""
    form = forms.begin(_FORM + here.visit.visit_id, here.t)
    return [
        item.name(here.t.language)
        for item in _of(here)
        if forms.value(form, item.item_id) == Answer.LATER.value
    ]


@st.fragment
def _items(here: Here) -> None:
    t = session.translator_of_session()
    form = forms.begin(_FORM + here.visit.visit_id, t)
    items = [
        item for item in _of(here) if forms.value(form, item.item_id) != _MADE and not _on_card(here, item)
    ]
    st.caption(t("What plants like this one usually give off and look for. It asks; it claims nothing."))
    if not here.site.activities:
        st.info(
            t("The site's activity is not known yet: only what all plants have is asked."),
            icon=":material/help:",
        )
        st.page_link(
            "pages/register.py",
            label=t("Add the activity in the register"),
            icon=":material/list_alt:",
            query_params={"firm": here.firm.firm_id},
        )
    forms.problems(form)
    answers: dict[Item, str | None] = {}
    titles = {Direction.HAVE: t("Usually gives off"), Direction.WANT: t("Usually looks for")}
    for column, (direction, title) in zip(st.columns(2, gap="large"), titles.items(), strict=True):
        with column:
            st.markdown(f"**{title}**")
            answers |= {item: _ask(form, item, t) for item in items if item.direction is direction}
    chosen = {
        item: Answer(said) for item, said in answers.items() if said in (Answer.HAVE.value, Answer.WANT.value)
    }
    if not items:
        st.info(t("Everything on the list stands on a card."), icon=":material/check:")
        return
    words = t("Make {count} draft cards", count=len(chosen))
    icon = ":material/playlist_add_check:"
    if st.button(words, type="primary", icon=icon, disabled=not chosen, key="visit.checklist_make"):
        _make(here, form, chosen)
        st.rerun()


def _ask(form: forms.Form, item: Item, t: Translator) -> str | None:
    words = {
        Answer.HAVE.value: t("Have"),
        Answer.WANT.value: t("Want"),
        Answer.NO.value: t("No"),
        Answer.LATER.value: t("Ask later"),
    }
    code = f" :gray[{plain(wastecodes.format_code(item.waste_code))}]" if item.waste_code else ""
    label = f"{plain(item.name(t.language))}{code}"
    return forms.pick(form, item.item_id, label, words, style="segments")


def _of(here: Here) -> tuple[Item, ...]:
    return checklist.for_activities(one.code for one in here.site.activities)


def _on_card(here: Here, item: Item) -> bool:
    cards = cache.cards()
    names = cards.loc[cards["site_id"] == here.site.site_id, "name"]
    return fold(item.name_tr) in set(map(fold, names)) or fold(item.name_en) in set(map(fold, names))


def _make(here: Here, form: forms.Form, chosen: dict[Item, Answer]) -> None:
    cards = [
        checklist.draft(
            item,
            answer,
            here.t.language,
            resource_id=clock.new_id(),
            site_id=here.site.site_id,
            visit_id=here.visit.visit_id,
        )
        for item, answer in chosen.items()
    ]
    if forms.tried(
        form, lambda: pasting.save_drafts(cache.database(), session.user(), cards, now=clock.now())
    ):
        for item in chosen:
            forms.put(form, item.item_id, _MADE)
        st.toast(here.t("{count} draft cards are made.", count=len(cards)), icon=":material/check_circle:")
