"""Who works with the programme: names for the ids in owner, log and history. Signing in is not decided here."""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain.model import User
from core.domain.register.validation import check_account
from core.domain.synergies.following import UserAccount
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import records
from core.storage.database import Database


@permitted
def table(database: Database, user: User) -> pd.DataFrame:
    """Return those who work with the region's programme: user_id, name, role, row_version, retired_at; by name."""
    with database.reading() as cursor:
        return cursor.frame("user_account_table", region_id=user.region_id).drop(columns="region_id")


@permitted
def names(database: Database, user: User) -> dict[str, str]:
    """Return the name of each id, also of those who left; who acts is always among them."""
    with database.reading() as cursor:
        found = cursor.rows("user_account_table", region_id=user.region_id)
    return {user.user_id: user.name} | {row["user_id"]: row["name"] for row in found}


@permitted
def save(database: Database, user: User, account: UserAccount, *, now: datetime, new: bool) -> None:
    """Add or change a user's account. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_account(account)
    own = replace(account, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if new:
            records.insert(cursor, user, now, "users.save", own)
        elif records.find(cursor, UserAccount, account.user_id).region_id != user.region_id:
            raise NotFoundError()
        else:
            records.update(cursor, user, now, "users.save", own)


@permitted
def retire(database: Database, user: User, user_id: str, row_version: int, *, now: datetime) -> None:
    """Take an account out of use; its name stays with what the person did."""
    with database.writing(changes_cards=False) as cursor:
        if records.find(cursor, UserAccount, user_id).region_id != user.region_id:
            raise NotFoundError()
        records.retire(cursor, user, now, "users.retire", UserAccount, user_id, row_version)
