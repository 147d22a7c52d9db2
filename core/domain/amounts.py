"""What a card amounts to in a year, kept beside what was typed so that lists and sums need not convert again."""

from core.domain import quantity
from core.domain.model import Resource


def yearly(resource: Resource) -> dict[str, float | str | None]:
    """Return the columns yearly_amount and yearly_unit ("t", "m3", "MWh" …): both None where the typed quantity cannot
    be converted, for unknown is not zero."""
    annual = quantity.annual(
        resource.quantity,
        resource.unit,
        resource.period,
        resource.density_t_per_m3,
        len(resource.months) or None,
    )
    if annual is None:
        return {"yearly_amount": None, "yearly_unit": None}
    return {"yearly_amount": annual.amount, "yearly_unit": annual.unit}
