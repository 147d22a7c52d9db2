"""The programme's indicators against their targets: counted from the records where they can be, else entered."""

from datetime import date, datetime

from core.domain.model import User
from core.domain.programme import indicators as domain
from core.domain.programme.indicators import Indicator, IndicatorValue, Reached
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import impact, indicator_counts, programme
from core.storage.database import Database


@permitted
def of_region(database: Database, user: User, *, today: date) -> tuple[Reached, ...]:
    """Return each indicator with where it stands today."""
    with database.reading() as cursor:
        found = programme.indicators(cursor, user.region_id)
        entries = impact.booked(cursor, user.region_id, today)
        starts = {one.counted_from for one in found}
        by_start = {
            since: indicator_counts.counts(cursor, user.region_id, entries, since, today) for since in starts
        }
        values = programme.indicator_values(cursor, user.region_id)
    by_indicator = {one.indicator_id: by_start[one.counted_from] for one in found}
    return domain.reached(found, by_indicator, values)


@permitted
def values(database: Database, user: User, indicator_id: str) -> tuple[IndicatorValue, ...]:
    """Return the entered values of an indicator, oldest first."""
    with database.reading() as cursor:
        found = programme.indicator_values(cursor, user.region_id)
    return tuple(one for one in found if one.indicator_id == indicator_id)


@permitted
def save(database: Database, user: User, indicator: Indicator, *, now: datetime) -> None:
    """Keep an indicator (row_version 0: a new one). Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    domain.check(indicator)
    with database.writing(changes_cards=False) as cursor:
        programme.keep(cursor, user, now, "indicators.save", indicator)


@permitted
def retire(database: Database, user: User, indicator: Indicator, *, now: datetime) -> None:
    """Take an indicator out of use. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        programme.retire(cursor, user, now, "indicators.retire", indicator)


@permitted
def enter_value(database: Database, user: User, value: IndicatorValue, *, now: datetime) -> None:
    """Add a value of an indicator that nobody can count from the records. Raises InvalidRecordError, NotFoundError."""
    domain.check_value(value, now.date())
    own = IndicatorValue(
        value.indicator_value_id, value.indicator_id, value.as_of, value.value, value.source, user.name
    )
    with database.writing(changes_cards=False) as cursor:
        known = {one.indicator_id for one in programme.indicators(cursor, user.region_id)}
        if value.indicator_id not in known:
            raise NotFoundError()
        programme.add_value(cursor, user, now, "indicators.enter_value", own)


@permitted
def retire_value(database: Database, user: User, indicator_value_id: str, *, now: datetime) -> None:
    """Take an entered value out as a mistake. Raises NotFoundError."""
    with database.writing(changes_cards=False) as cursor:
        found = programme.indicator_values(cursor, user.region_id)
        if indicator_value_id not in {one.indicator_value_id for one in found}:
            raise NotFoundError()
        programme.retire_value(cursor, user, now, "indicators.retire_value", indicator_value_id)
