"""The form of an entry of the ledger: only what the chosen measure and basis ask for; nothing typed is lost."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.domain.choices import Basis, Handling, Kind, Recurrence
from core.domain.findings import TEXT_LIMIT
from core.domain.impact.booking import Booked
from core.domain.impact.entries import JOBS, MONEY, UNITS, Entry, Measure
from core.domain.impact.proposals import Proposal, factors_of, formula
from core.domain.impact.rules import needs
from core.domain.impact.savings import UNIT_OF_KIND
from core.domain.labels import label
from core.domain.model import Synergy
from core.errors import InvalidRecordError, MissingValueError
from core.i18n import Translator
from core.services import impact_ledger
from core.views.impact_charts import in_unit
from pages.shared import cache, clock, forms, session
from pages.shared.forms import Form
from pages.shared.text import plain

_FIRST_LIFETIME = "5"


def begin(synergy: Synergy, t: Translator) -> Form:
    """Return the form of a new entry of a synergy."""
    initial = {
        "measure": Measure.DIVERTED.value if synergy.kind is Kind.MATERIAL else Measure.CO2E.value,
        "basis": Basis.ESTIMATED.value,
        "recurrence": (synergy.recurrence or Recurrence.RECURRING).value,
        "lifetime_years": _FIRST_LIFETIME,
        "attribution": "1",
        "quantity_unit": UNIT_OF_KIND.get(synergy.kind, "t"),
        "period_from": clock.today().isoformat(),
    }
    return forms.begin(f"impact_entry.{synergy.synergy_id}", t, initial)


def take(form: Form, proposal: Proposal, baseline: Handling | None) -> None:
    """Lay a computed estimate into the form: a person looks at it, completes and enters it."""
    language = form.t.language
    ids, years, source = factors_of(proposal.terms)
    band = proposal.band
    told: dict[str, Any] = {
        "measure": proposal.measure.value,
        "basis": Basis.ESTIMATED.value,
        "value": forms.spelled(band.value, language),
        "low": forms.spelled(band.low, language),
        "high": forms.spelled(band.high, language),
        "quantity": forms.spelled(proposal.amount, language),
        "quantity_unit": proposal.unit,
        "baseline": baseline.value if baseline else None,
        "replacement_ratio": forms.spelled(proposal.ratio, language),
        "formula": formula(proposal, form.t),
        "factor_ids": list(ids),
        "factor_years": list(years),
        "factor_source": source,
        "factor_year": _year(years),
        "computed_value": band.value,
        "supersedes": None,
    }
    for field, given in told.items():
        forms.put(form, field, given)


def correct(form: Form, one: Booked) -> None:
    """Lay an entry into the form, to be corrected by a new one that takes its place."""
    entry, language = one.entry, form.t.language
    told: dict[str, Any] = {
        name: forms.spelled(getattr(entry, name), language)
        for name in ("value", "low", "high", "quantity", "replacement_ratio", "attribution", "lifetime_years")
    }
    for name in ("measure", "basis", "recurrence", "baseline"):
        chosen = getattr(entry, name)
        told[name] = chosen.value if chosen else None
    for name in ("period_from", "period_to", "price_on"):
        day = getattr(entry, name)
        told[name] = day.isoformat() if day else None
    for name in ("firm_id", "quantity_unit", "formula", "note", "factor_source"):
        told[name] = getattr(entry, name)
    told |= {
        "is_measured": "yes" if entry.is_measured else None,
        "factor_ids": list(entry.factor_ids),
        "factor_years": list(entry.factor_years),
        "factor_year": _year(entry.factor_years),
        "computed_value": entry.value if entry.is_computed else None,
        "evidence": [file.file_id for file in one.evidence],
        "supersedes": entry.entry_id,
    }
    for field, given in told.items():
        forms.put(form, field, given)


def draw(form: Form, synergy: Synergy, t: Translator) -> None:
    """Draw the form and enter what it says."""
    forms.problems(form)
    measure = forms.choice(form, "measure", t("Kind of impact"), Measure, required=True) or Measure.CO2E
    basis = forms.choice(form, "basis", t("Basis"), Basis, style="pills", required=True) or Basis.ESTIMATED
    recurrence = (
        forms.choice(form, "recurrence", t("How often"), Recurrence, style="segments", required=True)
        or Recurrence.RECURRING
    )
    told: dict[str, Any] = {"measure": measure, "basis": basis, "recurrence": recurrence}
    told |= _values(form, measure, recurrence, t)
    told |= _period(form, basis, recurrence, t)
    told |= _grounds(form, measure, synergy, t)
    evidence = _evidence(form, basis, synergy, t)
    told["is_measured"] = (
        bool(forms.yes_no(form, "is_measured", t("Was it measured: weighed, metered or invoiced?")))
        if basis is Basis.VERIFIED
        else False
    )
    told["note"] = forms.text(form, "note", t("Note"), lines=2, limit=TEXT_LIMIT)
    if basis is Basis.VERIFIED:
        st.caption(t("It counts once a manager confirms it who neither entered it nor owns the synergy."))
    with st.container(horizontal=True):
        save = st.button(t("Enter"), key="impact_entry_save", type="primary")
        if forms.begun(form) and st.button(t("Start again"), key="impact_entry_clear"):
            forms.clear(form)
            st.rerun()
    if save:
        _enter(form, synergy, told, evidence)


def _values(form: Form, measure: Measure, recurrence: Recurrence, t: Translator) -> dict[str, Any]:
    unit = in_unit(measure, t)
    said = t("{unit} a year", unit=unit) if recurrence is Recurrence.RECURRING else unit
    middle, low, high = st.columns(3)
    with middle:
        value = forms.number(form, "value", t("Value, {unit}", unit=said), help=_net(measure, t))
    with low:
        least = forms.number(form, "low", t("Low"), help=t("Empty: as the value"))
    with high:
        most = forms.number(form, "high", t("High"), help=t("Empty: as the value"))
    share = forms.number(
        form,
        "attribution",
        t("The programme's share, 0 to 1"),
        help=t("1: it would not have happened without the programme."),
    )
    return {"value": value, "low": least, "high": most, "attribution": share}


def _net(measure: Measure, t: Translator) -> str | None:
    """What one firm of the synergy pays the other is saved by nobody."""
    if measure not in (Measure.SAVINGS, Measure.SALES):
        return None
    return t("Less what the firm pays the others of this synergy for it, else the same money counts twice.")


def _period(form: Form, basis: Basis, recurrence: Recurrence, t: Translator) -> dict[str, Any]:
    begin, end, years = st.columns(3)
    told: dict[str, Any] = {"period_to": None, "lifetime_years": None}
    with begin:
        told["period_from"] = forms.day(form, "period_from", t("From"))
    with end:
        if basis is Basis.VERIFIED or recurrence is Recurrence.ONE_OFF:
            told["period_to"] = forms.day(form, "period_to", t("To"))
    with years:
        if recurrence is Recurrence.RECURRING:
            told["lifetime_years"] = forms.number(form, "lifetime_years", t("Lifetime, years"))
    return told


def _grounds(form: Form, measure: Measure, synergy: Synergy, t: Translator) -> dict[str, Any]:
    asked = needs(measure)
    told: dict[str, Any] = {}
    if "firm_id" in asked:
        parties = impact_ledger.parties(cache.database(), session.user(), synergy.synergy_id)
        told["firm_id"] = forms.pick(form, "firm_id", t("Which firm"), parties)
    if "price_on" in asked:
        told["price_on"] = forms.day(form, "price_on", t("Prices of the day"))
    if "baseline" in asked:
        told["baseline"] = forms.choice(form, "baseline", t("What happened before"), Handling)
    if "quantity" in asked:
        amount, unit = st.columns([2, 1])
        with amount:
            told["quantity"] = forms.number(form, "quantity", t("Quantity behind it"))
        with unit:
            units = {"t": "t", "m3": "m³", "MWh": "MWh"}
            told["quantity_unit"] = forms.pick(form, "quantity_unit", t("Unit"), units, required=True)
    if "replacement_ratio" in asked:
        told["replacement_ratio"] = forms.number(
            form,
            "replacement_ratio",
            t("Replacement ratio, at most 1"),
            help=t("Tonnes of primary material that one tonne truly replaces."),
        )
    if "formula" in asked or forms.value(form, "formula"):
        told["formula"] = forms.text(
            form, "formula", t("Formula with its numbers"), lines=4, limit=TEXT_LIMIT, live=False
        )
    if "factor_source" in asked:
        told |= _factor(form, t)
    return told


def _factor(form: Form, t: Translator) -> dict[str, Any]:
    source, year = st.columns([3, 1])
    with source:
        told = forms.text(form, "factor_source", t("Factors and their source"), limit=TEXT_LIMIT)
    with year:
        return {
            "factor_source": told,
            "factor_year": forms.number(form, "factor_year", t("Year of the factors")),
        }


def _year(years: Sequence[int]) -> str | None:
    """The newest of the years, to be changed by hand where the value is another's."""
    return str(max(years)) if years else None


