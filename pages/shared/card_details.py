"""The rarer fields of a resource card, behind “More details”: quality, season, handling today, price, transport."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

import streamlit as st
from babel.dates import get_month_names

from core.domain import reference, wastecodes
from core.domain.choices import Direction, Handling, PhysicalForm, Recurrence, Transporter
from core.domain.labels import label
from core.domain.model import Resource
from core.domain.register import photos
from core.errors import InvalidRecordError, SimbiyozError, UnreadablePhotoError
from core.i18n import Translator
from core.services import resources
from pages.shared import cache, forms, session
from pages.shared.forms import Compared, Form
from pages.shared.text import plain

_OF_WANTS = (Handling.BOUGHT, Handling.USED_ON_SITE, Handling.NOT_MET)
_OF_HAVES = tuple(way for way in Handling if way not in (Handling.BOUGHT, Handling.NOT_MET))
_PRICE_UNITS = ("t", "kg", "m3", "Sm3", "kWh", "MWh", "piece", "hour", "lorry_load")
_TEXTS = ("description", "composition", "condition", "interval")
_CHOICES: dict[str, type[StrEnum]] = {
    "recurrence": Recurrence,
    "physical_form": PhysicalForm,
    "handling": Handling,
    "transporter": Transporter,
}
_DATES = ("available_from", "available_until", "price_date")


def initial(card: Resource) -> dict[str, Any]:
    """Return these fields of a card as JSON values."""
    price = card.price_per_unit
    return {
        **{name: getattr(card, name) for name in (*_TEXTS, "price_unit")},
        **{name: value.value for name in _CHOICES if (value := getattr(card, name))},
        **{name: value.isoformat() for name in _DATES if (value := getattr(card, name))},
        "density": forms.spelled(card.density_t_per_m3, "tr"),
        "months": list(card.months),
        "hazardous": _yes(card.hazardous),
        "vat": _yes(card.price_vat_included),
        "price": forms.spelled(abs(price) if price is not None else None, "tr"),
        "price_side": None if price is None else "costs" if price < 0 else "earns",
    }


def draw(form: Form, direction: Direction, with_photo: bool) -> dict[str, Any]:
    """Draw the fields, closed at first, and return those of model.Resource."""
    t = form.t
    with st.expander(t("More details"), icon=":material/tune:", key=form.key("more")):
        said: dict[str, Any] = {"description": forms.text(form, "description", t("Description"), lines=3)}
        said["other_codes"] = _other_codes(form)
        left, right = st.columns(2)
        with left:
            said |= _quality(form)
        with right:
            said |= _season(form)
        said |= _today(form, direction)
        if with_photo:
            _photo(form)
    return said


def picture(form: Form) -> bytes | None:
    """Return the picture that was uploaded or taken for the card, None if none."""
    given = session.get(form.key("upload")) or session.get(form.key("camera"))
    return bytes(given.getvalue()) if given else None


def check_picture(content: bytes) -> None:
    """Raise InvalidRecordError for the field “photo” where the picture cannot be read."""
    try:
        photos.encoded("", content)
    except UnreadablePhotoError as error:
        raise InvalidRecordError({"photo": error}) from error


def density(form: Form) -> float | None:
    """Return the density in t/m³ that the form holds, None if none or not readable."""
    try:
        return forms.parsed(forms.value(form, "density"), form.t.language)
    except SimbiyozError:
        return None


def months(form: Form) -> list[int]:
    """Return the months that the form holds, 1–12."""
    return list(forms.value(form, "months") or [])


def compared(t: Translator) -> list[Compared]:
    """Return how these fields are said where somebody else's values stand beside one's own."""
    choices = {"recurrence": t("One-off or recurring"), "physical_form": t("Form")}
    choices |= {"handling": t("Handled today"), "transporter": t("Who can transport")}
    texts = {"description": t("Description"), "composition": t("Composition"), "condition": t("Condition")}
    texts |= {
        "interval": t("How often"),
        "density": t("Density (t/m³)"),
        "price": t("Price"),
        "price_unit": t("per"),
    }
    return [
        *[Compared(name, said) for name, said in texts.items()],
        *[Compared(name, said, _worded(_CHOICES[name], t)) for name, said in choices.items()],
        Compared("months", t("Months"), lambda some: ", ".join(_month_names(t)[one] for one in some or [])),
        *[Compared(name, said, _dated(t)) for name, said in _date_labels(t).items()],
        Compared(
            "hazardous",
            t("Hazardous"),
            lambda one: "" if one is None else t("Yes") if one == "yes" else t("No"),
        ),
    ]


def _other_codes(form: Form) -> list[str]:
    """Waste codes that nobody proposed; a wrong one is said at the field and holds up saving."""
    typed = forms.text(
        form, "other_codes", form.t("Other waste codes"), live=False, placeholder="15 01 06; 12 01 03"
    )
    found: list[str] = []
    try:
        found = [wastecodes.check(part).code for part in re.split(r"[;,\n]", typed or "") if part.strip()]
    except SimbiyozError as error:
        forms.refuse(form, "other_codes", error)
    else:
        forms.refuse(form, "other_codes", None)
    for code in found:
        st.caption(
            f"{plain(wastecodes.format_code(code))} {plain(reference.waste_codes()[code].name(form.t.language))}"
        )
    return found


def _quality(form: Form) -> dict[str, Any]:
    t = form.t
    return {
        "composition": forms.text(
            form, "composition", t("Composition"), placeholder=t("60 % moisture, 3 % salt …")
        ),
        "condition": forms.text(
            form, "condition", t("Condition"), placeholder=t("clean, mixed, in big bags …")
        ),
        "physical_form": forms.choice(form, "physical_form", t("Form"), PhysicalForm),
        "hazardous": forms.yes_no(form, "hazardous", t("Hazardous")),
        "density_t_per_m3": forms.number(form, "density", t("Density (t/m³)")),
    }


def _season(form: Form) -> dict[str, Any]:
    labels = _date_labels(form.t)
    t = form.t
    return {
        "recurrence": forms.choice(
            form, "recurrence", t("One-off or recurring"), Recurrence, style="segments"
        ),
        "interval": forms.text(form, "interval", t("How often")),
        "months": tuple(sorted(forms.several(form, "months", t("Months"), _month_names(t)))),
        "available_from": forms.day(form, "available_from", labels["available_from"]),
        "available_until": forms.day(form, "available_until", labels["available_until"]),
    }


def _today(form: Form, direction: Direction) -> dict[str, Any]:
    t = form.t
    have = direction is Direction.HAVE
    left, middle, right = st.columns(3)
    with left:
        handled = t("How it is dealt with now") if have else t("How the need is met now")
        handling = forms.choice(form, "handling", handled, _OF_HAVES if have else _OF_WANTS)
        transporter = forms.choice(form, "transporter", t("Who can transport"), Transporter)
    with middle:
        price = _price(form, have)
        unit = forms.pick(form, "price_unit", t("per"), _price_units(t))
    with right:
        price_date = forms.day(form, "price_date", _date_labels(t)["price_date"])
        vat = forms.yes_no(form, "vat", t("VAT included"))
    return {
        "handling": handling,
        "transporter": transporter,
        "price_per_unit": price,
        "price_unit": unit,
        "price_date": price_date,
        "price_vat_included": vat,
    }


def _photo(form: Form) -> None:
    t = form.t
    left, right = st.columns(2)
    with left:
        st.file_uploader(t("Photo"), type=["jpg", "jpeg", "png", "webp"], key=form.key("upload"))
        forms.say(form, "photo")
    with right:
        if st.toggle(t("Take it with the camera"), key=form.key("camera_on")):
            st.camera_input(t("Camera"), key=form.key("camera"), label_visibility="collapsed")
        resource_id, cards = form.name.rpartition(".")[2], cache.cards()
        if cards.loc[cards["resource_id"] == resource_id, "has_photo"].any():
            stored = resources.photo(cache.database(), session.user(), resource_id)
            if stored:
                st.image(stored.content, width=180, alt=t("Photo of the resource"))


def _price(form: Form, have: bool) -> float | None:
    t = form.t
    if not have:
        return forms.number(form, "price", t("Price paid today (TRY)"))
    sides = {"earns": t("Brings in"), "costs": t("Costs")}
    side = forms.pick(form, "price_side", t("Money today"), sides, style="segments")
    price = forms.number(form, "price", t("Amount (TRY)"))
    return -price if price is not None and side == "costs" else price


def _price_units(t: Translator) -> dict[str, str]:
    units = reference.units()
    return {code: units[code].symbol(t.language) for code in _PRICE_UNITS}


def _month_names(t: Translator) -> dict[int, str]:
    return dict(get_month_names("abbreviated", locale="tr" if t.language == "tr" else "en"))


def _date_labels(t: Translator) -> dict[str, str]:
    return {"available_from": t("From"), "available_until": t("Until"), "price_date": t("Price of")}


def _worded(choice: type[StrEnum], t: Translator) -> Callable[[Any], str]:
    return lambda one: label(choice(one), t) if one else ""


def _dated(t: Translator) -> Callable[[Any], str]:
    return lambda one: forms.said_day(date.fromisoformat(str(one)), t) if one else ""


def _yes(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"
