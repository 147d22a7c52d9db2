"""The impact of one synergy: its entries, what is computed of it, and the form of a new entry or a correction."""

import streamlit as st

from core.domain.findings import REASON_LIMIT
from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted
from core.domain.impact.proposals import Proposal, formula
from core.domain.impact.savings import UNIT_OF_KIND, NotCounted
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.services import impact, impact_ledger
from core.services.impact import Given
from core.services.permissions import allows
from core.views.impact_charts import in_unit
from pages.shared import cache, clock, forms, session
from pages.shared.forms import Form
from pages.shared.impact import entry_card, entry_form
from pages.shared.impact.tables import REASONS
from pages.shared.text import plain


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the entries of a synergy and, for whoever may, what adds one."""
    acting = session.user()
    if not allows(acting.role, "impact_ledger.of_synergy"):
        return
    found = impact_ledger.of_synergy(cache.database(), acting, synergy.synergy_id, today=clock.today())
    form = entry_form.begin(synergy, t)
    standing = [one for one in found if isinstance(one.state, Counted) or one.entry.is_waiting]
    others = [one for one in found if one not in standing]
    if not found:
        st.caption(t("Nobody has entered an impact yet."))
    for one in standing:
        _entry(one, form, t)
    if others:
        with st.expander(t("Entries that do not count: {count}", count=len(others))):
            for one in others:
                _entry(one, form, t)
    if not allows(acting.role, "impact_ledger.enter"):
        return
    with st.expander(t("Computed estimate"), icon=":material/calculate:", expanded=not found):
        _computed(synergy, form, t)
    correcting = forms.value(form, "supersedes")
    title = t("Correct an entry: the new one takes its place") if correcting else t("Enter an impact")
    with st.expander(title, icon=":material/add_chart:", expanded=forms.begun(form)):
        entry_form.draw(form, synergy, t)


def _entry(one: Booked, form: Form, t: Translator) -> None:
    key = one.entry.entry_id
    with st.container(border=True):
        entry_card.head(one, t)
        if one.entry.is_waiting and allows(session.role(), "impact_ledger.confirm"):
            entry_card.decide(one, t)
        with st.container(horizontal=True):
            with st.popover(t("What it rests on"), icon=":material/plagiarism:"):
                entry_card.proof(one, t)
            if not one.entry.is_live and not one.entry.is_waiting:
                return
            if st.button(t("Correct"), key=f"impact_correct_{key}", icon=":material/edit:"):
                entry_form.correct(form, one)
                st.rerun()
            if entry_card.may_withdraw(one):
                with st.popover(t("Withdraw"), icon=":material/undo:"):
                    _withdraw(one, t)


def _withdraw(one: Booked, t: Translator) -> None:
    key = one.entry.entry_id
    reason = st.text_input(t("Reason"), key=f"impact_withdrawal_{key}", max_chars=REASON_LIMIT)
    if not st.button(t("Withdraw the entry"), key=f"impact_withdraw_{key}"):
        return
    try:
        impact_ledger.withdraw(
            cache.database(),
            session.user(),
            key,
            one.entry.row_version,
            reason,
            on=clock.today(),
            now=clock.now(),
        )
    except SimbiyozError as error:
        st.error(error.text(t), icon=":material/error:")
        return
    st.rerun()


def _computed(synergy: Synergy, form: Form, t: Translator) -> None:
    database, acting = cache.database(), session.user()
    flow, _ = impact.flow_of(database, acting, synergy.synergy_id)
    given = _given(synergy, t)
    found = impact.propose(database, acting, synergy.synergy_id, given)
    if isinstance(found, NotCounted):
        st.info(t(REASONS[found]), icon=":material/help:")
        return
    for one in found:
        _proposal(one, t)
        if st.button(t("Take over into the form"), key=f"impact_take_{one.measure.value}"):
            entry_form.take(form, one, flow.today)
            st.rerun()


def _proposal(one: Proposal, t: Translator) -> None:
    st.markdown(
        plain(
            t(
                "{measure}: {value} {unit}",
                measure=label(one.measure, t),
                value=format_number(one.band.value, t.language),
                unit=in_unit(one.measure, t),
            )
        )
    )
    st.code(formula(one, t), language=None, wrap_lines=True)


def _given(synergy: Synergy, t: Translator) -> Given:
    """Ask for what no card says; kept in the user's draft like any other typing."""
    form = forms.begin(f"impact_given.{synergy.synergy_id}", t)
    unit = {"m3": "m³"}.get(of := UNIT_OF_KIND.get(synergy.kind, "t"), of)
    wet = t("As grain is sold. What is wet replaces only as much as its dry matter and feed value are worth.")
    landfill = t("Not counted on top of landfill, whose factor holds collection and transport.")
    with st.expander(
        t("Quantity, transport, treatment, replacement"), icon=":material/tune:", type="compact"
    ):
        told = {
            field: forms.number(form, field, said, help=hint)
            for field, said, hint in (
                ("amount", t("Measured or agreed quantity, {unit}", unit=unit), t("Empty: as the card says")),
                ("ratio", t("Replacement ratio, at most 1"), None),
                ("distance_km", t("New haul, km"), None),
                ("today_km", t("Today's haul, km"), landfill),
                ("replaced_km", t("Haul of the replaced material, km"), None),
                ("electricity_mwh", t("Electricity for treatment, MWh a year"), None),
                ("gas_mwh", t("Gas for treatment, MWh a year"), None),
                ("gas_replaced_mwh", t("Gas replaced by biogas, MWh a year"), None),
                ("feed_replaced_t", t("Feed grain replaced, t a year"), wet),
            )
        }
    said = {name: max(0.0, amount) for name, amount in told.items() if amount is not None}
    return Given(
        amount=said.get("amount"),
        ratio=min(said.get("ratio", 1.0), 1.0),
        distance_km=said.get("distance_km"),
        today_km=said.get("today_km", 0.0),
        replaced_km=said.get("replaced_km", 0.0),
        electricity_mwh=said.get("electricity_mwh", 0.0),
        gas_mwh=said.get("gas_mwh", 0.0),
        gas_replaced_mwh=said.get("gas_replaced_mwh", 0.0),
        feed_replaced_t=said.get("feed_replaced_t", 0.0),
    )
