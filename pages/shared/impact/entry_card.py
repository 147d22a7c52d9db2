"""One entry of the ledger as it is read: its value, what it rests on, and what may be done with it."""

from functools import partial

import streamlit as st

from core.domain import reference
from core.domain.choices import Role
from core.domain.findings import REASON_LIMIT
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted, Uncounted, lapses_on
from core.domain.impact.entries import Entry
from core.domain.labels import label
from core.domain.numbers import format_date, format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import filing, impact_ledger
from core.services.permissions import allows
from core.views.impact_charts import in_unit
from pages.shared import cache, clock, session
from pages.shared.impact.tables import period
from pages.shared.text import plain


def head(one: Booked, t: Translator, *, with_title: bool = False) -> None:
    """Draw the measure, the value with its band, the period, and how it stands."""
    entry, unit = one.entry, in_unit(one.entry.measure, t)
    if with_title:
        st.markdown(f"**{plain(one.title)}**")
    value = t(
        "{measure}: {value} {unit}",
        measure=label(entry.measure, t),
        value=format_number(entry.value, t.language),
        unit=t("{unit} a year", unit=unit) if entry.recurs else unit,
    )
    st.markdown(f"{plain(value)}  \n{_standing(one, t)}")
    st.caption(plain(" · ".join((*_facts(one, t), *_people(one, t)))))


def proof(one: Booked, t: Translator) -> None:
    """Draw what the entry rests on: quantity, baseline, formula, factors, documents, note."""
    entry = one.entry
    if entry.quantity is not None:
        said = f"{format_number(entry.quantity, t.language)} {entry.quantity_unit or ''}"
        st.caption(
            plain(
                t("Quantity, measured: {said}", said=said)
                if entry.is_measured
                else t("Quantity: {said}", said=said)
            )
        )
    if entry.baseline:
        st.caption(plain(t("Before: {handling}", handling=label(entry.baseline, t))))
    if entry.formula:
        st.code(entry.formula, language=None, wrap_lines=True)
    if entry.factor_ids or entry.factor_source:
        st.caption(plain(_factors(entry, t)))
    _evidence(one, t)
    if entry.note:
        st.caption(plain(entry.note))
    for reason in (entry.refusal, entry.withdrawal):
        if reason:
            st.caption(plain(t("Reason: {reason}", reason=reason)))


def _factors(entry: Entry, t: Translator) -> str:
    """The factors of a computed value by name; of one worked out by hand what its author said."""
    years, source = (
        ", ".join(str(year) for year in dict.fromkeys(entry.factor_years)),
        entry.factor_source or "",
    )
    if not entry.factor_ids:
        return t("Factors, by hand: {source} ({years})", source=source, years=years)
    names = "; ".join(reference.factor_name(one, t.language) for one in entry.factor_ids)
    return t("Factors: {ids} ({years}), {source}", ids=names, years=years, source=source)


def _evidence(one: Booked, t: Translator) -> None:
    """Draw the files, to be fetched as long as the entry stands: whoever confirms has to see them."""
    stands = one.entry.is_live or one.entry.is_waiting
    for file in one.evidence:
        said = f"{plain(file.name)} · {plain(label(file.kind, t))}"
        if not stands or not allows(session.role(), "filing.content"):
            st.caption(f":material/description: {said}")
            continue
        st.download_button(
            said,
            data=partial(filing.content, cache.database(), session.user(), file.file_id),
            file_name=file.name,
            icon=":material/download:",
            key=f"impact_evidence_{one.entry.entry_id}_{file.file_id}",
            on_click="ignore",
            wrap=True,
        )


def decide(one: Booked, t: Translator) -> None:
    """Draw the manager's two answers to a claim."""
    entry, acting = one.entry, session.user()
    if acting.user_id in (entry.entered_by, one.owner_id):
        st.caption(t("Somebody else must confirm this: you entered it or own the synergy."))
        return
    reason = st.text_input(
        t("Reason, if you refuse"), key=f"impact_reason_{entry.entry_id}", max_chars=REASON_LIMIT
    )
    with st.container(horizontal=True):
        yes = st.button(
            t("Confirm"), key=f"impact_confirm_{entry.entry_id}", type="primary", icon=":material/verified:"
        )
        no = st.button(t("Refuse"), key=f"impact_refuse_{entry.entry_id}")
    try:
        if yes:
            impact_ledger.confirm(
                cache.database(), acting, entry.entry_id, entry.row_version, on=clock.today(), now=clock.now()
            )
        elif no:
            impact_ledger.refuse(
                cache.database(),
                acting,
                entry.entry_id,
                entry.row_version,
                reason,
                on=clock.today(),
                now=clock.now(),
            )
        else:
            return
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.toast(t("Saved."), icon=":material/check:")
    st.rerun()


def may_withdraw(one: Booked) -> bool:
    """Return whether the reader may withdraw an entry: what was verified only managers."""
    if one.entry.withdrawn_on or not allows(session.role(), "impact_ledger.withdraw"):
        return False
    return not (one.entry.is_verified and session.role() is Role.ADVISOR)


def _standing(one: Booked, t: Translator) -> str:
    state, day = one.state, lapses_on(one.entry)
    if not isinstance(state, Counted):
        icon = "hourglass_top" if state.why is Uncounted.WAITING else "block"
        return f":gray[:material/{icon}: {plain(label(state.why, t))}]"
    basis = plain(label(state.basis, t))
    if state.lapsed:
        return f":orange[:material/history: {basis} · {plain(t('verification lapsed'))}]"
    if one.entry.is_verified and day and state.is_latest:
        until = plain(t("holds until {day}", day=format_date(day, t.language)))
        return f":green[:material/verified: {basis}] · {until}"
    if state.share < 1:
        share = plain(t("counts to {share} %", share=format_number(state.share * 100, t.language, 0)))
        return f"{basis} · {share}"
    return basis


def _facts(one: Booked, t: Translator) -> list[str]:
    entry = one.entry
    facts = [period(one, t)]
    if entry.low != entry.high:
        facts.append(
            t(
                "{low} to {high}",
                low=format_number(entry.low, t.language),
                high=format_number(entry.high, t.language),
            )
        )
    if entry.lifetime_years and entry.recurs:
        facts.append(t("lifetime {years} years", years=entry.lifetime_years))
    if entry.attribution < 1:
        facts.append(t("attribution {share}", share=format_number(entry.attribution, t.language)))
    if one.firm_name:
        facts.append(one.firm_name)
    if entry.price_on:
        facts.append(t("prices of {day}", day=format_date(entry.price_on, t.language)))
    return facts


def _people(one: Booked, t: Translator) -> list[str]:
    entry, facts = one.entry, []
    facts.append(
        t(
            "entered by {name} on {day}",
            name=one.entered_by,
            day=format_date(entry.entered_at.date(), t.language),
        )
    )
    if entry.confirmed_on:
        facts.append(
            t(
                "confirmed by {name} on {day}",
                name=one.confirmed_by or "",
                day=format_date(entry.confirmed_on, t.language),
            )
        )
    return facts
