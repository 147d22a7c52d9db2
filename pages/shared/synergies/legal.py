"""The legal path of one synergy: as what it goes, what is still to be settled, what follows from the answers."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from core.domain import wastecodes
from core.domain.choices import Kind, Transporter
from core.domain.labels import label
from core.domain.legal import guidance, handbook
from core.domain.legal.guidance import State, Step
from core.domain.legal.handbook import Answerer, Area, OutcomeKind, Route, Said
from core.domain.legal.state import Answered
from core.domain.matching.cautions import Spot
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import legal as service
from core.services.legal import Legal
from core.services.permissions import allows
from core.views import legal_words
from pages.shared import cache, clock, forms, session, telling
from pages.shared.forms import Form
from pages.shared.legal_statement import statement
from pages.shared.synergies import by_product, papers
from pages.shared.text import plain

_KEY = "synergy_legal_"
_TOLD = (Answerer.PLACES, Answerer.BY_PRODUCT_CHECK)  # the others are told by what is chosen above
_MARKS = {
    State.SETTLED: ("green", "check_circle"),
    State.OPEN: ("orange", "help"),
    State.AGAINST: ("red", "block"),
}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the legal path of a synergy; before the first contact only that it will open then."""
    if not allows(session.role(), "legal.of_synergy"):
        return
    st.subheader(t("Legal path"), anchor=False)
    if not guidance.is_open_at(synergy.stage):
        st.caption(t("It opens when the firms have been contacted, before a sample leaves."))
        return
    _body(synergy.synergy_id)


@st.fragment
def _body(synergy_id: str) -> None:
    t = session.translator_of_session()
    found = service.of_synergy(cache.database(), session.user(), synergy_id)
    _guidance(found, t)
    _facts(found, t)
    _choice(found, t)
    if not found.path.steps:
        st.info(
            t(
                "The handbook has no question for this kind of resource. That does not mean that no rule applies."
            ),
            icon=":material/info:",
        )
        return
    _summary(found, t)
    unsettled = [one.question.area for one in found.path.steps if one.state is not State.SETTLED]
    for area in Area:
        steps = [one for one in found.path.steps if one.question.area is area]
        if steps:
            _area(found, area, steps, area in unsettled[:1], t)
    if found.choice.route is Route.BY_PRODUCT:
        by_product.draw(found, t)
    papers.draw(found, t)


def _guidance(found: Legal, t: Translator) -> None:
    rows = {one for step in found.path.steps for one in step.outcomes}
    unchecked = len(found.path.unchecked)
    said = f"**{plain(t(legal_words.GUIDANCE))}**"
    if unchecked:
        told = t(
            "{unchecked} of {rows} statements below were not checked against the text; each says so.",
            unchecked=unchecked,
            rows=len(rows),
        )
        said = f"{said} {plain(told)}"
    st.warning(said, icon=":material/balance:")


def _facts(found: Legal, t: Translator) -> None:
    """Draw what the questions were chosen by, so that a wrong card is noticed."""
    facts = found.path.facts
    words = [label(facts.kind, t)]
    words += [wastecodes.format_code(code) for code in facts.waste_codes]
    if facts.is_hazardous is not None:
        words.append(t("hazardous") if facts.is_hazardous else t("not hazardous"))
    words += [
        t("giver: {place}", place=_place(facts.giver, t)),
        t("taker: {place}", place=_place(facts.taker, t)),
    ]
    turkish = t.language == "tr"
    words += [
        one.name_tr if turkish else one.name_en for one in handbook.topics() if one.topic_id in facts.topics
    ]
    st.caption(plain(t("Asked by: {facts}", facts=" · ".join(words))))


def _place(spot: Spot, t: Translator) -> str:
    return label(spot.place, t) if spot.place else t("place not known")


def _choice(found: Legal, t: Translator) -> None:
    if found.path.facts.kind is not Kind.MATERIAL:
        return
    version = found.choice.row_version
    route = st.pills(
        t("As what does it go to the taker?"),
        list(Route),
        default=found.choice.route,
        format_func=lambda one: legal_words.word(one, t),
        key=f"{_KEY}route_{found.synergy_id}_{version}",
        wrap=True,
    )
    carriers: list[Transporter] = list(Transporter)
    carrier = st.pills(
        t("Who carries it?"),
        carriers,
        default=found.choice.carrier,
        format_func=lambda one: label(one, t),
        key=f"{_KEY}carrier_{found.synergy_id}_{version}",
        wrap=True,
    )
    if (route, carrier) != (found.choice.route, found.choice.carrier):
        chosen = replace(found.choice, route=route, carrier=carrier)
        try:
            service.choose(cache.database(), session.user(), chosen, now=clock.now())
        except SimbiyozError as error:
            telling.refusal(error, t)
            return
        st.rerun()


