"""What tests of the import share: a file looked at or brought in, and what came of it in short."""

from datetime import datetime

from core.domain.choices import Role
from core.domain.exchange.cells import Finding
from core.domain.model import User
from core.services import importing, resources
from core.services.importing import ImportPreview, ImportResult
from core.storage.database import Database

NOW = datetime(2026, 11, 22, 9, 0)
ADVISOR = User("a", "A", Role.ADVISOR)


def look(database: Database, text: str, filename: str = "list.csv", **more: object) -> ImportPreview:
    return importing.preview(database, ADVISOR, text.encode(), filename, **more)  # type: ignore[arg-type]


def bring(database: Database, text: str, **more: object) -> ImportResult:
    return importing.apply(database, ADVISOR, look(database, text, **more), now=NOW)


def counts(result: ImportResult | ImportPreview) -> dict[str, tuple[int, int, int]]:
    return {
        name: (len(one.added), len(one.changed), len(one.unchanged))
        for name in ("firms", "sites", "cards")
        for one in [getattr(result.plan, name)]
    }


def said(found: tuple[Finding, ...]) -> list[tuple[int, str | None, str, str]]:
    return [
        (one.line, one.column.name if one.column else None, type(one.error).__name__, one.effect.value)
        for one in found
    ]


def column(database: Database, name: str) -> list[object]:
    table = resources.table(database, ADVISOR)
    return list(table.sort_values("name")[name])
