"""Caches of the Impact page: the region's results, and the specs of its charts; keys as in `cache`."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.impact import sums as impact_sums
from core.domain.impact.entries import Measure
from core.domain.impact.frames import Results
from core.domain.impact.sums import Total
from core.domain.impact.whatif import Outlook, Shape, Uncertain
from core.domain.impact.whatif import outlook as drawn_outlook
from core.domain.model import User
from core.domain.programme.indicators import Reached
from core.i18n import translator
from core.services import impact_results, indicators
from core.services.impact_kept import KeptImpact
from core.views import impact_charts, stage_charts
from pages.shared import cache, clock, session


def results() -> Results:
    """Return what the region's ledger comes to today."""
    return _results(session.user(), clock.today())


def _results(acting: User, today: date) -> Results:
    return impact_results.of_region(cache.database(), acting, today=today, kept=_kept(acting.region_id))


@st.cache_resource(show_spinner=False, max_entries=2)
def _kept(region_id: str) -> KeptImpact:
    return KeptImpact(cache.database(), region_id)


def totals(measure: Measure) -> dict[str, Total]:
    """Return the sums of a measure by basis."""
    return _totals(session.user(), cache.database().version, clock.today(), measure)


@st.cache_data(show_spinner=False, max_entries=100)
def _totals(acting: User, version: int, today: date, measure: Measure) -> dict[str, Total]:
    return impact_sums.totals(_results(acting, today).lines, measure)


def chart(measure: Measure, grouping: str, language: str) -> dict[str, Any] | None:
    """Return the spec of a measure by year, sector, zone or kind; None where nothing counts."""
    return _chart(session.user(), cache.database().version, clock.today(), measure, grouping, language)


@st.cache_data(show_spinner=False, max_entries=200)
def _chart(
    acting: User, version: int, today: date, measure: Measure, grouping: str, language: str
) -> dict[str, Any] | None:
    found, t = _results(acting, today), translator(language)
    if grouping == "year":
        sums = impact_sums.by_year(found.parts, measure)
        return None if sums.empty else impact_charts.by_year(sums, measure, t).to_dict()
    sums = impact_sums.by_group(found.lines, measure, grouping)
    return None if sums.empty else impact_charts.by_group(sums, measure, grouping, t).to_dict()


def heat(measure: Measure, basis: str, language: str) -> dict[str, Any] | None:
    """Return the spec of giver × taker sector on one basis; None where nothing counts."""
    return _heat(session.user(), cache.database().version, clock.today(), measure, basis, language)


@st.cache_data(show_spinner=False, max_entries=100)
def _heat(
    acting: User, version: int, today: date, measure: Measure, basis: str, language: str
) -> dict[str, Any] | None:
    flows = impact_sums.flows(_results(acting, today).lines, measure, basis)
    return None if flows.empty else impact_charts.heat(flows, measure, translator(language)).to_dict()


def outlook(measure: Measure, basis: str, shape: Shape) -> Outlook | None:
    """Return what the recurring synergies of one basis would come to; None where there are none."""
    return _outlook(session.user(), cache.database().version, clock.today(), measure, basis, shape)


@st.cache_data(show_spinner=False, max_entries=100)
def _outlook(
    acting: User, version: int, today: date, measure: Measure, basis: str, shape: Shape
) -> Outlook | None:
    lines = _results(acting, today).lines
    rows = lines[(lines["measure"] == measure.value) & (lines["basis"] == basis)]
    rows = rows[rows["recurs"].astype(bool) & rows["current"].astype(bool)]
    addends = [
        Uncertain(low, value, high, factor=factors if isinstance(factors, str) else None)
        for low, value, high, factors in zip(
            rows["low"], rows["value"], rows["high"], rows["factor_ids"], strict=True
        )
    ]
    return drawn_outlook(addends, shape) if addends else None


def outlook_chart(measure: Measure, basis: str, shape: Shape, language: str) -> dict[str, Any]:
    """Return the spec of how the draws of an outlook are spread."""
    return _outlook_chart(
        session.user(), cache.database().version, clock.today(), measure, basis, shape, language
    )


@st.cache_data(show_spinner=False, max_entries=100)
def _outlook_chart(
    acting: User, version: int, today: date, measure: Measure, basis: str, shape: Shape, language: str
) -> dict[str, Any]:
    found = _outlook(acting, version, today, measure, basis, shape)
    if found is None:
        return {}
    return impact_charts.outlook(found, measure, translator(language)).to_dict()


def stage_times() -> pd.DataFrame:
    """Return how long synergies stay in each stage."""
    return _stage_times(session.user(), cache.database().version, clock.today())


@st.cache_data(show_spinner=False, max_entries=10)
def _stage_times(acting: User, version: int, today: date) -> pd.DataFrame:
    return impact_results.stage_times(cache.database(), acting, today=today)


def times_chart(language: str) -> dict[str, Any]:
    """Return the spec of the median days in each stage."""
    return _times_chart(session.user(), cache.database().version, clock.today(), language)


@st.cache_data(show_spinner=False, max_entries=40)
def _times_chart(acting: User, version: int, today: date, language: str) -> dict[str, Any]:
    return stage_charts.times(_stage_times(acting, version, today), translator(language)).to_dict()


def drop_outs_chart(language: str) -> dict[str, Any] | None:
    """Return the spec of why synergies fell out; None where none did."""
    return _drop_outs_chart(session.user(), cache.database().version, language)


@st.cache_data(show_spinner=False, max_entries=40)
def _drop_outs_chart(acting: User, version: int, language: str) -> dict[str, Any] | None:
    found = impact_results.drop_outs(cache.database(), acting)
    return None if found.empty else stage_charts.drop_outs(found, translator(language)).to_dict()


def reached() -> tuple[Reached, ...]:
    """Return the programme's indicators and where each stands."""
    return _reached(session.user(), cache.database().version, clock.today())


@st.cache_data(show_spinner=False, max_entries=10)
def _reached(acting: User, version: int, today: date) -> tuple[Reached, ...]:
    return indicators.of_region(cache.database(), acting, today=today)


def targets_chart(rows: pd.DataFrame, language: str) -> dict[str, Any]:
    """Return the spec of how far the indicators are on the way to their targets."""
    return _targets_chart(tuple(rows.itertuples(index=False, name=None)), tuple(rows.columns), language)


@st.cache_data(show_spinner=False, max_entries=40)
def _targets_chart(
    rows: tuple[tuple[object, ...], ...], columns: tuple[str, ...], language: str
) -> dict[str, Any]:
    return impact_charts.targets(pd.DataFrame(rows, columns=list(columns)), translator(language)).to_dict()
