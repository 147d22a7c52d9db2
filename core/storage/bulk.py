"""Reads a region's whole register, and writes many new records at once: a few statements instead of thousands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from core.domain.exchange.keys import Existing
from core.domain.model import Firm, Permit, Resource, Site, SiteActivity, User
from core.storage import audit, records, rows
from core.storage.database import Cursor

Bulk = Firm | Site | Resource
Extra = Mapping[str, Any]


def existing(cursor: Cursor, region_id: str) -> Existing:
    """Return the firms, sites and cards of a region, retired ones included."""
    firms = cursor.rows("import_firm", region_id=region_id)
    sites = cursor.rows("import_site", region_id=region_id)
    cards = cursor.rows("import_resource", region_id=region_id)
    activities = _by_site(cursor.rows("import_site_nace", region_id=region_id), SiteActivity)
    permits = _by_site(cursor.rows("import_site_permit", region_id=region_id), Permit)
    retired = [
        row[key]
        for key, found in (("firm_id", firms), ("site_id", sites), ("resource_id", cards))
        for row in found
        if row["retired_at"]
    ]
    return Existing(
        tuple(rows.record(Firm, row) for row in firms),
        tuple(
            rows.record(
                Site,
                row,
                activities=tuple(activities[row["site_id"]]),
                permits=tuple(permits[row["site_id"]]),
            )
            for row in sites
        ),
        tuple(rows.record(Resource, row) for row in cards),
        frozenset(retired),
    )


def insert(
    cursor: Cursor,
    user: User,
    now: datetime,
    action: str,
    new: Sequence[Bulk],
    more: Sequence[Extra] = (),
) -> None:
    """Add new records of one kind with their audit rows; `more` holds, record by record, columns that they lack."""
    if not new:
        return
    table = records.table_of(new[0])
    values = _values(new, more)
    stamps = {"entered_by": user.user_id, "entered_at": now} if table == "resource" else {"created_at": now}
    cursor.insert_rows(table, [one | stamps | {"updated_at": now} for one in values])
    _insert_trail(
        cursor, [audit.entry(user, now, action, table, one[f"{table}_id"], None, one) for one in values]
    )
    _insert_parts(cursor, [record for record in new if isinstance(record, Site)])


def update(
    cursor: Cursor,
    user: User,
    now: datetime,
    action: str,
    changed: Sequence[tuple[Bulk, Bulk]],
    more: Sequence[tuple[Extra, Extra]] = (),
) -> None:
    """Change records of one kind, given as (stored, new), with their audit rows; `more` as for `insert`.

    The caller holds the write lock since it read the stored ones, so that nobody can have been faster.
    """
    if not changed:
        return
    table = records.table_of(changed[0][0])
    before = _values([one for one, _ in changed], [one for one, _ in more])
    after = _values([one for _, one in changed], [one for _, one in more])
    versions = [{"row_version": one["row_version"] + 1, "updated_at": now} for one in before]
    cursor.update_rows(
        table, f"{table}_id", [one | stamp for one, stamp in zip(after, versions, strict=True)]
    )
    _insert_trail(
        cursor,
        [
            audit.entry(user, now, action, table, new[f"{table}_id"], old, new)
            for old, new in zip(before, after, strict=True)
        ],
    )
    sites = [record for _, record in changed if isinstance(record, Site)]
    if sites:
        ids = [site.site_id for site in sites]
        cursor.run("import_site_nace_clear", site_ids=ids)
        cursor.run("import_site_permit_clear", site_ids=ids)
        _insert_parts(cursor, sites)


def _values(found: Sequence[Bulk], more: Sequence[Extra]) -> list[dict[str, Any]]:
    extras = more or [{} for _ in found]
    return [
        rows.parameters(record, without=records.PARTS) | dict(extra)
        for record, extra in zip(found, extras, strict=True)
    ]


def _insert_trail(cursor: Cursor, trail: list[tuple[dict[str, Any], str | None]]) -> None:
    cursor.insert_rows("audit", [entry for entry, _ in trail])
    held = [{"audit_id": entry["audit_id"], "values_json": values} for entry, values in trail if values]
    cursor.insert_rows("audit_value", held)


def _insert_parts(cursor: Cursor, sites: Sequence[Site]) -> None:
    cursor.insert_rows(
        "site_nace",
        [{"site_id": site.site_id} | rows.parameters(one) for site in sites for one in site.activities],
    )
    cursor.insert_rows(
        "site_permit",
        [
            {"site_id": site.site_id, "position": position} | rows.parameters(one)
            for site in sites
            for position, one in enumerate(site.permits)
        ],
    )


def _by_site(found: list[dict[str, Any]], cls: type[Any]) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = defaultdict(list)
    for row in found:
        parts[row["site_id"]].append(rows.record(cls, row))
    return parts
