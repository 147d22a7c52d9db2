"""A visit with its firm and site, and in how many years an opportunity pays."""

from dataclasses import dataclass

from core.domain.model import Firm, Opportunity, Site, Visit


@dataclass(frozen=True)
class VisitAtSite:
    """A visit, the visited firm and the site with its activities and permits."""

    visit: Visit
    firm: Firm
    site: Site


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
