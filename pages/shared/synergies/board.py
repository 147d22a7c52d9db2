"""The board of synergies: a column for each stage, a card for each synergy, what is due first.

On a phone one stage stands at a time; on a wider screen the columns scroll sideways.
"""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import STAGES_IN_ORDER, Stage, StallReason
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.synergies.board import Asked
from core.i18n import Translator
from core.services.permissions import allows
from pages.shared import cache_accounts, cache_board, clock, device, linked, session
from pages.shared.synergies import move, words
from pages.shared.text import plain

ALL = "all"
FIRST, MORE = 8, 12
WIDTH = 290  # pixels: four columns on a laptop


def draw(asked: Asked, counts: dict[Stage, int], t: Translator) -> None:
    """Draw the board."""
    stages = (*STAGES_IN_ORDER, Stage.STALLED, Stage.DROPPED) if _ended(counts, t) else STAGES_IN_ORDER
    options, first = [ALL, *(stage.value for stage in stages)], _first(counts)
    chosen = st.segmented_control(
        t("Stage"),
        options,
        required=True,
        wrap=True,
        format_func=lambda one: (
            t("All stages") if one == ALL else f"{label(Stage(one), t)} ({counts[Stage(one)]})"
        ),
        **linked.arguments("synergies", "stage", options, first),
    )
    shown = stages if chosen == ALL else tuple(stage for stage in stages if stage == chosen)
    most = tuple((stage, _most(stage)) for stage in shown if counts[stage])
    if not most:
        st.info(t("Nothing here with these filters."))
        return
    cards = cache_board.cards(asked, most)
    if chosen == ALL:
        _columns(cards, shown, counts, t)
    else:
        _one_stage(cards, shown[0], counts[shown[0]], t)


def _columns(cards: pd.DataFrame, stages: tuple[Stage, ...], counts: dict[Stage, int], t: Translator) -> None:
    by_stage = _by_stage(cards)
    with st.container(horizontal=True, wrap=False, key="synergies_board", gap="medium"):
        for stage in stages:
            with st.container(width=WIDTH, key=f"synergies_column_{stage}"):
                st.markdown(f"**{label(stage, t)}** :gray-badge[{counts[stage]}]")
                for row in by_stage.get(stage, []):
                    _card(row, t)
                if not counts[stage]:
                    st.caption(t("None here."))
                _more(stage, counts[stage], t)


def _one_stage(cards: pd.DataFrame, stage: Stage, count: int, t: Translator) -> None:
    with st.grid(3, min_column_width=280):
        for row in _by_stage(cards).get(stage, []):
            _card(row, t)
    _more(stage, count, t)


def _card(row: dict[str, Any], t: Translator) -> None:
    synergy_id = str(row["synergy_id"])
    with st.container(border=True, gap="xsmall", key=f"synergies_card_{synergy_id}"):
        pilot = f" :green-badge[{t('Pilot')}]" if row["is_pilot"] else ""
        st.markdown(f"**{plain(row['title'])}**{pilot}")
        st.caption(f"{plain(row['giver_name'])} → {plain(row['taker_name'])}")
        _lines(row, t)
        if st.button(
            t("Open"), icon=":material/arrow_forward:", type="tertiary", key=f"synergies_open_{synergy_id}"
        ):
            st.query_params["synergy"] = synergy_id
            st.rerun()
        move.folded(synergy_id, int(row["row_version"]), t)


def _lines(row: dict[str, Any], t: Translator) -> None:
    """Draw next action, what blocks and whose it is: one text, since each element costs."""
    lines = []
    if isinstance(row["next_action"], str):
        lines.append(f":material/arrow_forward: {plain(row['next_action'])}")
    if pd.notna(row["next_action_on"]):
        day = pd.Timestamp(row["next_action_on"]).date()
        due = plain(format_date(day, t.language))
        late = day < clock.today()
        lines.append(
            f":red[:material/alarm: {t('Overdue: {day}', day=due)}]" if late else f":material/event: {due}"
        )
    if isinstance(row["stall_reason"], str):
        lines.append(f":orange[:material/block: {label(StallReason(row['stall_reason']), t)}]")
    elif blocks := row["blocks"]:
        lines.append(f":orange[:material/block: {plain(blocks)}]")
    if row["owner"]:
        lines.append(f":gray[:material/person: {plain(row['owner'])}]")
    if lines:
        st.markdown("  \n".join(f":small[{line}]" for line in lines))


def _by_stage(cards: pd.DataFrame) -> dict[Stage, list[dict[str, Any]]]:
    t = session.translator_of_session()
    is_staff = allows(session.role(), "board.blocking")
    names = cache_accounts.names() if is_staff else {}
    blocks = cache_board.blocking(tuple(cards["synergy_id"])) if is_staff else {}
    found: dict[Stage, list[dict[str, Any]]] = {}
    for row in cards.to_dict("records"):
        one: dict[str, Any] = {str(name): value for name, value in row.items()}
        one["owner"] = names.get(one.get("owner_id", ""), "")
        one["blocks"] = words.blocks(blocks.get(one["synergy_id"]), t)
        found.setdefault(Stage(one["stage"]), []).append(one)
    return found


def _ended(counts: dict[Stage, int], t: Translator) -> bool:
    count = counts[Stage.STALLED] + counts[Stage.DROPPED]
    return st.toggle(
        t("Stalled and dropped too ({count})", count=count), key="synergies_ended", bind="query-params"
    )


def _first(counts: dict[Stage, int]) -> str:
    """Return the stage that the board opens with: all of them, on a phone the first that is followed."""
    if not device.is_phone():
        return ALL
    followed = [stage for stage in STAGES_IN_ORDER if stage is not Stage.IDEA and counts[stage]]
    return followed[0].value if followed else Stage.IDEA.value


def _most(stage: Stage) -> int:
    return int(session.get(f"synergies.most.{stage}", FIRST))


def _more(stage: Stage, count: int, t: Translator) -> None:
    if count > _most(stage):
        st.button(
            t("Show more ({count} in all)", count=count),
            icon=":material/expand_more:",
            type="tertiary",
            key=f"synergies_more_{stage}",
            on_click=lambda: session.put(f"synergies.most.{stage}", _most(stage) + MORE),
        )
