"""The printed visit report: one self-contained HTML document per reader, ready for the browser's print dialog."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

from core.domain import nace, reference
from core.domain.choices import Direction, Handling
from core.domain.labels import label
from core.domain.model import Opportunity
from core.domain.numbers import format_date, format_number
from core.domain.visiting import ReportCard, ReportReader, ReportSynergy, VisitReport, payback_years
from core.i18n import Translator
from core.views import sentences

_STYLE = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.45 system-ui, "Segoe UI", Roboto, sans-serif; color: #1b2a24; max-width: 180mm; margin: 0 auto; }
h1 { font-size: 19pt; margin: 0 0 1mm; color: #0b6e4f; } h2 { font-size: 13pt; margin: 8mm 0 2mm; color: #0b6e4f;
border-bottom: 1px solid #c9d6cf; } .copy { font-weight: 600; } .warn { color: #b3261e; }
.facts, .quiet { color: #4b5c54; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: 1.5mm 3mm 1.5mm 0; border-bottom: 1px solid #e3eae6; }
ul { margin: 1mm 0 0; padding-left: 5mm; } article { break-inside: avoid; margin: 0 0 4mm; }
p { margin: 1mm 0; white-space: pre-line; }
"""


def document(report: VisitReport, t: Translator, *, is_sample: bool) -> str:
    """Return the report as an HTML document in the language of `t`; every text that people typed is escaped."""
    title = t("Visit report: {firm}", firm=report.firm.name)
    body = "".join(
        [
            _head(report, title, t, is_sample),
            *(_cards(report, direction, t) for direction in Direction),
            _opportunities(report.opportunities, t),
            _synergies(report.synergies, t),
            _text(t("Next steps"), report.next_steps),
            _text(t("Notes"), report.notes) if report.reader is ReportReader.ADVISOR else "",
        ]
    )
    return (
        f'<!doctype html><html lang="{"tr" if t.language == "tr" else "en"}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def _head(report: VisitReport, title: str, t: Translator, is_sample: bool) -> str:
    site = report.site
    zone = reference.zones().get(site.zone_id or "")
    main = next((one.code for one in site.activities if one.is_main), None)
    facts = [
        site.name,
        zone.name(t.language) if zone else site.district,
        nace.title(main, t.language) if main else site.activity,
    ]
    visited = t(
        "Visited on {day} by {advisor}",
        day=format_date(report.visit.visited_on, t.language),
        advisor=report.advisor,
    )
    copy = (
        t("Copy for the firm. Firms that did not agree to be named are not named here.")
        if report.reader is ReportReader.FIRM
        else t("Advisor's copy. It holds names and notes that are not for the firm: do not hand it out.")
    )
    warn = "" if report.reader is ReportReader.FIRM else " warn"
    sample = f'<p class="warn">{escape(t("Sample region: every firm is invented."))}</p>' if is_sample else ""
    return (
        f'<h1>{escape(title)}</h1><p class="facts">{escape(" · ".join(fact for fact in facts if fact))}</p>'
        f'<p class="facts">{escape(visited)}</p><p class="copy{warn}">{escape(copy)}</p>{sample}'
    )


def _cards(report: VisitReport, direction: Direction, t: Translator) -> str:
    some = [card for card in report.cards if card.direction is direction]
    if not some:
        return ""
    heading = t("What the site has to give") if direction is Direction.HAVE else t("What the site looks for")
    return f"<h2>{escape(heading)}</h2>" + "".join(_card(card, t) for card in some)


def _card(card: ReportCard, t: Translator) -> str:
    row = card.row
    facts = [sentences.amount(row, "", t), *sentences.codes(row["waste_codes"], t)]
    if row["handling"]:
        facts.append(label(Handling(row["handling"]), t))
    if row["is_draft"]:
        facts.append(t("still to be completed"))
    description = f"<p>{escape(row['description'])}</p>" if row["description"] else ""
    items = "".join(f"<li>{escape(_suggestion(one, card.direction, t))}</li>" for one in card.suggestions)
    partners = f'<p class="quiet">{escape(t("Possible partners"))}</p><ul>{items}</ul>' if items else ""
    return (
        f'<article><strong>{escape(row["name"])}</strong><br><span class="facts">{escape(" · ".join(facts))}</span>'
        f"{description}{partners}</article>"
    )


def _suggestion(row: Mapping[str, Any], direction: Direction, t: Translator) -> str:
    firm = sentences.capitalised(sentences.firm(row, "", t), t)
    thing, far = row["name"], sentences.far(row["distance_km"], row["is_coarse"], t)
    if direction is Direction.HAVE:
        return t("{firm} looks for “{thing}”; {distance}", firm=firm, thing=thing, distance=far)
    return t("{firm} gives “{thing}”; {distance}", firm=firm, thing=thing, distance=far)


def _opportunities(some: tuple[Opportunity, ...], t: Translator) -> str:
    if not some:
        return ""
    heads = (
        t("Measure"),
        t("Saves"),
        t("Saving a year"),
        t("Saving a year (TRY)"),
        t("Investment (TRY)"),
        t("Payback"),
        t("State"),
    )
    rows = [
        (
            one.measure,
            label(one.carrier, t),
            _with_unit(one.saving_per_year, one.saving_unit, t),
            _number(one.saving_try_per_year, t),
            _number(one.investment_try, t),
            _years(one, t),
            label(one.state, t),
        )
        for one in some
    ]
    note = t("Savings inside the plant; they are not part of the impact of synergies.")
    heading = escape(t("Eco-efficiency opportunities"))
    return f"<h2>{heading}</h2>{_table(heads, rows)}<p class='quiet'>{escape(note)}</p>"


def _synergies(some: tuple[ReportSynergy, ...], t: Translator) -> str:
    if not some:
        return ""
    heads = (t("Synergy"), t("With"), t("Stage"), t("Since"), t("Next action"))
    rows = [
        (
            one.title,
            one.partner or t("a firm that is not named yet"),
            label(one.stage, t),
            format_date(one.since, t.language),
            _action(one.next_action, one.next_action_on, t),
        )
        for one in some
    ]
    return f"<h2>{escape(t('Synergies'))}</h2>{_table(heads, rows)}"


def _text(heading: str, said: str | None) -> str:
    return f"<h2>{escape(heading)}</h2><p>{escape(said)}</p>" if said else ""


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th scope='col'>{escape(cell)}</th>" for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _number(amount: float | None, t: Translator) -> str:
    return "" if amount is None else format_number(amount, t.language)


def _with_unit(amount: float | None, unit: str | None, t: Translator) -> str:
    found = reference.units().get(unit or "")
    return (
        ""
        if amount is None
        else f"{format_number(amount, t.language)} {found.symbol(t.language) if found else ''}".strip()
    )


def _years(one: Opportunity, t: Translator) -> str:
    years = payback_years(one)
    return "" if years is None else t("{years} years", years=format_number(years, t.language, 1))


def _action(action: str | None, day: date | None, t: Translator) -> str:
    return ", ".join(said for said in (action, format_date(day, t.language) if day else None) if said)
