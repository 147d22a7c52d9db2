"""What a suggestion says of itself: the caution first, then what speaks for and against it; and why there is none."""

from collections.abc import Sequence

import streamlit as st

from core.domain.matching.cautions import Caution, Level
from core.domain.matching.explaining import Explanation
from core.domain.matching.objections import Against, Objection
from core.domain.numbers import format_number
from core.domain.register import quality
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services.reasons import Nearest
from core.views import charts, sentences, sort_charts, strength_words
from core.views import why as words
from pages.shared import cache, cache_sorts, cache_why
from pages.shared.text import plain

_MOST = 3  # by which a card's would-be partners are refused; more nobody reads
_BADGES = {
    Level.FORBIDDEN: ":red-badge[:material/block: {}]",
    Level.LICENCE: ":orange-badge[:material/gavel: {}]",
    Level.TEST: ":blue-badge[:material/science: {}]",
}


def caution(cautions: Sequence[Caution], t: Translator) -> None:
    """Draw the gravest rule of a suggestion as its first line; nothing where none is known."""
    if not cautions:
        return
    first = cautions[0]
    said = f"{_badge(first, t)} {plain(first.rule(t.language))}"
    if first.checked_on is None:
        said += f" :gray[{plain(t('(rule not yet checked)'))}]"
    st.markdown(said)


def details(why: Explanation, key: str, t: Translator) -> None:
    """Draw the bar of the score's parts, what speaks for and against the pair, and its rules with their sources."""
    st.vega_lite_chart(
        cache.parts_chart(why.parts, t.language), alt=charts.in_words(why.parts, t), key=f"{key}_parts"
    )
    if not why.asks_for_another:
        st.caption(plain(strength_words.rests_on(why.score, t)))
    against = [words.objection(one, t, plain) for one in why.against]
    left, right = st.columns(2) if against else (st.container(), st.container())
    with left:
        _list(t("What speaks for it"), ":green[:material/add_circle:]", _for(why, t))
    with right:
        _list(t("What is missing or speaks against it"), ":orange[:material/error:]", against)
    every_rule(why.cautions, t, t("To know before an exchange"))


def against(told: Sequence[Against], t: Translator) -> None:
    """Draw what is missing for a suggestion or speaks against it, one quiet line each."""
    if told:
        lines = [f":orange[:material/error:] :small[{words.objection(one, t, plain)}]" for one in told]
        st.markdown("  \n".join(lines))


def measures(key: str, shown: tuple[tuple[str, float], ...], t: Translator) -> None:
    """Draw measures of 0–1, each in words, as bars."""
    st.vega_lite_chart(
        cache_sorts.measures_chart(shown, t.language), alt=sort_charts.measures_in_words(shown, t), key=key
    )


@st.fragment
def rules(key: str, cautions: Sequence[Caution], t: Translator) -> None:
    """Draw on demand all rules that meet a suggestion, with their sources; nothing where the first line says all."""
    if not cautions:
        return
    title = t("To know before an exchange: {count}", count=format_number(len(cautions), t.language))
    opened = st.expander(title, icon=":material/gavel:", type="compact", key=key, on_change="rerun")
    if opened.open:
        with opened:
            every_rule(cautions, t)


def every_rule(cautions: Sequence[Caution], t: Translator, title: str = "") -> None:
    """Draw all rules that meet a suggestion with their sources; nothing where there is none."""
    if cautions and title:
        st.markdown(f"**{plain(title)}**")
    for one in cautions:
        st.markdown(f"{_badge(one, t)} {plain(one.rule(t.language))}")
        st.caption(words.caution_source(one, t, plain))


def refused(resource_id: str, t: Translator, *, as_guest: bool, guest_of: str | None) -> None:
    """Draw by which rules would-be partners of a card are not suggested; nothing where none was refused."""
    try:
        rules = cache_why.refused(resource_id, as_guest=as_guest, guest_of=guest_of)
    except SimbiyozError:
        return
    for rule in rules[:_MOST]:
        st.markdown(f":gray[:material/block: {words.exclusion(rule, t, plain)}]")


def nothing(resource_id: str, t: Translator, *, as_guest: bool, guest_of: str | None) -> None:
    """Draw that a card has no good partner yet, and what would help."""
    said = t(
        "No good partner yet. The card stays in the search: each new card of others is compared with it."
    )
    try:
        found = cache_why.nearest(resource_id, as_guest=as_guest, guest_of=guest_of)
    except SimbiyozError:
        st.info(said, icon=":material/search:")
        return
    helpful = _helpful(found, t)
    listed = "".join(f"\n- {one}" for one in helpful)
    st.info(f"{said}\n\n{listed}" if helpful else said, icon=":material/search:")


def _badge(one: Caution, t: Translator) -> str:
    return _BADGES[one.level].format(plain(t(words.LEVELS[one.level])))


def _for(why: Explanation, t: Translator) -> list[str]:
    said = [sentence for _, sentence in words.speaking(why.evidence, t, plain)]
    if why.evidence.precedent:
        said[-1] += f"  \n:small[:gray[{words.precedent_source(why.evidence.precedent, t, plain)}]]"
    if why.shared_terms:
        said.append(t("Words in common: {terms}", terms=plain(", ".join(why.shared_terms))))
    if why.coverage:
        said.append(plain(words.coverage(why.coverage, t)))
    is_far = any(one.objection is Objection.FAR for one in why.against)
    if why.distance_km is not None and not is_far:
        said.append(plain(sentences.capitalised(sentences.far(why.distance_km, why.is_coarse, t), t)))
    return said


def _list(title: str, mark: str, lines: list[str]) -> None:
    if not lines:
        return
    st.markdown(f"**{plain(title)}**")
    for line in lines:
        st.markdown(f"{mark} {line}")


def _helpful(found: Nearest, t: Translator) -> list[str]:
    said = []
    points = int(100 * (found.score or 0))  # never rounded up: it is below the floor
    if points >= 1:
        floor = format_number(100 * found.floor, t.language, 0)
        said.append(
            t("The nearest has {points} of the {floor} points that are needed.", points=points, floor=floor)
        )
    if found.gaps:
        gaps = ", ".join(t(quality.LABELS[gap]) for gap in found.gaps)
        said.append(t("Filling in helps: {fields}.", fields=plain(gaps)))
    if found.lacks_activity:
        said.append(t("The site names no activity: with it, haves that its trade uses are found."))
    if found.wider:
        names = ", ".join(one.name_tr if t.language == "tr" else one.name_en for one in found.wider)
        said.append(t("A wider name finds more: {names}.", names=plain(names)))
    elif not found.is_known:
        said.append(t("The name says no material or service that we know: write it more plainly."))
    return said
