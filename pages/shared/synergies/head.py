"""The head of a synergy's page: what it is, who takes part, how far it came, what blocks it, what is next."""

import streamlit as st

from core.domain.choices import STAGES_IN_ORDER
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import DocumentKind, PartyRole
from core.domain.synergies.readiness import Lowest
from core.domain.synergies.stages import ENDED, FLOWING
from core.i18n import Translator
from core.services import filing, following, synergies, users
from core.services.following import Standing
from core.views import sentences
from pages.shared import cache, clock, session
from pages.shared.text import plain

_OF_ROLE = {
    PartyRole.GIVER: "green",
    PartyRole.TAKER: "blue",
    PartyRole.PROCESSOR: "violet",
    PartyRole.CARRIER: "gray",
}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw title, parties, the line of stages, and owner with next action."""
    standing = following.standing(cache.database(), session.user(), synergy.synergy_id)
    st.title(plain(synergy.title), anchor=False)
    with st.container(border=True, gap="small"):
        _parties(synergy, t)
        _steps(synergy, standing, t)
        with st.container(horizontal=True, gap="small"):
            if synergy.is_pilot:
                st.badge(t("Pilot"), icon=":material/flag:", color="violet")
            _blocks(standing.lowest, t)
        _next(synergy, t)
        if synergy.said_by:
            st.caption(t("Said by: {name}", name=plain(synergy.said_by)))


def _parties(synergy: Synergy, t: Translator) -> None:
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    found = [
        (PartyRole.GIVER, str(row["giver_name"]), row["have_name"]),
        (PartyRole.TAKER, str(row["taker_name"]), row["want_name"]),
    ]
    more = following.parties(cache.database(), session.user(), synergy.synergy_id)
    found += [
        (PartyRole(one["role"]), str(one["firm_name"]), one["resource_name"])
        for one in more.to_dict("records")
    ]
    lines = []
    for role, name, card in found:
        said = f":{_OF_ROLE[role]}-badge[{plain(label(role, t))}] **{plain(name)}**"
        lines.append(said + (f" · {plain(card)}" if isinstance(card, str) else ""))
    st.markdown("  \n".join(lines))
    if taken := sentences.taken(row, t):
        is_told = synergy.quantity is not None or synergy.stage not in FLOWING
        st.caption(plain(taken) if is_told else _not_told(synergy, t))


def _not_told(synergy: Synergy, t: Translator) -> str:
    """Return what to do about a flow whose quantity nobody wrote down, or only the agreement among its files."""
    kept = filing.files(cache.database(), session.user(), synergy.synergy_id)
    agreed = kept.loc[kept["document_kind"] == DocumentKind.AGREEMENT.value, "name"]
    if agreed.empty:
        return t(
            "How much flows is not written down. Enter it in the plan, so that the cards say what is left."
        )
    return t(
        "How much flows stands only in “{file}”. Enter it in the plan too, so that the cards say what is left.",
        file=plain(agreed.iloc[0]),
    )


def _steps(synergy: Synergy, standing: Standing, t: Translator) -> None:
    at = STAGES_IN_ORDER.index(standing.before)
    has_ended = synergy.stage in ENDED
    said = []
    for place, stage in enumerate(STAGES_IN_ORDER):
        word = plain(label(stage, t))
        if place < at:
            said.append(f":green-badge[:material/check: {word}]")
        elif place == at:
            said.append(
                f":{'gray' if has_ended else 'blue'}-badge[:material/radio_button_checked: **{word}**]"
            )
        else:
            said.append(f":gray[{word}]")
    if has_ended:
        reason = f": {label(synergy.stall_reason, t)}" if synergy.stall_reason else ""
        said.append(f":red-badge[:material/block: {plain(label(synergy.stage, t) + reason)}]")
    st.markdown(" › ".join(said))
    if synergy.stage_since:
        values = {
            "stage": label(synergy.stage, t),
            "day": format_date(synergy.stage_since, t.language),
            "days": (clock.today() - synergy.stage_since).days,
        }
        st.caption(
            t("{stage} since {day}, for {days} days", **values)
            if values["days"]
            else t("{stage} since today, {day}", **values)
        )


def _blocks(found: Lowest, t: Translator) -> None:
    if found.level is None:
        st.badge(t("How ready it is: not known"), icon=":material/help:", color="gray")
        return
    values = {
        "perspectives": ", ".join(label(one, t) for one in found.perspectives),
        "level": label(found.level, t),
    }
    if found.blocks:
        said, colour = (
            t("Blocks: {perspectives} ({level})", **values),
            "orange" if found.level == "partly" else "red",
        )
        st.badge(plain(said), icon=":material/front_hand:", color=colour)  # type: ignore[arg-type]
    else:
        st.badge(t("Nothing known blocks it"), icon=":material/check_circle:", color="green")


def _next(synergy: Synergy, t: Translator) -> None:
    names = users.names(cache.database(), session.user())
    owner = names.get(synergy.owner_id, synergy.owner_id) if synergy.owner_id else t("nobody yet")
    said = [f":material/person: {plain(t('Owner: {name}', name=owner))}"]
    if synergy.next_action:
        said.append(f":material/event: {plain(t('Next: {action}', action=synergy.next_action))}")
    if synergy.next_action_on:
        day = format_date(synergy.next_action_on, t.language)
        late = synergy.next_action_on < clock.today()
        said.append(
            f":red[**{plain(t('overdue since {day}', day=day))}**]" if late else plain(t("by {day}", day=day))
        )
    st.markdown(" · ".join(said))
