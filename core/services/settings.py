"""Settings of a region: read by its staff, changed by its managers, each change on record."""

from datetime import datetime

from core.domain import settings
from core.domain.model import User
from core.domain.settings import UNITS, Name, Setting
from core.errors import ChangedByOthersError
from core.services.permissions import permitted
from core.storage import audit, rows
from core.storage.database import Cursor, Database


@permitted
def current(database: Database, user: User) -> dict[Name, Setting]:
    """Return what is set in the user's region, by name; what is not set is missing."""
    with database.reading() as cursor:
        return _kept(cursor, user)


@permitted
def save(database: Database, user: User, setting: Setting, *, now: datetime) -> None:
    """Keep a value for the user's own region, whatever region it names.

    Raises InvalidRecordError, and ChangedByOthersError where somebody else was faster.
    """
    settings.check(setting, now.date())
    with database.writing() as cursor:
        before = _kept(cursor, user).get(setting.name)
        if (before.row_version if before else 0) != setting.row_version:
            raise ChangedByOthersError(rows.parameters(before) if before else {})
        told = {
            "value": setting.value,
            "unit": UNITS[setting.name],
            "as_of": setting.as_of,
            "source": setting.source.strip(),
            "set_by": user.name,
        }
        key = {"region_id": user.region_id, "name": setting.name.value}
        if before:
            cursor.run("setting_update", **key, **told, updated_at=now, row_version=setting.row_version)
        else:
            cursor.run("setting_insert", **key, **told, updated_at=now)
        old = rows.parameters(before) | {"unit": told["unit"]} if before else {}
        old = {column: value for column, value in old.items() if column in told}
        audit.write(cursor, user, now, "settings.save", "setting", ":".join(key.values()), old, told)


def _kept(cursor: Cursor, user: User) -> dict[Name, Setting]:
    found = cursor.rows("setting_table", region_id=user.region_id)
    kept = [rows.record(Setting, row) for row in found if row["name"] in set(Name)]
    return {one.name: one for one in kept}
