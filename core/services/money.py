"""Exchange rates and price indices of a region: entered with their source, none shipped, each change on record."""

from dataclasses import replace
from datetime import datetime

from core.domain.impact.money import Deflator, ExchangeRate, check_deflator, check_rate
from core.domain.model import User
from core.services.permissions import permitted
from core.storage import programme
from core.storage.database import Database


@permitted
def rates(database: Database, user: User) -> tuple[ExchangeRate, ...]:
    """Return the recorded exchange rates, oldest first."""
    with database.reading() as cursor:
        return tuple(programme.rates(cursor, user.region_id))


@permitted
def deflators(database: Database, user: User) -> tuple[Deflator, ...]:
    """Return the recorded price indices, oldest year first."""
    with database.reading() as cursor:
        return tuple(programme.deflators(cursor, user.region_id))


@permitted
def save_rate(database: Database, user: User, rate: ExchangeRate, *, now: datetime) -> None:
    """Keep a rate. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_rate(rate, now.date())
    with database.writing(changes_cards=False) as cursor:
        programme.keep(cursor, user, now, "money.save_rate", replace(rate, set_by=user.name))


@permitted
def retire_rate(database: Database, user: User, rate: ExchangeRate, *, now: datetime) -> None:
    """Take a rate out of use. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        programme.retire(cursor, user, now, "money.retire_rate", rate)


@permitted
def save_deflator(database: Database, user: User, deflator: Deflator, *, now: datetime) -> None:
    """Keep a year's price index. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_deflator(deflator, now.date())
    with database.writing(changes_cards=False) as cursor:
        programme.keep(cursor, user, now, "money.save_deflator", replace(deflator, set_by=user.name))


@permitted
def retire_deflator(database: Database, user: User, deflator: Deflator, *, now: datetime) -> None:
    """Take a price index out of use. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        programme.retire(cursor, user, now, "money.retire_deflator", deflator)
