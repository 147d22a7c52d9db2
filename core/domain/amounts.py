"""What a card or a synergy amounts to in a year, kept beside what was typed so that lists and sums need not convert
again."""

from core.domain import quantity
from core.domain.choices import Recurrence
from core.domain.model import Resource, Synergy


def yearly(resource: Resource) -> dict[str, float | str | None]:
    """Return the columns yearly_amount and yearly_unit ("t", "m3", "MWh" …): both None where the typed quantity cannot
    be converted, for unknown is not zero."""
    return _columns(
        quantity.annual(
            resource.quantity,
            resource.unit,
            resource.period,
            resource.density_t_per_m3,
            len(resource.months) or None,
        )
    )


def yearly_of_synergy(synergy: Synergy, have: Resource | None) -> dict[str, float | str | None]:
    """Return the same columns for what a synergy moves, read with its have's density and months.

    What flows once counts once, however it was agreed.
    """
    density = have.density_t_per_m3 if have else None
    months = len(have.months) or None if have else None
    period = "once" if synergy.recurrence is Recurrence.ONE_OFF else synergy.period
    return _columns(quantity.annual(synergy.quantity, synergy.unit, period, density, months))


def _columns(annual: quantity.Annual | None) -> dict[str, float | str | None]:
    if annual is None:
        return {"yearly_amount": None, "yearly_unit": None}
    return {"yearly_amount": annual.amount, "yearly_unit": annual.unit}
