"""What moves in a zone: haves and wants by kind, eco-efficiency, and what synergies bring."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Basis, Carrier, Direction, Kind
from core.domain.impact.entries import Measure
from core.domain.impact.sums import BASES, COMPUTED
from core.domain.impact.years import Band
from core.domain.labels import label
from core.domain.numbers import format_number
from core.domain.programme.zones import UNITS
from core.i18n import Translator
from core.services.zones import ZonePage
from core.views.impact_charts import basis_name, in_unit, per_year
from pages.shared import cache_zones
from pages.shared.zones.head import number, table

_UNITS = {"m3": "m³", "Sm3": "Sm³"}


def flows(found: ZonePage, t: Translator) -> None:
    """Draw haves and wants by kind."""
    st.subheader(t("What the zone gives and looks for"))
    if found.flows.empty:
        st.caption(t("No card yet."))
        return
    for column, direction in zip(st.columns(2), Direction, strict=True):
        rows = found.flows[found.flows["direction"] == direction.value]
        with column:
            st.markdown(f"**{label(direction, t)}**")
            if rows.empty:
                st.caption(t("No card yet."))
            else:
                table(
                    _flow_table(rows, t),
                    t("{direction} of the zone by kind", direction=label(direction, t)),
                )
    st.caption(
        t("Amounts are a year's, of the cards that state one. What comes once stands in rows of its own.")
    )


def _flow_table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        {
            t("Kind"): [_kind(kind, once, t) for kind, once in zip(rows["kind"], rows["once"], strict=True)],
            t("Amount"): [_stated(row, t) for row in rows.to_dict("records")],
            t("Cards"): [number(one, t) for one in rows["cards"]],
            t("Firms"): [number(one, t) for one in rows["firms"]],
        }
    )


def _stated(row: dict[Any, Any], t: Translator) -> str:
    """Return what is there in all units, one text: a column a unit would be empty for the most part."""
    said = [f"{number(row[unit], t)} {_UNITS.get(unit, unit)}" for unit in UNITS if not pd.isna(row[unit])]
    return " · ".join(said)


def _kind(kind: object, once: bool, t: Translator) -> str:
    name = label(Kind(kind), t) if isinstance(kind, str) else t("Other kinds, merged")
    return t("{name}, once", name=name) if once else name


def efficiency(found: ZonePage, t: Translator) -> None:
    """Draw what the zone's firms can save and have saved on their own."""
    st.subheader(t("Eco-efficiency"))
    rows = found.efficiency
    if rows.empty:
        st.caption(t("No opportunity to show."))
        return
    table(
        pd.DataFrame(
            {
                t("Saving of"): [
                    label(Carrier(one), t) if isinstance(one, str) else t("Others, merged")
                    for one in rows["carrier"]
                ],
                t("Could save a year"): _amounts(rows, "saving", t),
                t("Saves a year already"): _amounts(rows, "saving_done", t),
                t("Opportunities"): [number(one, t) for one in rows["found"]],
                t("Of these done"): [number(one, t) for one in rows["done"]],
                t("Could save, TRY a year"): [number(one, t) for one in rows["saving_try"]],
                t("Saves already, TRY a year"): [number(one, t) for one in rows["saving_try_done"]],
                t("Investment needed, TRY"): [number(one, t) for one in rows["investment_try"]],
            }
        ),
        t("Eco-efficiency opportunities of the zone by carrier"),
        phone=(t("Saving of"), t("Could save a year"), t("Opportunities")),
    )
    st.caption(
        t(
            "What firms save on their own is never added to what synergies bring. Money at the price of its day."
        )
    )


def _amounts(rows: pd.DataFrame, column: str, t: Translator) -> list[str]:
    return [
        "–" if pd.isna(amount) else f"{format_number(amount, t.language)} {_UNITS.get(unit, unit)}"
        for amount, unit in zip(rows[column], rows["unit"], strict=True)
    ]


def impact(found: ZonePage, t: Translator) -> None:
    """Draw what synergies with a side in the zone bring, each basis on its own."""
    st.subheader(t("What its synergies bring"))
    rows = cache_zones.impact(found.zone_id)
    if rows.empty:
        st.caption(t("Nothing is saved yet by synergies with a side in this zone."))
        return
    table(
        pd.DataFrame(
            {
                t("Kind of impact"): [label(Measure(one), t) for one in rows["measure"]],
                t("Unit"): [
                    in_unit(Measure(one), t) if once else per_year(Measure(one), t)
                    for one, once in zip(rows["measure"], rows["once"], strict=True)
                ],
                **{
                    basis_name(basis, t): [_band(one, t) for one in rows[basis]]
                    for basis in (*BASES, COMPUTED)
                    if basis == Basis.VERIFIED.value or rows[basis].notna().any()
                },
            }
        ),
        t("Impact of the zone's synergies by measure and basis"),
        words=2,
    )
    st.caption(t("Value with low to high. Estimated, agreed and verified are never added up."))


def _band(band: object, t: Translator) -> str:
    if not isinstance(band, Band):
        return ""
    low, value, high = (format_number(one, t.language) for one in (band.low, band.value, band.high))
    return value if low == high else f"{value} ({low}–{high})"
