"""What a firm's synergies bring, in its report: flows that leave it and reach it apart, its own money by itself."""

from collections.abc import Iterable, Iterator, Mapping

from core.domain.impact.booking import Booked
from core.domain.impact.counting import Counted
from core.domain.impact.entries import FLOWS
from core.domain.impact.years import band_of
from core.domain.reports.reporting import FirmImpact, FirmSynergy, Reference, per_output


def of_firm(
    firm_id: str,
    entries: Iterable[Booked],
    synergies: Mapping[str, FirmSynergy],
    outputs: Iterable[Reference | None],
) -> Iterator[FirmImpact]:
    """Give what counts of the firm's `synergies` (by id): flows that it gives or takes, its own money and jobs.

    `outputs`: what each of its sites makes.
    """
    made = list(outputs)
    output = made[0] if len(made) == 1 else None
    for one in entries:
        synergy, state = synergies.get(one.entry.synergy_id), one.state
        if synergy is None or not isinstance(state, Counted):
            continue
        is_flow = one.entry.measure in FLOWS
        if one.entry.firm_id != firm_id if not is_flow else synergy.direction is None:
            continue
        band = band_of(state)
        yield FirmImpact(
            synergy.synergy_id,
            synergy.title,
            synergy.direction if is_flow else None,
            one.entry.measure,
            state.basis,
            state.lapsed,
            band,
            one.entry.unit,
            one.entry.recurs,
            one.entry.period_from,
            one.entry.period_to,
            per_output(band.value, output) if is_flow and one.entry.recurs else None,
        )
