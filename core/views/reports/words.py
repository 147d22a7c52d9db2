"""Words that several reports share: programme and mark at the head, notices for a copy's reader, units and codes."""

from core.domain import nace, reference, wastecodes
from core.domain.model import Site
from core.domain.reports.reporting import Audience, Head
from core.i18n import Translator
from core.views.reports.document import Cell, Text, Tone


def programme(head: Head, t: Translator) -> str:
    """Return the programme's name for the head of each page."""
    return t("Industrial symbiosis programme, {region}", region=head.region(t.language))


def mark(head: Head, t: Translator) -> str:
    """Return the mark of sample data, "" for real firms."""
    return t("Sample data: every firm is invented") if head.is_sample else ""


def firm_notices(head: Head, t: Translator) -> tuple[Text, ...]:
    """Return for whom a firm's copy is."""
    if head.audience is Audience.OUTSIDE:
        return (
            Text(
                t("Copy for the firm. Firms that did not agree to be named are not named here."), Tone.QUIET
            ),
        )
    return (
        Text(
            t("Advisor's copy. It holds names and notes that are not for the firm: do not hand it out."),
            Tone.WARNING,
        ),
    )


def yearly_unit(
    amount: float | None, code: str | None, period: str | None, typed: str | None, t: Translator
) -> str:
    """Return the unit of a yearly amount; where there is none, what was typed."""
    if amount is None:
        return t("“{typed}”, not converted to a year", typed=typed) if typed else ""
    sign = reference.unit_sign(code, t.language)
    return t("{unit}, once", unit=sign) if period == "once" else sign


def codes(cell: str | None) -> Cell:
    """Return waste codes (";" between) as they are written, a line each; None where there are none."""
    return "\n".join(wastecodes.format_code(code) for code in cell.split(";")) if cell else None


def place(site: Site, t: Translator) -> str:
    """Return zone and district of a site."""
    zone = reference.zones().get(site.zone_id or "")
    said = (zone.name(t.language) if zone else None, site.district)
    return ", ".join(part for part in said if part)


def activity(site: Site, t: Translator) -> str:
    """Return a site's main activity with its code, else as it was typed."""
    main = next((one.code for one in site.activities if one.is_main), None)
    title = nace.title(main, t.language) if main else ""
    return f"{main} {title}" if main and title else site.activity or ""
