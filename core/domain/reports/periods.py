"""A programme's report on a period: numbers, the way of synergies through the stages, impact by basis, indicators."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.domain.choices import STAGES_IN_ORDER, Stage, StallReason
from core.domain.impact.entries import UNITS
from core.domain.impact.money import USD
from core.domain.impact.sums import COMPUTED
from core.domain.impact.years import Band
from core.domain.programme.indicators import Reached
from core.domain.reports.merging import MERGED
from core.domain.reports.period_impact import FlowRow, GroupRow, ImpactRow, YearRow
from core.domain.reports.period_money import MoneyRow, MoneySum
from core.domain.reports.reporting import Figure, Head, Period

STOCKS = ("firms", "haves", "wants", "synergies")
EVENTS = (
    "new_synergies", "visits", "visited_firms", "workshops", "workshop_firms", "participants", "women", "men",
    "not_said",
)  # fmt: skip


@dataclass(frozen=True)
class StageRow:
    """A stage: how many synergies reached it (or a later one) by the end, of how many firms; how many entered it within
    the period; how many stand there at the end."""

    stage: Stage
    reached: int
    firms: int
    entered: int
    here: int


@dataclass(frozen=True)
class TimeRow:
    """How long synergies stay in a stage, as synergies.stage_times says; days are medians, None where nobody was or
    too few firms are behind them."""

    stage: Stage
    left: int
    median_days: float | None
    waiting: int
    waiting_days: float | None


@dataclass(frozen=True)
class DropOutRow:
    """How many synergies stand stalled or dropped for a reason, and the stage that they came from.

    `is_merged`: several reasons, stages and states of too few firms each, so all three are None.
    """

    reason: StallReason | None
    came_from: Stage | None
    state: Stage | None
    synergies: int
    is_merged: bool = False


@dataclass(frozen=True)
class FactorRow:
    """An emission or conversion factor that the figures rest on; "" as `factor_id`: named by hand in its source."""

    factor_id: str
    year: str
    source: str


@dataclass(frozen=True)
class ProgrammeReport:
    """All that a programme's report says of a period.

    `numbers`: STOCKS at its end and EVENTS within it. `indicators` stand where they stand on the day of the report.
    """

    head: Head
    period: Period
    numbers: Mapping[str, int]
    stages: tuple[StageRow, ...]
    times: tuple[TimeRow, ...] = ()
    drop_outs: tuple[DropOutRow, ...] = ()
    impact: tuple[ImpactRow, ...] = ()
    years: tuple[YearRow, ...] = ()
    money: tuple[MoneyRow, ...] = ()
    money_sums: tuple[MoneySum, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    flows: tuple[FlowRow, ...] = ()
    indicators: tuple[Reached, ...] = ()
    factors: tuple[FactorRow, ...] = ()

    def figures(self) -> tuple[Figure, ...]:
        """Return the numbers that an issued report is held to."""
        return (
            *(Figure(f"number/{name}", float(self.numbers[name])) for name in (*STOCKS, *EVENTS)),
            *(Figure(f"reached/{row.stage.value}", float(row.reached)) for row in self.stages),
            *(Figure(f"entered/{row.stage.value}", float(row.entered)) for row in self.stages),
            *(figure for row in self.impact for figure in _impact_figures(row)),
            *(
                Figure(f"year/{row.measure.value}/{row.basis}/{row.year}", row.band.value, UNITS[row.measure])
                for row in self.years
                if row.year != MERGED
            ),
            *(figure for row in self.money for figure in _money_figures(row)),
        )


def _impact_figures(row: ImpactRow) -> Iterator[Figure]:
    """What is only computed changes with every card: no report is held to it."""
    if row.basis == COMPUTED:
        return
    bands: dict[str, Band | None] = {"period": row.in_period, "a_year": row.a_year, "once": row.once}
    for name, band in bands.items():
        key = f"impact/{row.measure.value}/{row.basis}/{name}"
        yield Figure(key, band.value if band else None, UNITS[row.measure])


def _money_figures(row: MoneyRow) -> Iterator[Figure]:
    key = f"money/{row.measure.value}/{row.basis}/{row.price_year}"
    yield Figure(f"{key}/a_year", row.a_year.value if row.a_year else None, "TRY")
    for name, told in (("period", row.in_period), ("so_far", row.so_far)):
        yield Figure(f"{key}/{name}", told.value_try if told else None, "TRY")
        yield Figure(f"{key}/{name}_usd", told.value_usd if told else None, USD)


def stage_rows(entered: Sequence[Mapping[str, Any]], period: Period) -> tuple[StageRow, ...]:
    """Return the stages in their order.

    `entered` has a row for each stage entered up to the period's end, in the order in which it happened: synergy_id,
    stage, entered_on, giver_firm_id, taker_firm_id. Whoever reached a later stage has passed the earlier ones.
    """
    ways = _ways(entered)
    furthest = {one: max((_place(row) for row in way), default=-1) for one, way in ways.items()}
    rows = []
    for place, stage in enumerate(STAGES_IN_ORDER):
        reached = [one for one, far in furthest.items() if far >= place]
        firms = {ways[one][0][f"{side}_firm_id"] for one in reached for side in ("giver", "taker")}
        within = {row["synergy_id"] for row in entered if _place(row) == place and _within(row, period)}
        here = sum(way[-1]["stage"] == stage.value for way in ways.values())
        rows.append(StageRow(stage, len(reached), len(firms), len(within), here))
    return tuple(rows)


def _ways(entered: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    ways: dict[str, list[Mapping[str, Any]]] = {}
    for row in entered:
        ways.setdefault(row["synergy_id"], []).append(row)
    return ways


def _place(row: Mapping[str, Any]) -> int:
    stage = Stage(row["stage"])
    return STAGES_IN_ORDER.index(stage) if stage in STAGES_IN_ORDER else -1


def _within(row: Mapping[str, Any], period: Period) -> bool:
    day: date = row["entered_on"]
    return (period.first is None or day >= period.first) and day <= period.last
