"""A visit with its firm and site, what its report says (laid out by `views.visit_report`), and paybacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.domain.choices import Direction, Stage
from core.domain.model import Firm, Opportunity, Site, Visit


class ReportReader(StrEnum):
    """For whom a copy of the report is: the firm's holds only what the firm may see."""

    FIRM = "firm"
    ADVISOR = "advisor"


@dataclass(frozen=True)
class VisitAtSite:
    """A visit, the visited firm and the site with its activities and permits."""

    visit: Visit
    firm: Firm
    site: Site


@dataclass(frozen=True)
class ReportCard:
    """A card of the visited site and its best suggestions as the report's reader may see them.

    `row` has the columns of resource_table.sql, `suggestions` those of services.suggesting.for_card.
    """

    row: Mapping[str, Any]
    suggestions: tuple[Mapping[str, Any], ...] = ()

    @property
    def direction(self) -> Direction:
        """Return whether the card is a have or a want."""
        return Direction(self.row["direction"])


@dataclass(frozen=True)
class ReportSynergy:
    """A synergy of the visited firm; `partner` is None where the other firm did not agree to be named."""

    title: str
    partner: str | None
    stage: Stage
    since: date
    next_action: str | None
    next_action_on: date | None


@dataclass(frozen=True)
class VisitReport:
    """All that one copy of a visit report says, already fit for its reader."""

    reader: ReportReader
    firm: Firm
    site: Site
    visit: Visit
    advisor: str
    cards: tuple[ReportCard, ...]
    opportunities: tuple[Opportunity, ...]
    synergies: tuple[ReportSynergy, ...]
    notes: str | None
    next_steps: str | None


def payback_years(opportunity: Opportunity) -> float | None:
    """Return in how many years the saving pays the investment (simple payback), None if unknown.

    >>> from core.domain.choices import Carrier
    >>> drive = Opportunity("o", "s", "Drive", Carrier.ELECTRICITY, saving_try_per_year=4e5, investment_try=1e6)
    >>> payback_years(drive)
    2.5
    """
    if opportunity.investment_try is None or not opportunity.saving_try_per_year:
        return None
    return opportunity.investment_try / opportunity.saving_try_per_year
