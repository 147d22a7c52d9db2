"""One resource card: direction, kind, name, quantity as typed with what was understood, waste codes, visibility.

What is rarer stands in `card_details`. The fields are those of model.Resource as JSON, so that a draft holds them.
"""

from typing import Any

import streamlit as st

from core.domain import quantity, reference, wastecodes
from core.domain.choices import Direction, Kind, Visibility
from core.domain.knowledge.kinds import likely_kind
from core.domain.labels import label
from core.domain.model import Resource
from core.domain.numbers import format_number
from core.domain.quantity import Quantity
from core.i18n import Translator
from core.services import resources
from pages.shared import cache, card_details, clock, forms, session
from pages.shared.forms import Compared, Form
from pages.shared.text import plain

_READINGS = ("tr", "en")


def initial(card: Resource | None) -> dict[str, Any]:
    """Return a card as the values of the form's fields; None gives a new card's."""
    if card is None:
        return {
            "direction": Direction.HAVE.value,
            "kind": Kind.MATERIAL.value,
            "visibility": Visibility.ANONYMOUS.value,
        }
    return {
        "direction": card.direction.value,
        "kind": card.kind.value,
        "name": card.name,
        "quantity_typed": card.quantity_typed,
        "waste_codes": list(card.waste_codes),
        "visibility": card.visibility.value,
        "row_version": card.row_version,
        **card_details.initial(card),
    }


def draw(form: Form, activity: str, nace: str, *, with_photo: bool = False) -> dict[str, Any]:
    """Draw the fields and return those of model.Resource; `activity` and `nace` of the site weigh the waste codes.

    Who draws it `with_photo` keeps the card by `write`, else the picture is lost.
    """
    t = form.t
    forms.problems(form, _compared(t))
    direction, kind = _sort(form)
    left, right = st.columns(2)
    with left:
        name = forms.text(form, "name", t("What"), placeholder=t("apple pomace, warm cooling water …"))
        _other_kind(form, kind, name)
    with right:
        typed = forms.text(
            form,
            "quantity_typed",
            t("How much, how often"),
            placeholder=t("12 t/month, 3-4 lorries a week …"),
        )
        understood = _understood(form, typed)
    codes = _codes(form, name, activity, nace) if kind is Kind.MATERIAL else _chosen(form)
    visibility = forms.choice(form, "visibility", t("Who may see it"), Visibility, required=True)
    more = card_details.draw(form, direction, with_photo)
    codes = list(dict.fromkeys([*codes, *more.pop("other_codes")]))
    if more["hazardous"] is None and any(wastecodes.format_code(code).endswith("*") for code in codes):
        more["hazardous"] = True  # the list says so, until an analysis says otherwise
    return {
        "direction": direction,
        "kind": kind,
        "name": name or "",
        "quantity_typed": typed,
        "quantity": understood.amount if understood else None,
        "unit": understood.unit if understood else None,
        "period": understood.period if understood else None,
        "waste_codes": tuple(codes),
        "visibility": visibility or Visibility.ANONYMOUS,
        **more,
    }


def _sort(form: Form) -> tuple[Direction, Kind]:
    t = form.t
    left, right = st.columns(2)
    with left:
        words = t("Have or want")
        direction = forms.choice(form, "direction", words, Direction, style="segments", required=True)
    with right:
        kind = forms.choice(form, "kind", t("Kind"), Kind, required=True)
    return direction or Direction.HAVE, kind or Kind.MATERIAL


def _other_kind(form: Form, kind: Kind, name: str | None) -> None:
    """Offer the kind that the name speaks of, where the kind still stands at what a new card begins with."""
    likely = likely_kind(name) if name and kind is Kind.MATERIAL else None
    if likely is None or likely is Kind.MATERIAL:
        return
    words = form.t("“{kind}” by its name: change the kind", kind=label(likely, form.t))
    st.button(
        words,
        key=form.key("other_kind"),
        icon=":material/lightbulb:",
        on_click=forms.put,
        args=(form, "kind", likely.value),
    )


def write(form: Form, card: Resource, *, new: bool) -> None:
    """Keep the card and the picture given with it, both or none. Raises as resources.save and save_photo do."""
    database, acting, picture = cache.database(), session.user(), card_details.picture(form)
    if picture:
        card_details.check_picture(picture)
    resources.save(database, acting, card, now=clock.now(), new=new)
    if picture:
        resources.save_photo(database, acting, card.resource_id, picture, now=clock.now())


