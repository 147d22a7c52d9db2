"""Tables that are read: columns as wide as their longest text, numbers as the reader's language writes them.

Streamlit measures only the first rows of a table, so a longer text further down would be cut off; and it writes numbers
as the browser's language has them, not the page's.
"""

from collections.abc import Sequence
from math import isnan
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from core.domain.numbers import format_number
from core.i18n import Translator
from pages.shared import device

_NARROW = "iıl.,:;|!'()[]fjrt1 "
_WIDE = "ÇĞÖŞÜABCDEGHKNOPQRSUVXYZ%–—→"
_WIDEST = "mwMW@"
_ROOM = 24  # px: what a cell keeps free on both sides
_LEAST, _MOST = 64, 460  # px
_ON_PHONE = 190  # px: of some 350
HIGH = 70  # px: in rows of more than 4 rem (68) texts that are wider than their column break into lines


def fitted(
    frame: pd.DataFrame, *, most: int = _MOST, breaks: bool = False, right: int | None = None
) -> dict[str, Any]:
    """Return column settings that show texts whole, up to `most` px.

    Where rows are HIGH and a text so `breaks`, a column is wide enough for its longest text in three lines.
    Columns from the `right`-th on stand to the right, as numbers do.
    """
    found: dict[str, Any] = {}
    for place, name in enumerate(frame.columns):
        width = _width(frame, name, most, breaks)
        numbers = right is not None and place >= right
        found[name] = st.column_config.Column(width=width, alignment="right" if numbers else None)
    return found


def draw(frame: pd.DataFrame, alt: str, *, phone: Sequence[str] = ()) -> None:
    """Draw a table to be read; of one that is too wide for a phone there only the columns `phone`, words in lines."""
    if not phone or not device.is_phone():
        st.dataframe(frame, hide_index=True, column_config=fitted(frame), alt=alt)
        return
    st.dataframe(hide_index=True, alt=alt, **of_phone(frame, phone))


def of_phone(frame: pd.DataFrame, columns: Sequence[str]) -> dict[str, Any]:
    """Return how a phone shows a table: those columns alone, words in lines; as arguments of `st.dataframe`."""
    shown = frame[list(columns)]
    settings = fitted(shown, most=_ON_PHONE, breaks=True)
    return {"data": shown, "row_height": HIGH, "column_config": settings}


def spelled(frame: pd.DataFrame, t: Translator) -> pd.DataFrame | Styler:
    """Return a table whose numbers read as in the page's language and still sort as numbers."""
    numeric = frame.select_dtypes("number").columns
    if numeric.empty:
        return frame

    def written(value: object) -> str:
        number = float(str(value))
        return "" if isnan(number) else format_number(number, t.language)

    return frame.style.format(dict.fromkeys(numeric, written))


def _width(frame: pd.DataFrame, name: str, most: int, breaks: bool) -> int:
    column = frame[name]
    written = [f"{one:,.2f}" for one in column] if column.dtype.kind == "f" else [str(one) for one in column]
    texts = [str(name), *written]
    longest = _ROOM + max(round(_pixels(one)) for one in texts)
    return max(_LEAST, min(most, longest), round(0.4 * longest) if breaks else 0)


def _pixels(text: str) -> float:
    return sum(
        4.2 if one in _NARROW else 9.2 if one in _WIDE else 11.4 if one in _WIDEST else 7.25 for one in text
    )
