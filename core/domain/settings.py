"""Values that a region's managers set for calculations, each with its unit, day and source; unset is unknown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.findings import Findings, check_day, check_text, refuse
from core.domain.matching.room import Rate
from core.errors import (
    MissingValueError,
    OutOfRangeError,
)

SOURCE_LIMIT = 200


class Name(StrEnum):
    TRANSPORT = "transport_price"
    SILENT_DAYS = "silent_days"


UNITS = {Name.TRANSPORT: "TRY/t·km", Name.SILENT_DAYS: "d"}
MOST = {
    Name.TRANSPORT: 1000.0,  # beyond it somebody typed the price of a lorry, not of a tonne and a kilometre
    Name.SILENT_DAYS: 365.0,
}
DECIDED = frozenset({Name.SILENT_DAYS})  # rules of the programme: who sets them is their source
SILENT_DAYS = 30  # where nobody has decided otherwise


@dataclass(frozen=True)
class Setting:
    """A value of a region; `row_version` 0 is one that was never kept, `set_by` the name of who kept it."""

    region_id: str
    name: Name
    value: float | None
    as_of: date
    source: str
    set_by: str = ""
    row_version: int = 0


def check(setting: Setting, today: date) -> None:
    """Raise InvalidRecordError unless the value is above zero and not absurd, dated up to today, and has a source.

    A rule that managers decide needs no source, but counts whole days.
    """
    findings: Findings = {}
    most = MOST[setting.name]
    if setting.value is None:
        findings["value"] = MissingValueError()
    elif not 0 < setting.value <= most or (setting.name in DECIDED and setting.value % 1):
        findings["value"] = OutOfRangeError(low=0, high=most)
    check_day(findings, "as_of", setting.as_of, today)
    check_text(findings, "source", setting.source, SOURCE_LIMIT, needed=setting.name not in DECIDED)
    refuse(findings)


def rate_of(setting: Setting | None) -> Rate | None:
    """Return the transport price that a setting holds, None where none is set."""
    if setting is None or setting.value is None:
        return None
    return Rate(setting.value, setting.as_of, setting.source)


def silent_days(setting: Setting | None) -> int:
    """Return after how many days without a sign a synergy counts as silent.

    >>> silent_days(None)
    30
    """
    return SILENT_DAYS if setting is None or setting.value is None else int(setting.value)