def _evidence(form: Form, basis: Basis, synergy: Synergy, t: Translator) -> list[str]:
    files = impact_ledger.documents(cache.database(), session.user(), synergy.synergy_id)
    options = {one.file_id: f"{one.name} · {label(one.kind, t)}" for one in files}
    if not options:
        if basis is Basis.VERIFIED:
            st.caption(t("The synergy has no files yet: add the document there first."))
        forms.say(form, "evidence")
        return []
    return [str(one) for one in forms.several(form, "evidence", t("Evidence"), options)]


def _entry(form: Form, synergy: Synergy, told: dict[str, Any]) -> Entry:
    """Return the entry that the form says. Raises InvalidRecordError where value or beginning are missing."""
    missing = {name: MissingValueError() for name in ("value", "period_from") if told[name] is None}
    if missing:
        raise InvalidRecordError(dict(missing))
    value: float = told["value"]
    measure: Measure = told["measure"]
    computed = forms.value(form, "computed_value")
    same = computed is not None and abs(value - computed) <= 1e-6 * max(1.0, abs(value))
    if measure in (*MONEY, *JOBS):
        told = told | {"quantity": None, "quantity_unit": None}
    years, year = told["lifetime_years"], told.get("factor_year")
    known = tuple(forms.value(form, "factor_years") or ()) if same else ()
    for name, empty in (("low", value), ("high", value), ("attribution", 1.0)):
        told = told | {name: told[name] if told[name] is not None else empty}
    return Entry(
        entry_id=clock.new_id(),
        synergy_id=synergy.synergy_id,
        unit=UNITS[measure],
        entered_by=session.user().user_id,
        entered_at=clock.now(),
        lifetime_years=int(years) if years is not None else None,
        is_computed=same,
        factor_ids=tuple(forms.value(form, "factor_ids") or ()) if same else (),
        factor_years=known or ((int(year),) if year is not None else ()),
        supersedes=forms.value(form, "supersedes"),
        **{name: given for name, given in told.items() if name not in ("lifetime_years", "factor_year")},
    )


def _enter(form: Form, synergy: Synergy, told: dict[str, Any], evidence: list[str]) -> None:
    def kept() -> None:
        entry = _entry(form, synergy, told)
        impact_ledger.enter(cache.database(), session.user(), entry, evidence, now=clock.now())

    if forms.tried(form, kept):
        forms.clear(form)
        st.toast(plain(form.t("Saved.")), icon=":material/check:")
    st.rerun()
