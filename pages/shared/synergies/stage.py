"""The stage of a synergy: what must be there to leave it, the proposed next step, and moving it."""

from datetime import date

import streamlit as st

from core.domain.choices import STAGES_IN_ORDER, Recurrence, Stage, StallReason
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.synergies.stages import ENDED, FLOWING, NEEDS, Need, step
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import following, synergies
from core.services.following import Standing
from pages.shared import cache, clock, form_state, session, telling
from pages.shared.synergies import plan
from pages.shared.text import plain


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw what the stage asks for and the way to another one."""
    standing = following.standing(cache.database(), session.user(), synergy.synergy_id)
    st.subheader(t("Stage"), anchor=False)
    needs = NEEDS.get(synergy.stage, ())
    if needs:
        st.markdown(f"**{plain(t('Before it leaves “{stage}”', stage=label(synergy.stage, t)))}**")
        st.markdown("  \n".join(_need(need, need in standing.missing, t) for need in needs))
    proposed = step(synergy)
    st.info(plain(t(proposed.text)), icon=":material/lightbulb:", title=t("Proposed next step"))
    if proposed.template:
        st.button(
            t("Text ready: {template}", template=plain(label(proposed.template, t))),
            icon=":material/description:",
            key="synergies_step_text",
            on_click=_to_the_texts,
        )
    with st.container(border=True):
        _mover(synergy, standing, t)


def _to_the_texts() -> None:
    session.put("synergies_part", "texts")
    st.query_params["part"] = "texts"


def _need(need: Need, is_missing: bool, t: Translator) -> str:
    mark = ":orange[:material/radio_button_unchecked:]" if is_missing else ":green[:material/check_circle:]"
    return f"{mark} {plain(label(need, t))}"


def _mover(synergy: Synergy, standing: Standing, t: Translator) -> None:
    """Draw the choice of a stage and what it asks for; the keys hold the version, so that a done move begins anew."""
    key = f"synergies_move_{synergy.synergy_id}_{synergy.row_version}"
    options, proposed = list(standing.moves), _proposed(synergy, standing)
    stage = st.selectbox(
        t("Move to"),
        options,
        index=options.index(proposed) if proposed else None,
        format_func=lambda one: label(one, t),
        placeholder=t("Choose"),
        key=f"{key}_stage",
    )
    if stage is None:
        return
    on = st.date_input(
        t("On"), value=clock.today(), max_value=clock.today(), format="DD.MM.YYYY", key=f"{key}_on"
    )
    reason = _reason(key, t) if stage in ENDED else None
    recurrence = _recurrence(synergy, key, t) if stage in FLOWING else None
    missing = tuple(
        need for need in standing.moves[stage] if not (need is Need.RECURRENCE and recurrence is not None)
    )
    sure = _sure(missing, stage, key, t)
    if st.button(
        t("Move"), type="primary", icon=":material/arrow_forward:", key=f"{key}_go", disabled=not sure
    ):
        _move(synergy, stage, on, reason, recurrence, t)


def _proposed(synergy: Synergy, standing: Standing) -> Stage | None:
    """Return the next stage, where it stood for what has ended, None after the last."""
    if synergy.stage in ENDED:
        return standing.before
    place = STAGES_IN_ORDER.index(synergy.stage) + 1
    return STAGES_IN_ORDER[place] if place < len(STAGES_IN_ORDER) else None


def _reason(key: str, t: Translator) -> StallReason | None:
    return st.selectbox(
        t("Reason"),
        list(StallReason),
        index=None,
        format_func=lambda one: label(one, t),
        placeholder=t("Choose"),
        key=f"{key}_reason",
    )


def _recurrence(synergy: Synergy, key: str, t: Translator) -> Recurrence | None:
    return st.segmented_control(
        t("How it runs"),
        list(Recurrence),
        default=synergy.recurrence,
        format_func=lambda one: label(one, t),
        key=f"{key}_recurrence",
    )


def _sure(missing: tuple[Need, ...], stage: Stage, key: str, t: Translator) -> bool:
    """Return whether the move may be asked for; draw what is missing and the box to pass over it."""
    if not missing:
        return True
    lines = "  \n".join(f":material/radio_button_unchecked: {plain(label(need, t))}" for need in missing)
    st.warning(f"**{plain(t('Still missing'))}**  \n{lines}")
    if stage is Stage.VERIFIED and Need.VERIFIED_IMPACT in missing:
        st.caption(t("Verified it becomes only with a confirmed impact: see the part “Impact”."))
        return False
    return st.checkbox(t("Move all the same; what is missing stays on record"), key=f"{key}_sure")


def _move(
    synergy: Synergy,
    stage: Stage,
    on: date,
    reason: StallReason | None,
    recurrence: Recurrence | None,
    t: Translator,
) -> None:
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
            recurrence=recurrence,
            all_the_same=True,
        )
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    form_state.goes_on(plan.name_of(synergy.synergy_id), synergy.row_version)
    st.toast(t("Moved to {stage}.", stage=label(stage, t)), icon=":material/check:")
    st.rerun()
