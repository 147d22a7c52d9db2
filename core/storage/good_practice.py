"""Keeps good-practice sheets with their published versions, and reads from a synergy's records what they state."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from core.domain import nace
from core.domain.choices import Basis, Stage
from core.domain.impact.counting import Counted
from core.domain.model import Consent, User
from core.domain.synergies.following import Barrier, Readiness
from core.domain.synergies.good_practice import (
    Brought,
    Facts,
    Published,
    Removed,
    Sheet,
    read,
    steps,
    written,
)
from core.storage import audit, following, impact, records, rows
from core.storage.database import Cursor


def of_synergy(cursor: Cursor, synergy_id: str) -> Sheet | None:
    """Return the sheet of a synergy that still stands, None where there is none."""
    row = cursor.row("good_practice_of_synergy", synergy_id=synergy_id)
    return rows.record(Sheet, row) if row else None


def published(cursor: Cursor, region_id: str) -> tuple[Published, ...]:
    """Return the latest version of each sheet that stands, the newest first."""
    return tuple(
        _published(row, region_id) for row in cursor.rows("good_practice_published", region_id=region_id)
    )


def facts(cursor: Cursor, sheet: Sheet, today: date, named: Collection[str]) -> Facts:
    """Return what the records of a sheet's synergy say; only firms of `named` are named."""
    key = {"synergy_id": sheet.synergy_id}
    brought = {row["role"]: row for row in reversed(cursor.rows("report_synergy_parties", **key))}
    sides = {side: brought[side] for side in ("giver", "taker")}
    way = [(Stage(row["stage"]), _day(row["entered_on"])) for row in cursor.rows("synergy_way", **key)]
    barriers = [rows.record(Barrier, row) for row in cursor.rows("synergy_barrier_of", **key)]
    names = {side: row["firm_name"] if row["firm_id"] in named else None for side, row in sides.items()}
    marks = following.readiness(cursor, sheet.synergy_id).values()
    return Facts(
        giver_sector=nace.sector_id(sides["giver"]["nace"]),
        taker_sector=nace.sector_id(sides["taker"]["nace"]),
        giver_name=names["giver"],
        taker_name=names["taker"],
        steps=steps(way),
        readiness=tuple(
            (one.perspective, one.level) for one in marks if one.level is not Readiness.NOT_KNOWN
        ),
        removed=tuple(
            Removed(one.reason, (one.removed_on - one.seen_on).days) for one in barriers if one.removed_on
        ),
        brought=_verified(cursor, sheet, today),
    )


def publish(
    cursor: Cursor, user: User, now: datetime, sheet: Sheet, told: Facts, naming: Collection[Consent]
) -> None:
    """Keep a new version with the agreements of the firms that it names, with its audit row."""
    last = cursor.row("good_practice_version_last", sheet_id=sheet.sheet_id) or {"version": 0}
    key = {"sheet_id": sheet.sheet_id, "version": int(last["version"]) + 1}
    cursor.run(
        "good_practice_version_insert",
        **key,
        content=written(sheet, told),
        published_by=user.user_id,
        published_at=now,
    )
    action = "good_practice.publish"
    audit.write(cursor, user, now, action, "good_practice", sheet.sheet_id, {"version": last["version"]}, key)
    for consent in naming:
        agreed = rows.parameters(consent, without=("withdrawn_on",))
        cursor.run("good_practice_naming_insert", **key, **agreed)
        audit.write(cursor, user, now, action, "good_practice_naming", sheet.sheet_id, None, agreed)


def withdraw_of(cursor: Cursor, user: User, now: datetime, action: str, synergy_id: str) -> None:
    """Take a synergy's sheet out of the library, where there is one: a consent it rests on was withdrawn."""
    if sheet := of_synergy(cursor, synergy_id):
        records.retire(cursor, user, now, action, Sheet, sheet.sheet_id, sheet.row_version)


def _published(row: dict[str, object], region_id: str) -> Published:
    texts, told = read(str(row["content"]))
    bare = Sheet(str(row["sheet_id"]), region_id, "", is_sample=bool(row["is_sample"]))
    on = row["published_at"]
    return Published(
        replace(bare, **texts),
        told,
        int(str(row["version"])),
        on.date() if isinstance(on, datetime) else date.min,
    )


def _verified(cursor: Cursor, sheet: Sheet, today: date) -> tuple[Brought, ...]:
    found = impact.booked(cursor, sheet.region_id, today)
    counted = [one.state for one in found if one.entry.synergy_id == sheet.synergy_id]
    return tuple(
        Brought(
            one.entry.measure,
            one.entry.value * one.share,
            one.entry.unit,
            one.entry.recurs,
            one.entry.attribution,
            one.entry.period_from,
            one.entry.period_to,
        )
        for one in counted
        if isinstance(one, Counted) and one.basis is Basis.VERIFIED and one.is_latest
    )


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