def _understood(form: Form, typed: str | None) -> Quantity | None:
    """Say what was read from a quantity, in the year's unit where it converts, and return it."""
    if not typed:
        return None
    t = form.t
    read = quantity.parse_quantity(typed)
    if read.ambiguous:
        read = _asked(form, typed)
    density, months = card_details.density(form), card_details.months(form)
    if read.in_season and not months:
        st.caption(
            ":material/help: "
            + t("In which months? Choose them under “More details”: then a year’s amount can be told.")
        )
        return read.within(months)
    yearly = quantity.annual(read.amount, read.unit, read.period, density, len(months) or None)
    if yearly:
        unit = reference.units()[yearly.unit].symbol(t.language)
        said = f"{format_number(yearly.amount, t.language)} {unit}"
        words = t("{amount} a year", amount=said) if yearly.recurring else t("{amount} once", amount=said)
        st.markdown(f":green-badge[:material/check: {plain(words)}]")
    elif read.amount is not None and read.unit and read.period is None:
        st.caption(":material/help: " + t("How often? Add for example “/month”, “a year” or “once”."))
    else:
        st.caption(
            ":material/info: " + t("This cannot be converted into a year's amount; it stays as typed.")
        )
    return read


def _asked(form: Form, typed: str) -> Quantity:
    """Let the user say how a number that reads two ways is meant; until then as the language writes it."""
    t = form.t
    readings = {one: quantity.parse_quantity(typed, one) for one in _READINGS}  # type: ignore[arg-type]
    options = {one: format_number(read.amount or 0, t.language, 3) for one, read in readings.items()}
    if forms.value(form, "reading") not in options:
        forms.put(form, "reading", "en" if t.language == "en" else "tr")
    chosen = forms.pick(form, "reading", t("Which number is meant?"), options, style="segments")
    return readings[chosen or "tr"]


def _chosen(form: Form) -> list[str]:
    return list(forms.value(form, "waste_codes") or [])


def _codes(form: Form, name: str | None, activity: str, nace: str) -> list[str]:
    """Propose waste codes for what was typed, each to be taken by a tap; hazardous ones say so."""
    t = form.t
    chosen = _chosen(form)
    described = forms.value(form, "description") or ""
    proposed = wastecodes.suggest_codes(name, described, activity, nace, 4) if name else []
    confidence = {one.code: one.confidence for one in proposed}
    shown = wastecodes.in_pairs([*[code for code in chosen if code not in confidence], *confidence])
    if not shown:
        return chosen
    with st.container(gap="xsmall"):
        st.caption(t("Waste code: tap what fits"))
        for code in shown:
            key = form.key(f"code.{code}")
            session.put(key, code in chosen)
            line = _code_line(code, confidence.get(code), t)
            st.checkbox(line, key=key, on_change=_toggle, args=(form, code), wrap=True)
    return chosen


def _toggle(form: Form, code: str) -> None:
    chosen = _chosen(form)
    forms.put(
        form, "waste_codes", [one for one in chosen if one != code] if code in chosen else [*chosen, code]
    )


def _code_line(code: str, confidence: float | None, t: Translator) -> str:
    entry = reference.waste_codes().get(code)
    name = entry.name(t.language) if entry else t("not in our list")
    said = f"**{plain(wastecodes.format_code(code))}** {plain(name)}"
    if confidence is not None:
        said += " · " + t("fit {percent} %", percent=round(100 * confidence))
    if entry and entry.hazardous:
        said += f" :orange[:material/warning: {t('hazardous')}]"
        if entry.is_mirror:
            said += " · " + t("if analysis shows a hazard")
    elif entry and entry.is_mirror:
        said += " · " + t("only if analysis shows no hazard")
    return said


def _compared(t: Translator) -> list[Compared]:
    return [
        Compared("direction", t("Have or want"), lambda one: label(Direction(one), t)),
        Compared("kind", t("Kind"), lambda one: label(Kind(one), t)),
        Compared("name", t("What")),
        Compared("quantity_typed", t("How much, how often")),
        Compared(
            "waste_codes", t("Waste codes"), lambda codes: ", ".join(map(wastecodes.format_code, codes or []))
        ),
        Compared("visibility", t("Who may see it"), lambda one: label(Visibility(one), t)),
        *card_details.compared(t),
    ]
