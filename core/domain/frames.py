"""DataFrames taken row by row, where each row becomes something of its own."""

from typing import Any, cast

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame whose columns are texts, by column."""
    return cast(list[dict[str, Any]], frame.to_dict("records"))


def records_or_none(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the same with None for what is not known, whatever pandas has for it."""
    return records(frame.astype(object).where(frame.notna(), None))


def known(value: Any) -> float | None:
    """Return a number of a cell, None where it is not known."""
    return None if pd.isna(value) else float(value)
