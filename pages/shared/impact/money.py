"""Money: savings, sales and investment in TRY of their date, in USD at recorded rates, and what adding them takes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.impact.entries import MONEY, Measure
from core.domain.impact.money import SOURCE_LIMIT, USD, Deflator, ExchangeRate
from core.domain.impact.sums import BASES, in_one_year, money
from core.domain.labels import label
from core.domain.numbers import format_number
from core.i18n import Translator
from core.services import money as service
from core.services.permissions import allows
from core.views import money_words
from core.views.impact_charts import basis_name
from pages.shared import cache, cache_impact, clock, forms, retire, session
from pages.shared.text import plain

_RECORDED = 5  # of each, the latest


def draw(t: Translator) -> None:
    """Draw the section."""
    parts = cache_impact.results().parts
    database, acting = cache.database(), session.user()
    rates, deflators = service.rates(database, acting), service.deflators(database, acting)
    indices = {one.year: one.index_value for one in deflators if one.year and one.index_value}
    shown = [measure for measure in MONEY if (parts["measure"] == measure.value).any()]
    if not shown:
        st.info(t("No entry of savings, sales or investment counts yet."), icon=":material/payments:")
    for measure in shown:
        st.subheader(label(measure, t))
        _measure(money(parts, measure, rates), indices, measure, t)
    if shown:
        st.caption(
            t("So far, in TRY of the prices' own year, after attribution; each firm's money is its own.")
            if indices
            else t(
                "So far, in TRY of the prices' own year, after attribution; each firm's money is its own. Amounts of "
                "different years are not added: no price index is recorded."
            )
        )
    left, right = st.columns(2)
    with left:
        _rates(rates, t)
    with right:
        _deflators(deflators, t)


def _measure(told: pd.DataFrame, indices: dict[int, float], measure: Measure, t: Translator) -> None:
    st.dataframe(
        pd.DataFrame(
            {
                t("Basis"): [basis_name(basis, t) for basis in told["basis"]],
                t("Year of prices"): told["price_year"].astype(str),
                t("TRY"): [format_number(value, t.language, 0) for value in told["value_try"]],
                "USD": [
                    "–" if pd.isna(value) else format_number(value, t.language, 0)
                    for value in told["value_usd"]
                ],
            }
        ),
        hide_index=True,
        alt=t("{measure} by basis and year of prices", measure=label(measure, t)),
    )
    # Below the table: on a phone a column of it would be cut off.
    rates = dict.fromkeys(rate for used in told["rates"] for rate in used)
    unrated = dict.fromkeys(day for days in told["unrated"] for day in days)
    for line in money_words.by_rates(rates, sorted(unrated), t).split("\n"):
        st.caption(plain(t("USD: {said}", said=line)))
    for basis in BASES:
        found = in_one_year(told, basis, indices)
        if found and (told["basis"] == basis).sum() > 1:
            st.caption(
                t(
                    "{basis}: {amount} TRY in prices of {year}, by the recorded index",
                    basis=basis_name(basis, t),
                    amount=format_number(found[1], t.language, 0),
                    year=found[0],
                )
            )


def _rates(kept: tuple[ExchangeRate, ...], t: Translator) -> None:
    st.markdown(f"**{t('USD rates')}**")
    for one in kept[-_RECORDED:]:
        said = plain(money_words.rate(one, t))
        _recorded(said, one, partial(service.retire_rate, rate=one), "money.retire_rate", t)
    if not kept:
        st.caption(_no_rates(t))
    if allows(session.role(), "money.save_rate"):
        with st.popover(t("Record a rate"), icon=":material/currency_exchange:"):
            form = forms.begin("money.rate", t, {"rate_on": clock.today().isoformat()})
            forms.problems(form)
            day = forms.day(form, "rate_on", t("Rate of the day"))
            rate = forms.number(form, "try_per_unit", t("TRY for one USD"))
            source = forms.text(form, "source", t("Source"), limit=SOURCE_LIMIT)
            if st.button(t("Save"), key="money_rate_save", type="primary"):
                same = next((one for one in kept if one.rate_on == day), None)
                made = ExchangeRate(clock.new_id(), USD, day, rate, source or "", session.user().name)
                if same:
                    made = replace(made, rate_id=same.rate_id, row_version=same.row_version)
                _do(form, lambda: service.save_rate(cache.database(), session.user(), made, now=clock.now()))


def _no_rates(t: Translator) -> str:
    if not allows(session.role(), "money.save_rate"):
        return t("None recorded: amounts are not shown in USD.")
    return t(
        "None recorded, so nothing is shown in USD: enter below the day, TRY for one USD and where you read it, for "
        "example the central bank's bulletin of the day to which the prices belong."
    )


def _no_indices(t: Translator) -> str:
    if not allows(session.role(), "money.save_deflator"):
        return t("None recorded: amounts of different years are not added.")
    return t(
        "None recorded, so amounts of different years are not added: enter below each year's mean of one index and "
        "where you read it, for example the consumer price index of the statistical institute."
    )


def _deflators(kept: tuple[Deflator, ...], t: Translator) -> None:
    st.markdown(f"**{t('Price index')}**")
    for one in kept[-_RECORDED:]:
        said = t(
            "{year}: {value}, {series} ({source})",
            year=one.year,
            value=format_number(one.index_value or 0.0, t.language, 2),
            series=plain(one.series),
            source=plain(one.source),
        )
        _recorded(said, one, partial(service.retire_deflator, deflator=one), "money.retire_deflator", t)
    if not kept:
        st.caption(_no_indices(t))
    if allows(session.role(), "money.save_deflator"):
        with st.popover(t("Record a year"), icon=":material/trending_up:"):
            form = forms.begin("money.deflator", t)
            forms.problems(form)
            year = forms.number(form, "year", t("Year"))
            value = forms.number(form, "index_value", t("Mean of the year"))
            series = forms.text(form, "series", t("Index, with its base year"), limit=SOURCE_LIMIT)
            source = forms.text(form, "source", t("Source"), limit=SOURCE_LIMIT)
            if st.button(t("Save"), key="money_deflator_save", type="primary"):
                whole = int(year) if year is not None else None
                same = next((one for one in kept if one.year == whole), None)
                made = Deflator(clock.new_id(), whole, value, series or "", source or "", session.user().name)
                if same:
                    made = replace(made, deflator_id=same.deflator_id, row_version=same.row_version)
                _do(
                    form,
                    lambda: service.save_deflator(cache.database(), session.user(), made, now=clock.now()),
                )


def _recorded(
    said: str, one: ExchangeRate | Deflator, taking_out: Callable[..., None], action: str, t: Translator
) -> None:
    """Draw a recorded rate or index, and for who may the way to take it out again."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(said, width="stretch")
        if not allows(session.role(), action):
            return
        retire.button(
            t("Take out"),
            t("{record}: what was computed with it is shown without it from now on.", record=said),
            lambda: taking_out(cache.database(), session.user(), now=clock.now()),
            lambda: None,
            t,
            key=f"money_out_{one.rate_id if isinstance(one, ExchangeRate) else one.deflator_id}",
        )


def _do(form: forms.Form, action: Any) -> None:
    if forms.tried(form, action):
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()
