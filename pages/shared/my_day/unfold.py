"""What a row of My day unfolds in its place: the next action or the people, one at a time on the whole page.

Not popovers: Streamlit draws those at the end of the page, where the tab key comes to them only after all rows.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

import streamlit as st

from core.i18n import Translator
from pages.shared import session

_OPEN = "my_day.open"
Draw = Callable[[dict[str, Any], Translator], None]


class Fold(StrEnum):
    """What a row can unfold."""

    NEXT = "next"
    PEOPLE = "people"


def button(synergy_id: str, fold: Fold, said: str, icon: str) -> None:
    """Draw the button that unfolds a part of a row, or folds it again."""
    is_open = session.get(_OPEN) == (synergy_id, fold)
    st.button(
        f"{said} :material/{'expand_less' if is_open else 'expand_more'}:",
        icon=icon,
        key=f"my_day_{fold}_{synergy_id}",
        on_click=session.put,
        args=(_OPEN, None if is_open else (synergy_id, fold)),
    )


def draw(synergy_id: str, draws: Mapping[Fold, Draw], row: dict[str, Any], t: Translator) -> None:
    """Draw what of a row is unfolded, if anything is."""
    for fold, drawing in draws.items():
        if session.get(_OPEN) == (synergy_id, fold):
            with st.container(key=f"my_day_open_{fold}"):
                drawing(row, t)


def close() -> None:
    """Fold what is unfolded, from the next run on."""
    session.put(_OPEN, None)
