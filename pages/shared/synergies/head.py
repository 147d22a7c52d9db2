"""The head of a synergy's page: what it is, who takes part, how far it came, what blocks it, what is next."""

import streamlit as st

from core.domain.choices import STAGES_IN_ORDER
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.register import firmname
from core.domain.synergies.following import DocumentKind, PartyRole
from core.domain.synergies.readiness import Lowest
from core.domain.synergies.stages import ENDED, FLOWING
from core.i18n import Translator
from core.services import filing, following, synergies
from core.services.following import Standing
from core.views import sentences
from pages.shared import cache, cache_accounts, clock, session
from pages.shared.text import plain

_OF_ROLE = {
    PartyRole.GIVER: "green",
    PartyRole.TAKER: "blue",
    PartyRole.PROCESSOR: "violet",
    PartyRole.CARRIER: "gray",
}


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw parties, the line of stages, what blocks, and owner with next action."""
    standing = following.standing(cache.database(), session.user(), synergy.synergy_id)
    with st.container(border=True, gap="small"):
        _parties(synergy, t)
        _steps(synergy, standing, t)
        pilot = f":violet-badge[:material/flag: {plain(t('Pilot'))}] " if synergy.is_pilot else ""
        st.markdown(pilot + _blocks(standing.lowest, t))
        _next(synergy, t)
        if synergy.said_by:
            st.caption(t("Said by: {name}", name=plain(synergy.said_by)))


def line(synergy: Synergy, t: Translator) -> None:
    """Draw in one line who takes part and how far it came, for the parts that need no more."""
    row = synergies.named(cache.database(), session.user(), synergy.synergy_id)
    giver, taker = (plain(firmname.short(str(row[f"{side}_name"]))) for side in ("giver", "taker"))
    st.caption(f"{giver} → {taker} · {plain(label(synergy.stage, t))}")


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


def _blocks(found: Lowest, t: Translator) -> str:
    """Return what blocks as text in colour: a badge would be cut off on a phone."""
    if found.level is None:
        return f":gray[:material/help: {t('How ready it is: not known')}]"
    values = {
        "perspectives": ", ".join(label(one, t) for one in found.perspectives),
        "level": label(found.level, t),
    }
    if not found.blocks:
        return f":green[:material/check_circle: {plain(t('Nothing known blocks it'))}]"
    colour = "orange" if found.level == "partly" else "red"
    return f":{colour}[:material/front_hand: {plain(t('Blocks: {perspectives} ({level})', **values))}]"


def _next(synergy: Synergy, t: Translator) -> None:
    names = cache_accounts.names()
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
