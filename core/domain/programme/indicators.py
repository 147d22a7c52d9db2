"""What a programme is measured by: indicators as data, each with how it is counted, and how far it has come.

A number that the records hold is counted from them; what no table holds yet is entered, with its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.findings import Findings, check_day, check_not_negative, check_text, refuse
from core.domain.impact.entries import Measure
from core.errors import (
    MissingValueError,
)

NAME_LIMIT = 120
TEXT_LIMIT = 600


class CountedAs(StrEnum):
    """The numbers that an indicator may stand for; `storage.indicator_counts` counts each but `entered`."""

    ENTERED = "entered"
    WORKSHOPS = "workshops"
    PARTICIPANTS = "participants"
    PARTICIPANTS_WOMEN = "participants_women"
    PARTICIPANTS_MEN = "participants_men"
    TRAININGS = "trainings"
    TRAININGS_OF_TRAINERS = "trainings_of_trainers"
    TRAINING_PARTICIPANTS = "training_participants"
    TRAINING_PARTICIPANTS_WOMEN = "training_participants_women"
    TRAINING_PARTICIPANTS_MEN = "training_participants_men"
    TRAINED_FIRMS = "trained_firms"
    MEETINGS = "meetings"
    MEETING_PARTICIPANTS = "meeting_participants"
    MEETING_PARTICIPANTS_WOMEN = "meeting_participants_women"
    MEETING_PARTICIPANTS_MEN = "meeting_participants_men"
    FIRMS = "firms"
    RESOURCES = "resources"
    POTENTIAL_SYNERGIES = "potential_synergies"
    VISITS = "visits"
    VISITED_FIRMS = "visited_firms"
    SAMPLES = "samples"
    AGREEMENTS = "agreements"
    RUNNING = "running"
    PILOTS = "pilots"
    VERIFIED_SYNERGIES = "verified_synergies"
    VERIFIED_DIVERTED = "verified_diverted"
    VERIFIED_CO2E = "verified_co2e"
    VERIFIED_VIRGIN = "verified_virgin"
    VERIFIED_HAZARDOUS = "verified_hazardous"
    VERIFIED_WATER = "verified_water"
    VERIFIED_ENERGY = "verified_energy"


VERIFIED = {
    CountedAs.VERIFIED_DIVERTED: Measure.DIVERTED,
    CountedAs.VERIFIED_CO2E: Measure.CO2E,
    CountedAs.VERIFIED_VIRGIN: Measure.VIRGIN,
    CountedAs.VERIFIED_HAZARDOUS: Measure.HAZARDOUS,
    CountedAs.VERIFIED_WATER: Measure.WATER,
    CountedAs.VERIFIED_ENERGY: Measure.ENERGY,
}
"""What the ledger counts of a measure once it is verified."""


class IndicatorUnit(StrEnum):
    """What an indicator is counted in."""

    NUMBER = "number"
    PEOPLE = "people"
    TONNES = "t"
    TONNES_CO2E = "t CO2e"
    CUBIC_METRES = "m3"
    MEGAWATT_HOURS = "MWh"
    LIRA = "TRY"
    PERCENT = "%"


@dataclass(frozen=True)
class Indicator:
    """Columns and their meaning: docs/data-dictionary.md, programme_indicator."""

    indicator_id: str
    position: int
    name_tr: str
    name_en: str
    definition_tr: str
    definition_en: str
    unit: IndicatorUnit
    counted_as: CountedAs
    counted_from: date | None = None
    baseline: float | None = None
    target: float | None = None
    due_on: date | None = None
    funder: str | None = None
    is_sample: bool = False
    row_version: int = 0

    def name(self, language: str) -> str:
        """Return the name in a language."""
        return self.name_en if language == "en" else self.name_tr

    def definition(self, language: str) -> str:
        """Return what counts, in a language."""
        return self.definition_en if language == "en" else self.definition_tr


@dataclass(frozen=True)
class IndicatorValue:
    """What an indicator stood at on a day, in all since its `counted_from`, and where that is written."""

    indicator_value_id: str
    indicator_id: str
    as_of: date | None
    value: float | None
    source: str
    entered_by: str = ""
    row_version: int = 1


@dataclass(frozen=True)
class Reached:
    """An indicator and where it stands: None is not known, not zero. `as_of`: the day of an entered value."""

    indicator: Indicator
    value: float | None
    as_of: date | None = None

    @property
    def share(self) -> float | None:
        """Return how much of the way from baseline to target is done, None where there is no way to go."""
        return share_reached(self.value, self.indicator.baseline, self.indicator.target)


def share_reached(value: float | None, baseline: float | None, target: float | None) -> float | None:
    """Return the share of the way from baseline to target; above 1 is more than promised.

    From 20 to 60 firms, 50 so far; a target below the baseline counts downwards:

    >>> share_reached(50, 20, 60), share_reached(90, 100, 80), share_reached(None, 0, 5), share_reached(5, 5, 5)
    (0.75, 0.5, None, None)
    """
    if value is None or target is None or target == (baseline or 0.0):
        return None
    start = baseline or 0.0
    return (value - start) / (target - start)


def reached(
    indicators: Iterable[Indicator],
    counts: Mapping[str, Mapping[CountedAs, float]],
    values: Iterable[IndicatorValue],
) -> tuple[Reached, ...]:
    """Return where each indicator stands; `counts`: indicator_id → the counted numbers since its `counted_from`."""
    latest: dict[str, IndicatorValue] = {}
    for value in sorted(values, key=lambda one: (one.as_of or date.min, one.indicator_value_id)):
        latest[value.indicator_id] = value
    found = []
    for one in indicators:
        if one.counted_as is CountedAs.ENTERED:
            entered = latest.get(one.indicator_id)
            found.append(Reached(one, entered.value if entered else None, entered.as_of if entered else None))
        else:
            found.append(Reached(one, counts.get(one.indicator_id, {}).get(one.counted_as)))
    return tuple(found)


def check(indicator: Indicator) -> None:
    """Raise InvalidRecordError unless an indicator has names and definitions, and no negative number."""
    findings: Findings = {}
    for field, limit in (
        *((name, NAME_LIMIT) for name in ("name_tr", "name_en")),
        *((name, TEXT_LIMIT) for name in ("definition_tr", "definition_en")),
    ):
        check_text(findings, field, getattr(indicator, field), limit, needed=True)
    for field in ("baseline", "target"):
        check_not_negative(findings, field, getattr(indicator, field))
    refuse(findings)


def check_value(value: IndicatorValue, today: date) -> None:
    """Raise InvalidRecordError unless a value has a day up to today, is not negative and names its source."""
    findings: Findings = {}
    check_day(findings, "as_of", value.as_of, today, needed=True)
    if value.value is None:
        findings["value"] = MissingValueError()
    check_not_negative(findings, "value", value.value)
    check_text(findings, "source", value.source, TEXT_LIMIT, needed=True)
    refuse(findings)
