"""Moving a synergy to another stage in two steps: the next stage stands first, and what is missing for it is said."""

from typing import Any

import streamlit as st

from core.domain.choices import Recurrence, Stage, StallReason
from core.domain.labels import label
from core.domain.synergies.board import next_first
from core.domain.synergies.stages import ENDED, FLOWING, Need
from core.errors import SimbiyozError, StageNeedsError
from core.i18n import Translator
from core.services import following, synergies
from pages.shared import cache, clock, form_state, session, telling
from pages.shared.synergies import plan
from pages.shared.text import plain

_NEEDS = "synergies.needs"  # what the last move lacked: (key of its fold, stage, needs)


def folded(synergy_id: str, row_version: int, t: Translator) -> None:
    """Draw the move folded away; its content only while it is open. After a move it comes back closed: its key is new.

    It unfolds inside the card, so that Tab leads into it: a popover's content stands at the end of the page.
    """
    key = f"synergies_move_{synergy_id}_{row_version}"
    opened = st.expander(t("Move"), icon=":material/move_down:", type="compact", key=key, on_change="rerun")
    if opened.open:
        with opened:
            _form(synergy_id, row_version, key, t)


def _form(synergy_id: str, row_version: int, key: str, t: Translator) -> None:
    database, acting = cache.database(), session.user()
    synergy = synergies.get(database, acting, synergy_id)
    standing = following.standing(database, acting, synergy_id)
    stages = next_first(tuple(standing.moves), synergy.stage)
    if not stages:
        st.caption(t("This synergy cannot be moved."))
        return
    stage = st.selectbox(
        t("Move to"),
        stages,
        index=None if synergy.stage is Stage.VERIFIED else 0,  # no stage comes after it
        format_func=lambda one: label(one, t),
        placeholder=t("Choose"),
        key=f"{key}_to",
    )
    if stage is None:
        return
    if standing.missing and stage == stages[0]:
        _missing(standing.missing, t("Still missing to leave “{stage}”:", stage=label(synergy.stage, t)), t)
    said: dict[str, Any] = {}
    if stage in ENDED:
        said["reason"] = _choice(t("Reason"), list(StallReason), f"{key}_reason", t)
    if stage in FLOWING and synergy.recurrence is None:
        said["recurrence"] = _choice(t("How it runs"), list(Recurrence), f"{key}_recurrence", t)
    lacking = session.get(_NEEDS)
    is_asked = bool(lacking) and lacking[:2] == (key, stage)
    if is_asked:
        _missing(lacking[2], t("Still missing for “{stage}”:", stage=label(stage, t)), t)
    with st.container(horizontal=True):
        if st.button(t("Move"), type="primary", key=f"{key}_do"):
            _move(synergy_id, stage, row_version, key, said, t)
        if is_asked and st.button(t("Move all the same"), key=f"{key}_all_the_same"):
            _move(synergy_id, stage, row_version, key, {**said, "all_the_same": True}, t)


def _missing(needs: tuple[Need, ...], title: str, t: Translator) -> None:
    st.markdown("\n".join([f"{plain(title)}\n", *(f"- {label(need, t)}" for need in needs)]))


def _choice(title: str, options: list[Any], key: str, t: Translator) -> Any:
    return st.selectbox(
        title,
        options,
        index=None,
        format_func=lambda one: label(one, t),
        placeholder=t("Choose"),
        key=key,
    )


def _move(
    synergy_id: str, stage: Stage, row_version: int, key: str, said: dict[str, Any], t: Translator
) -> None:
    try:
        synergies.move(
            cache.database(),
            session.user(),
            synergy_id,
            stage,
            row_version,
            on=clock.today(),
            now=clock.now(),
            **said,
        )
    except StageNeedsError as error:
        session.put(_NEEDS, (key, stage, tuple(Need(one) for one in error.needs)))
        st.rerun()
    except SimbiyozError as error:
        telling.refusal(error, t)
        return
    session.put(_NEEDS, None)
    form_state.goes_on(plan.name_of(synergy_id), row_version)
    st.toast(t("Moved to {stage}.", stage=label(stage, t)), icon=":material/check:")
    st.rerun()
