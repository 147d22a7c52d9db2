"""Who works with the programme: names for the ids in owner, log and history, and what each answers for.

Only administrators change accounts: who may change a role may give himself any. Signing in is not decided here.
"""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain.choices import Role
from core.domain.model import LOCAL, User
from core.domain.register.validation import check_account
from core.domain.synergies.following import Owned, UserAccount
from core.errors import InvalidRecordError, UnknownUserError
from core.errors.accounts import LastAdministratorError, StillOwnsError
from core.services.permissions import permitted
from core.storage import audit, records
from core.storage import users as storage
from core.storage.database import Cursor, Database


@permitted
def table(database: Database, user: User) -> pd.DataFrame:
    """Return those who work with the region's programme, by name: user_id, name, role, organisation, email, phone,
    row_version, retired_at."""
    with database.reading() as cursor:
        return cursor.frame("user_account_table", region_id=user.region_id).drop(columns="region_id")


@permitted
def names(database: Database, user: User) -> dict[str, str]:
    """Return the name of each id, also of those who left; who acts, and LOCAL, are always among them."""
    with database.reading() as cursor:
        found = cursor.rows("user_account_table", region_id=user.region_id)
    return {LOCAL.user_id: LOCAL.name, user.user_id: user.name} | {
        row["user_id"]: row["name"] for row in found
    }


@permitted
def owned(database: Database, user: User) -> dict[str, Owned]:
    """Return by id what each user answers for, also ids that have no account; who has nothing open is not there."""
    with database.reading() as cursor:
        return storage.owned(cursor, user.region_id)


@permitted
def save(database: Database, user: User, account: UserAccount, *, now: datetime, new: bool) -> None:
    """Add or change a user's account.

    Raises InvalidRecordError, also where nobody would remain administrator, NotFoundError, ChangedByOthersError.
    """
    check_account(account)
    own = replace(account, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if new:
            records.insert(cursor, user, now, "users.save", own)
            return
        kept = records.find_own(cursor, user, UserAccount, account.user_id)
        gives_up = kept.role is Role.ADMINISTRATOR and own.role is not Role.ADMINISTRATOR
        if gives_up and _is_last(cursor, kept):
            raise InvalidRecordError({"role": LastAdministratorError()})
        records.update(cursor, user, now, "users.save", own)


@permitted
def hand_over(database: Database, user: User, from_id: str, to_id: str, *, now: datetime) -> Owned:
    """Give to one user all that another answers for, who may have no account, and return how much that was.

    Raises InvalidRecordError where `to_id` is nobody who works with the programme now, or the same.
    """
    with database.writing(changes_cards=False) as cursor:
        _check_taker(cursor, user, from_id, to_id)
        return storage.hand_over(cursor, user, now, "users.hand_over", from_id, to_id)


@permitted
def retire(
    database: Database, user: User, user_id: str, row_version: int, *, to_id: str | None = None, now: datetime
) -> Owned:
    """Take an account out of use, hand over to `to_id` what it answers for, and return how much that was.

    The name stays with what the person did; e-mail and phone are erased, also from the trail. Raises StillOwnsError
    where something is open and nobody takes it, LastAdministratorError, and as `hand_over` and records.retire do.
    """
    with database.writing(changes_cards=False) as cursor:
        kept = records.find_own(cursor, user, UserAccount, user_id)
        if kept.role is Role.ADMINISTRATOR and _is_last(cursor, kept):
            raise LastAdministratorError()
        given = Owned()
        if to_id is not None:
            _check_taker(cursor, user, user_id, to_id)
            given = storage.hand_over(cursor, user, now, "users.retire", user_id, to_id)
        elif user_id in storage.owned(cursor, user.region_id):
            raise StillOwnsError()
        records.retire(cursor, user, now, "users.retire", UserAccount, user_id, row_version)
        audit.erase_values(cursor, "user_account", user_id)
    return given


def _is_last(cursor: Cursor, account: UserAccount) -> bool:
    """Return whether nobody but this account is administrator."""
    used = storage.roles_in_use(cursor, account.region_id)
    return Role.ADMINISTRATOR.value not in (role for one, role in used.items() if one != account.user_id)


def _check_taker(cursor: Cursor, user: User, from_id: str, to_id: str) -> None:
    if to_id == from_id or to_id not in storage.roles_in_use(cursor, user.region_id):
        raise InvalidRecordError({"to_id": UnknownUserError()})
