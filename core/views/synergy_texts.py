"""Texts that help with the next step of a synergy: call script, non-disclosure outline, sample request, transport
enquiry, permit check. Filled with the synergy's facts, to be copied and sent; what is not known stands as a gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.domain import reference, wastecodes
from core.domain.choices import Handling, PhysicalForm, Transporter
from core.domain.labels import label
from core.domain.model import Synergy
from core.domain.numbers import format_number
from core.domain.synergies.stages import Template
from core.i18n import Translator
from core.views import sentences

GAP = "________"


@dataclass(frozen=True)
class Told:
    """What the texts speak of: a synergy, its firms' names, its cards (rows of resource_table.sql), who writes."""

    synergy: Synergy
    giver: str
    taker: str
    writer: str
    have: Mapping[str, Any] | None = None
    want: Mapping[str, Any] | None = None


def text(template: Template, told: Told, t: Translator) -> str:
    """Return a text in the language of `t`, its lines parted by "\\n"."""
    made = {
        Template.CALL_SCRIPT: _call,
        Template.NON_DISCLOSURE: _non_disclosure,
        Template.SAMPLE_REQUEST: _sample,
        Template.TRANSPORT_ENQUIRY: _transport,
        Template.PERMIT_CHECK: _permits,
    }[template]
    return "\n".join(made(told, t))


def _call(told: Told, t: Translator) -> list[str]:
    return [
        t("Call about: {title}", title=told.synergy.title),
        "",
        t("Hello, this is {writer} from the industrial symbiosis programme.", writer=told.writer),
        "",
        t("With the giver ({firm}):", firm=told.giver),
        t("1. Is “{have}” still there? How much, how often? On our card: {amount}.", **_have(told, t)),
        t(
            "2. What happens to it today, and what does it cost or earn? On our card: {handling}.",
            **_have(told, t),
        ),
        t("3. Is there an analysis? In what form does it come, what is mixed in?"),
        t("4. May we name you to the other firm? Who speaks for you?"),
        "",
        t("With the taker ({firm}):", firm=told.taker),
        t("1. What would “{want}” have to be like: limits, moisture, grain, delivery?", want=_want(told)),
        t("2. What do you use today, how much a month, at which price?"),
        t("3. Would a sample help? How much, and who would test it?"),
        t("4. What would speak against it: permit, quality, storage, transport?"),
        "",
        t("At the end: who does what by when? Write it into the log and set the next action."),
    ]


def _non_disclosure(told: Told, t: Translator) -> list[str]:
    return [
        t("Outline of a non-disclosure agreement (not legal advice; have it checked before anybody signs)"),
        "",
        t("Between: {giver} and {taker}.", giver=told.giver, taker=told.taker),
        t("About: {title}.", title=told.synergy.title),
        t(
            "1. What is confidential: recipes, analyses, quantities, prices, customers, pictures of the plant."
        ),
        t("2. What is not: what is public already, what somebody knew before, what the law makes known."),
        t("3. What it may be used for: only to find out whether the exchange is possible."),
        t(
            "4. Who may see it: named people of both firms, and the programme's advisor {writer}.",
            writer=told.writer,
        ),
        t(
            "5. Samples: tested for the agreed purpose only, rest returned or disposed of, results shared with both."
        ),
        t(
            "6. How long: {gap} years from the day of signing; on request papers are returned or destroyed.",
            gap=GAP,
        ),
        t("7. The programme may report figures without naming the firms, unless both agree in writing."),
        "",
        t("Place and date: {gap}    Signatures: {gap}    {gap}", gap=GAP),
    ]


def _sample(told: Told, t: Translator) -> list[str]:
    facts = _have(told, t)
    return [
        t("Subject: sample of “{have}”", **facts),
        "",
        t("Dear {firm},", firm=told.giver),
        t(
            "{taker} would like to test “{have}” for “{want}”. Please send:",
            taker=told.taker,
            want=_want(told),
            **facts,
        ),
        t("- Amount of the sample: {gap} (agree with the laboratory of the taker)", gap=GAP),
        t("- Taken as: mixed from at least five places, on {gap}, by {gap}", gap=GAP),
        t("- Closed and labelled with firm, day, waste code {codes} and “sample for testing”", **facts),
        t("- With it: the last analysis, a safety data sheet if there is one, a photo of the heap"),
        t(
            "To be tested: composition, moisture, grain or form, what is mixed in, and the taker's own limits: {gap}",
            gap=GAP,
        ),
        t(
            "Before it leaves: the legal questions are settled, and it is clear who carries ({carrier}).",
            **facts,
        ),
        "",
        t("Kind regards, {writer}", writer=told.writer),
    ]