def _summary(found: Legal, t: Translator) -> None:
    following = guidance.next_stage(found.stage)
    blocking = found.path.blocking(following) if following else ()
    if following and blocking:
        st.warning(
            plain(
                t(
                    "Questions to settle before “{stage}”: {count}",
                    stage=label(following, t),
                    count=len(blocking),
                )
            ),
            icon=":material/pending_actions:",
        )
    elif following:
        st.success(
            plain(t("Nothing known stands before “{stage}”.", stage=label(following, t))),
            icon=":material/check:",
        )
    for outcome in found.path.of_kind(OutcomeKind.STOP):
        st.markdown(f":red[:material/block:] {statement(outcome, t)}")


def _area(found: Legal, area: Area, steps: list[Step], is_first: bool, t: Translator) -> None:
    unsettled = sum(one.state is not State.SETTLED for one in steps)
    told = t("{count} not settled", count=unsettled) if unsettled else t("all settled")
    opened = st.expander(
        f"{plain(legal_words.word(area, t))} · {plain(told)}",
        expanded=is_first,
        key=f"{_KEY}{found.synergy_id}_{area}",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            for step in steps:
                _step(found, step, t)


def _step(found: Legal, step: Step, t: Translator) -> None:
    question = step.question
    colour, icon = _MARKS[step.state]
    asked = guidance.asks(question, found.path.facts)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":{colour}[:material/{icon}:] **{plain(question.text(t.language))}**")
        hints = [legal_words.before(question.stage, t), question.hint(t.language)]
        if step.said and not asked and question.answered_by in _TOLD:
            hints = [t("Known from the record: {answer}", answer=legal_words.word(step.said, t))]
        st.caption(plain(" · ".join(one for one in hints if one)))
        if question.question_id == "licence":
            _licences(found, t)
        if asked:
            _answer(found, step, t)
        else:
            _following(step, t)


def _following(step: Step, t: Translator) -> None:
    if step.outcomes:
        words = t("What follows ({count})", count=len(step.outcomes))
        with st.expander(words, icon=":material/menu_book:", type="compact"):
            st.markdown("\n".join(f"- {statement(one, t)}" for one in step.outcomes))


def _licences(found: Legal, t: Translator) -> None:
    for permit in found.licences:
        until = format_date(permit.valid_until, t.language) if permit.valid_until else t("no date")
        words = [permit.kind, permit.operation or "", wastecodes.format_code(permit.waste_code or "")]
        told = t("The register holds: {permit}, valid until {day}", permit=" ".join(words), day=until)
        st.caption(f":material/verified: {plain(told)}")


def _answer(found: Legal, step: Step, t: Translator) -> None:
    question_id = step.question.question_id
    kept = found.answers.get(question_id) or Answered(found.synergy_id, question_id, None)
    key = f"{_KEY}{found.synergy_id}_{question_id}_{kept.row_version}"
    said = st.pills(
        step.question.text(t.language),
        list(Said),
        default=kept.said,
        format_func=lambda one: legal_words.word(one, t),
        label_visibility="collapsed",
        key=key,
        wrap=True,
    )
    _following(step, t)
    form, note = _note(kept, key, t)
    if kept.note:
        st.markdown(f"> {plain(kept.note)}")
    if kept.updated_at:
        st.caption(plain(_by(kept.person, kept.updated_at, t)))
    if said != kept.said or note is not None:
        _keep(
            replace(kept, said=said, note=kept.note if note is None else note),
            t,
            form if note is not None else None,
        )


def _note(kept: Answered, key: str, t: Translator) -> tuple[Form, str | None]:
    """Draw the note folded away; return its form, and what it says where it was saved just now, else None."""
    form = forms.begin(f"synergies.legal_note.{kept.synergy_id}.{kept.question_id}", t, {"note": kept.note})
    with st.expander(t("Note"), icon=":material/edit_note:", type="compact", expanded=forms.begun(form)):
        note = forms.text(form, "note", t("Note"), lines=2, limit=2000)
        return form, (note or "") if st.button(t("Save"), key=f"{key}_note_save") else None


def _by(person: str, at: datetime, t: Translator) -> str:
    return t("{person}, {day}", person=person, day=format_date(at.date(), t.language))


def _keep(one: Answered, t: Translator, done_with: Form | None) -> None:
    try:
        service.answer(cache.database(), session.user(), one, now=clock.now())
    except SimbiyozError as error:
        telling.refusal(error, t, {"note": t("Note")})
        return
    if done_with:
        forms.clear(done_with)
    st.rerun()
