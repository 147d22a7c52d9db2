"""One synergy: what it is, its stage and the way it took, its next action."""

from dataclasses import replace
from datetime import date

import streamlit as st

from core.domain.choices import Stage, StallReason
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.quantity import Quantity, parse_quantity
from core.domain.reporting import ReportKind
from core.errors import ChangedByOthersError, SimbiyozError
from core.i18n import Translator
from core.services import synergies
from pages.shared import cache, clock, report_buttons, session, synergy_list, synergy_precedent
from pages.shared.text import plain


def draw(synergy_id: str, t: Translator) -> None:
    """Draw the chosen synergy with its forms."""
    synergy = synergies.get(cache.database(), session.user(), synergy_id)
    row = cache.synergies().set_index("synergy_id").loc[synergy_id]
    with st.container(border=True, key="synergies_detail"):
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.subheader(plain(synergy.title))
        if right.button(t("Close"), icon=":material/close:", type="tertiary", key="synergies_close"):
            synergy_list.close()
            st.rerun()
        st.markdown(f"{plain(row['giver_name'])}  →  {plain(row['taker_name'])}")
        cards = [plain(row[name]) for name in ("have_name", "want_name") if isinstance(row[name], str)]
        if cards:
            st.caption(" ↔ ".join(cards))
        if synergy.said_by:
            st.caption(t("Said by: {name}", name=plain(synergy.said_by)))
        stage, action = st.columns(2, gap="large")
        with stage:
            _stage(synergy, t)
        with action:
            _action(synergy, t)
        names = {side: str(row[f"{side}_name"]) for side in ("giver", "taker")}
        synergy_precedent.draw(synergy, names, t)
        with st.expander(t("Report"), icon=":material/description:"):
            report_buttons.draw(ReportKind.SYNERGY, synergy_id, synergy.title, t, key="synergies")


def _stage(synergy: Synergy, t: Translator) -> None:
    st.markdown(f"**{t('Stage')}: {label(synergy.stage, t)}**")
    with st.form(f"synergies_stage_{synergy.synergy_id}", border=False):
        stages: list[Stage] = list(Stage)
        stage = st.selectbox(
            t("Move to"),
            stages,
            index=stages.index(synergy.stage),
            format_func=lambda one: label(one, t),
        )
        on = st.date_input(t("On"), value=clock.today(), max_value=clock.today(), format="DD.MM.YYYY")
        reason = st.selectbox(
            t("Reason, if it stalls or is dropped"),
            list(StallReason),
            index=list(StallReason).index(synergy.stall_reason) if synergy.stall_reason else None,
            format_func=lambda one: label(one, t),
            placeholder=t("Choose"),
        )
        if st.form_submit_button(t("Move")):
            _move(synergy, stage, on, reason, t)
    _way(synergy.synergy_id, t)


def _move(synergy: Synergy, stage: Stage, on: date, reason: StallReason | None, t: Translator) -> None:
    try:
        synergies.move(
            cache.database(),
            session.user(),
            synergy.synergy_id,
            stage,
            synergy.row_version,
            on=on,
            now=clock.now(),
            reason=reason,
        )
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.toast(t("Moved to {stage}.", stage=label(stage, t)), icon=":material/check:")
    st.rerun()


def _way(synergy_id: str, t: Translator) -> None:
    way = synergies.stages(cache.database(), session.user())
    way = way[way["synergy_id"] == synergy_id]
    for row in way.to_dict("records"):
        stalled = isinstance(row["stall_reason"], str)  # pandas gives nan where there is none
        reason = f" · {label(StallReason(row['stall_reason']), t)}" if stalled else ""
        st.caption(f"{format_date(row['entered_on'], t.language)} · {label(Stage(row['stage']), t)}{reason}")


def _action(synergy: Synergy, t: Translator) -> None:
    st.markdown(f"**{t('Next action')}**")
    with st.form(f"synergies_action_{synergy.synergy_id}", border=False):
        action = st.text_input(t("What"), value=synergy.next_action or "", max_chars=200)
        due = st.date_input(t("Due"), value=synergy.next_action_on, format="DD.MM.YYYY")
        quantity = st.text_input(
            t("Quantity agreed, as in the card"),
            value=_quantity(synergy),
            placeholder=t("for example 12 t/month"),
            max_chars=60,
        )
        notes = st.text_area(t("Notes"), value=synergy.notes or "", max_chars=4000)
        if st.form_submit_button(t("Save")):
            _save(synergy, action, due, quantity, notes, t)


def _save(synergy: Synergy, action: str, due: date | None, typed: str, notes: str, t: Translator) -> None:
    read = read_quantity(typed, t)
    if read is None:
        return
    changed = replace(
        synergy,
        next_action=action or None,
        next_action_on=due,
        notes=notes or None,
        quantity=read.amount,
        unit=read.unit,
        period=read.period,
    )
    try:
        synergies.save(cache.database(), session.user(), changed, now=clock.now())
    except ChangedByOthersError as error:
        st.error(error.text(t), icon=":material/error:")
        for field in ("next_action", "next_action_on", "notes"):
            st.caption(plain(str(error.newer.get(field) or "–")))
        return
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def read_quantity(typed: str, t: Translator) -> Quantity | None:
    """Return what was typed, an empty quantity for nothing; says so and returns None where it cannot be read."""
    if not typed.strip():
        return Quantity(typed)
    read = parse_quantity(typed)
    if not read.is_complete:
        st.error(
            t("Expected an amount, a unit and a period, for example 12 t/month."), icon=":material/error:"
        )
        return None
    return read


def _quantity(synergy: Synergy) -> str:
    if synergy.quantity is None:
        return ""
    return f"{synergy.quantity:g} {synergy.unit}/{synergy.period}"
