"""The history of a record in words: when, who, what was done, which fields changed. Values are not shown."""

import pandas as pd
import streamlit as st

from core.domain.choices import Role
from core.domain.labels import label
from core.domain.numbers import format_date
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import cache_accounts, tables
from pages.shared.text import plain

_LINES = 20
ACTIONS = {
    "installing.fill": m("Laid in with the sample"),
    "importing.run": m("Imported"),
    "firms.retire": m("Retired"),
    "resources.retire": m("Retired"),
    "resources.save_photo": m("Photo kept"),
    "suggesting.reveal": m("Shown to a counterpart with its name"),
}
FIELDS = {
    "name": m("Name"),
    "tax_number": m("Tax number"),
    "size_class": m("Size"),
    "external_id": m("Number in another list"),
    "about": m("About the firm"),
    "direction": m("Have or want"),
    "kind": m("Kind"),
    "description": m("Description"),
    "quantity_typed": m("Quantity"),
    "density_t_per_m3": m("Density (t/m³)"),
    "recurrence": m("One-off or recurring"),
    "interval_text": m("How often"),
    "months": m("Months"),
    "available_from": m("From"),
    "available_until": m("Until"),
    "condition": m("Condition"),
    "composition": m("Composition"),
    "physical_form": m("Form"),
    "hazardous": m("Hazardous"),
    "waste_codes": m("Waste codes"),
    "handling": m("Handled today"),
    "price_per_unit": m("Price"),
    "price_date": m("Price of"),
    "transporter": m("Who can transport"),
    "visibility": m("Who may see it"),
    "is_draft": m("Draft"),
    "site_id": m("Site"),
    "photo": m("Photo"),
}


def draw(trail: pd.DataFrame, t: Translator) -> None:
    """Draw the trail of one record (columns: audit.history), newest first, as a table for the whole width."""
    tables.draw(table(trail, t), t("Who changed which fields when"))


def lines(trail: pd.DataFrame, t: Translator) -> None:
    """Draw the newest of the trail as lines, for a narrow place."""
    shown = table(trail.head(_LINES), t)
    said = [
        f"**{plain(when)}** · {plain(who)}  \n{plain(what)}" + (f": {plain(fields)}" if fields else "")
        for when, who, what, fields in shown.itertuples(index=False)
    ]
    st.markdown("\n\n".join(said))
    if len(trail) > _LINES:
        st.caption(t("Older changes are not shown: {count}", count=len(trail) - _LINES))


def table(trail: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Return the trail for reading: people by name, the program and who left without an account by role."""
    names = cache_accounts.names()
    return pd.DataFrame(
        {
            t("Day"): [format_date(one, t.language) for one in trail["acted_at"]],
            t("Who"): [
                names.get(user_id) or label(Role(role), t)
                for user_id, role in zip(trail["user_id"], trail["role"], strict=True)
            ],
            t("What"): [
                action(one, fields, t)
                for one, fields in zip(trail["action"], trail["changed_fields"], strict=True)
            ],
            t("Changed fields"): [fields_in_words(one, t) for one in trail["changed_fields"]],
        }
    )


def action(name: str, changed_fields: str, t: Translator) -> str:
    """Return what was done, in words; what made the record changed its id."""
    if name in ACTIONS:
        return t(ACTIONS[name])
    made = {"firm_id", "resource_id"} & set(changed_fields.split(";"))
    return t("Record added") if made else t("Record changed")


def fields_in_words(changed_fields: str, t: Translator) -> str:
    """Return the changed fields as people call them; those that only the program knows are left out."""
    return ", ".join(dict.fromkeys(t(FIELDS[one]) for one in changed_fields.split(";") if one in FIELDS))
