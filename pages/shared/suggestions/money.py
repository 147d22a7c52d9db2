"""The money of a suggestion: the room for a deal, its items, and the price of transport, which managers set."""

from typing import Any

import streamlit as st

from core.domain import settings as domain
from core.domain.settings import Name, Setting
from core.i18n import Translator
from core.services import settings
from core.services.dealing import Deal
from core.services.permissions import allows
from core.views import deal as words
from pages.shared import cache, clock, forms, session
from pages.shared.forms import Compared, Form
from pages.shared.text import plain

_FORM = "setting.transport_price"


def line(deal: Deal | None, t: Translator) -> None:
    """Draw the sum in one line, where the reader may see it and it is known."""
    if deal and deal.is_whole and deal.room.per_unit is not None:
        color = "green" if deal.room.per_unit > 0 else "orange"
        said = f":{color}[:material/payments: **{plain(words.total(deal.room, t))}**]"
        caveat = words.caveat(deal.room, t)
        st.markdown(f"{said}  \n:small[:gray[{plain(caveat)}]]" if caveat else said)


def panel(deal: Deal | None, t: Translator) -> None:
    """Draw the items of the room with their dates, and what is not known."""
    if deal is None or not (deal.room.lines or deal.is_whole):
        return
    room = deal.room
    title = words.total(room, t) if deal.is_whole else t("Your own figure; the other firm does not see it")
    st.markdown(f"**{plain(title)}**")
    for one in room.lines:
        said = (
            f":material/payments: {plain(words.item(one, t))}: **{plain(words.amount(one, room.unit, t))}**"
        )
        mind = words.mind(one, t)
        st.markdown(f"{said} :small[:gray[{plain(mind)}]]" if mind else said)
    if deal.is_whole and (unknown := words.unknown(room, t)):
        st.caption(plain(unknown))


def transport(t: Translator) -> None:
    """Draw the price of transport for staff, and for managers the form that sets it."""
    if not allows(session.role(), "settings.current"):
        return
    kept = settings.current(cache.database(), session.user()).get(Name.TRANSPORT)
    st.caption(_said(kept, t))
    if allows(session.role(), "settings.save"):
        with st.expander(t("Set the transport price"), icon=":material/local_shipping:", type="compact"):
            _form(kept, t)


def _said(kept: Setting | None, t: Translator) -> str:
    said = plain(words.rate(domain.rate_of(kept), t))
    if kept is None or not kept.set_by:
        return said
    return f"{said}  \n{t('Set by {name}.', name=plain(kept.set_by))}"


def _form(kept: Setting | None, t: Translator) -> None:
    form = forms.begin(_FORM, t, _initial(kept), version=kept.row_version if kept else None)
    labels = {"value": t("TRY per t·km"), "as_of": t("Price of the day"), "source": t("Source")}
    forms.problems(form, [Compared(field, label) for field, label in labels.items()])
    value = forms.number(form, "value", labels["value"])
    as_of = forms.day(form, "as_of", labels["as_of"])
    source = forms.text(form, "source", labels["source"], limit=domain.SOURCE_LIMIT)
    if st.button(t("Save"), type="primary", key="setting_transport_save"):
        setting = Setting(
            session.user().region_id,
            Name.TRANSPORT,
            value,
            as_of or clock.today(),
            source or "",
            row_version=forms.version(form) if kept else 0,
        )
        _save(form, setting)


def _save(form: Form, setting: Setting) -> None:
    database, acting = cache.database(), session.user()
    done = forms.tried(
        form,
        lambda: settings.save(database, acting, setting, now=clock.now()),
        lambda: _stored(settings.current(database, acting)[Name.TRANSPORT]),
    )
    if done:
        forms.clear(form)
        st.toast(form.t("Saved."), icon=":material/check:")
    st.rerun()


def _stored(kept: Setting) -> dict[str, Any]:
    return {**_initial(kept), "row_version": kept.row_version}


def _initial(kept: Setting | None) -> dict[str, Any]:
    if kept is None:
        return {"as_of": clock.today().isoformat()}
    return {
        "value": forms.spelled(kept.value, "tr"),
        "as_of": kept.as_of.isoformat(),
        "source": kept.source,
    }