def _transport(told: Told, t: Translator) -> list[str]:
    facts = _have(told, t)
    return [
        t("Subject: transport of “{have}”", **facts),
        "",
        t("Please quote for this transport:"),
        t("- From: {place} ({firm})", place=_place(told.have, t), firm=told.giver),
        t("- To: {place} ({firm})", place=_place(told.want, t), firm=told.taker),
        t("- What: {have}, {form}, waste code {codes}", **facts),
        t("- How much: {agreed}; first on {gap}", agreed=_agreed(told, t), gap=GAP),
        t("- Vehicle: {gap} (tipper, silo, tanker, container); loading by {gap}", gap=GAP),
        t("- If it goes as waste: licence of the vehicle for this code, transport papers"),
        t(
            "Price per trip and per tonne, without VAT; what a return load would change; valid until {gap}",
            gap=GAP,
        ),
        "",
        t("Kind regards, {writer}", writer=told.writer),
    ]


def _permits(told: Told, t: Translator) -> list[str]:
    facts = _have(told, t)
    return [
        t("Permit check: {title} (guidance, not legal advice)", title=told.synergy.title),
        "",
        t("Thing: {have}; waste code: {codes}; hazardous: {hazardous}", **facts),
        t("[ ] Does it leave as waste, as a by-product or as a product? Decided on: {gap}", gap=GAP),
        t("[ ] Marked (A) or (M)? For (M): analysis of {gap}, result: {gap}", gap=GAP),
        t(
            "[ ] {firm}: is this code and recovery operation in its environmental licence? Valid until: {gap}",
            firm=told.taker,
            gap=GAP,
        ),
        t("[ ] {firm}: waste declaration, contract and temporary storage in order", firm=told.giver),
        t("[ ] Who carries ({carrier}); licence of the vehicle for this code", **facts),
        t("[ ] Does it cross the border of an organised zone or free zone? Whom to ask: {gap}", gap=GAP),
        t("[ ] What the taker makes of it: which standard does the product have to meet?"),
        "",
        t("The questions with their regulations and sources stand under “Legal path” of this synergy."),
        t("Checked by {writer} on {gap}", writer=told.writer, gap=GAP),
    ]


def _have(told: Told, t: Translator) -> dict[str, str]:
    row = told.have
    if row is None:
        names = ("amount", "handling", "codes", "form", "carrier", "hazardous")
        return {"have": told.synergy.title} | dict.fromkeys(names, GAP)
    codes = [wastecodes.format_code(code) for code in str(_said(row, "waste_codes") or "").split(";") if code]
    hazardous = row.get("hazardous")
    form = _said(row, "physical_form")
    return {
        "have": str(row["name"]),
        "amount": sentences.amount(row, "", t),
        "handling": label(Handling(str(row["handling"])), t) if _said(row, "handling") else GAP,
        "codes": ", ".join(codes) or GAP,
        "form": _form(form, t),
        "carrier": label(Transporter(str(row["transporter"])), t) if _said(row, "transporter") else GAP,
        "hazardous": GAP if hazardous is None or pd.isna(hazardous) else t("Yes") if hazardous else t("No"),
    }


def _form(form: str | None, t: Translator) -> str:
    return label(PhysicalForm(form), t) if form else GAP


def _said(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    return value if isinstance(value, str) and value else None


def _want(told: Told) -> str:
    return str(told.want["name"]) if told.want is not None else told.synergy.title


def _place(row: Mapping[str, Any] | None, t: Translator) -> str:
    if row is None:
        return GAP
    return ", ".join(part for part in (_said(row, "site_name"), sentences.place(row, "", t)) if part)


def _agreed(told: Told, t: Translator) -> str:
    synergy = told.synergy
    if synergy.quantity is None:
        return sentences.amount(told.have, "", t) if told.have is not None else GAP
    return quantity(synergy, t)


def quantity(synergy: Synergy, t: Translator) -> str:
    """Return what a synergy moves as people write it ("12 t/ay"), "" where that is not known."""
    if synergy.quantity is None:
        return ""
    units = (reference.units().get(code) for code in (synergy.unit or "", synergy.period or ""))
    signs = [unit.symbol(t.language) for unit in units if unit]
    return f"{format_number(synergy.quantity, t.language)} {'/'.join(signs)}"
