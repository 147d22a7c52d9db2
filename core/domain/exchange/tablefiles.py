"""Writes tables as CSV, XLSX, Parquet and GeoJSON, so that what people typed stays text wherever it is opened.

A spreadsheet takes a CSV cell that begins with = + - @ for a formula. Such texts get an apostrophe in front in CSV (an
import takes it off again); numbers are left alone. In XLSX texts are written as texts, so nothing need be changed.
"""

import io
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def as_csv(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV: UTF-8 with BOM, comma between, decimal point, formulas made text."""
    safe = frame.apply(lambda column: column.map(neutral) if _is_text(column) else column)
    safe.columns = [neutral(str(name)) for name in frame.columns]
    return str(safe.to_csv(index=False, lineterminator="\r\n")).encode("utf-8-sig")


def neutral(value: object) -> object:
    """Return a text that no spreadsheet takes for a formula; anything else unchanged.

    >>> neutral("=1+1"), neutral("-40 °C"), neutral("A-B"), neutral(-4)
    ("'=1+1", "'-40 °C", 'A-B', -4)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) else value


def as_xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with one sheet a frame: headings frozen and filterable, texts never formulas or links."""
    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(content, options) as book:
        heading = book.add_format({"bold": True, "bg_color": "#f1f5f2", "bottom": 1})
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for name, frame in sheets.items():
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            if len(frame):
                sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
            for number, column in enumerate(frame.columns):
                values = plain_values(frame[column])
                widest = max((len(str(value)) for value in values if value is not None), default=0)
                sheet.set_column(number, number, min(max(widest, len(str(column))) + 2, _WIDEST))
                sheet.write_string(0, number, str(column), heading)
                for row, value in enumerate(values, start=1):
                    _write(sheet, row, number, value, day, moment)
    return content.getvalue()


def _write(sheet: Any, row: int, number: int, value: object, day: object, moment: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, number, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, number, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, number, value, moment)
    elif isinstance(value, date):
        sheet.write_datetime(row, number, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    elif value is not None:
        sheet.write_string(row, number, str(value))


def as_parquet(frame: pd.DataFrame) -> bytes:
    """Return a frame as Parquet; a column without any value is written as text."""
    columns = {}
    for name in frame.columns:
        values = pa.array(plain_values(frame[name]))
        columns[str(name)] = values.cast(pa.string()) if pa.types.is_null(values.type) else values
    content = io.BytesIO()
    pq.write_table(pa.table(columns), content)
    return content.getvalue()


def as_geojson(frame: pd.DataFrame, geometries: Iterable[dict[str, Any] | None]) -> bytes:
    """Return a FeatureCollection of the rows with a geometry (longitude first), their cells as properties."""
    columns = {str(name): plain_values(frame[name]) for name in frame.columns}
    features = [
        {
            "type": "Feature",
            "geometry": geometry,
            "properties": {name: _said(of[i]) for name, of in columns.items()},
        }
        for i, geometry in enumerate(geometries)
        if geometry is not None
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=None).encode()


def point(lat: float | None, lon: float | None) -> dict[str, Any] | None:
    """Return a GeoJSON point, None where a coordinate is unknown."""
    if lat is None or lon is None or np.isnan(lat) or np.isnan(lon):
        return None
    return {"type": "Point", "coordinates": [float(lon), float(lat)]}


def line(one: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the GeoJSON line between two points, None where one is unknown."""
    if one is None or other is None:
        return None
    return {"type": "LineString", "coordinates": [one["coordinates"], other["coordinates"]]}


def plain_values(column: "pd.Series[Any]") -> list[Any]:
    """Return a column as Python's own values: None for what is missing, dates instead of moments at midnight."""
    found: list[Any] = []
    for value in column.astype(object):
        if value is None or (not isinstance(value, str) and pd.isna(value)):
            found.append(None)
        elif isinstance(value, pd.Timestamp):
            found.append(value.to_pydatetime())
        else:
            found.append(value.item() if isinstance(value, np.generic) else value)
    if found and all(
        value is None or (isinstance(value, datetime) and value == _midnight(value)) for value in found
    ):
        return [value and value.date() for value in found]
    return found


def _midnight(value: datetime) -> datetime:
    return value.replace(hour=0, minute=0, second=0, microsecond=0)


def _said(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _is_text(column: "pd.Series[Any]") -> bool:
    return not pd.api.types.is_numeric_dtype(column)
