"""Charts of the pages as SVG for paper: the same Vega-Lite spec in the report's type and width, without a network."""

import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Simbiyoz Sans"
_WIDTH = 700  # px on the width of the text: 14 px of the page become 9.5 pt
_INK = "#1b2a24"
_lock = threading.Lock()  # the converter runs one JavaScript engine for the process


def svg(spec: Mapping[str, Any], language: str) -> str:
    """Return a chart as SVG as wide as a page's text. The spec of the page holds its number format already."""
    import vl_convert  # half a second: only who draws a chart pays

    _register_fonts()
    with _lock:
        return vl_convert.vegalite_to_svg(
            _on_paper(spec),
            vl_version=_version(spec),
            allowed_base_urls=[],
            time_format_locale="tr-TR" if language == "tr" else "en-GB",
        )


def _on_paper(spec: Mapping[str, Any]) -> dict[str, Any]:
    config = dict(spec.get("config", {}))
    legend = {"labelColor": _INK, "titleColor": _INK, **config.get("legend", {})}
    axis = {"labelColor": _INK, "titleColor": _INK, "gridColor": "#dde5e0", **config.get("axis", {})}
    config |= {"font": FAMILY, "background": "transparent", "axis": axis, "legend": legend}
    sized = {"width": _WIDTH, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {**spec, **({} if "facet" in spec or "hconcat" in spec else sized), "config": config}


def _version(spec: Mapping[str, Any]) -> str | None:
    """Return the newest bundled Vega-Lite of the spec's generation ("v6…"), None for the newest at all."""
    import vl_convert

    generation = str(spec.get("$schema", "")).rpartition("/v")[2].partition(".")[0]
    known = [one for one in vl_convert.get_vegalite_versions() if one.partition(".")[0] == generation]
    return known[-1] if known else None


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
