"""Issued reports and what changed since: figures as they were told, and the corrections that the next report owes.

An issued report is never changed. A figure that turns out otherwise later appears in the next report of its kind as a
correction, and is told as corrected from then on. One that was withdrawn owes nothing any more, nor does it correct.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isclose

from core.domain.reports.reporting import Audience, Correction, Figure, ReportKind, Withdrawn


@dataclass(frozen=True)
class Issued:
    """An issued report without its files. `restated`: by id of a former report, the figures that it corrected.

    `subject_id` is the firm or synergy; `first` and `last` the period; what is not of a kind is None.
    """

    issued_report_id: str
    number: int
    kind: ReportKind
    subject_id: str | None
    title: str
    audience: Audience
    language: str
    first: date | None
    last: date | None
    figures: Mapping[str, Figure]
    restated: Mapping[str, Mapping[str, float | None]]
    issued_by: str
    issued_at: datetime
    withdrawn_on: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawal: str | None = None


def standing(issued: Iterable[Issued]) -> tuple[Issued, ...]:
    """Return the reports that were not withdrawn: only they are held to their figures."""
    return tuple(one for one in issued if one.withdrawn_on is None)


def withdrawn(issued: Iterable[Issued]) -> tuple[Withdrawn, ...]:
    """Return the reports of one subject and audience that were withdrawn since the last one that stands was issued."""
    known = sorted(issued, key=lambda one: one.number)
    last = max((one.issued_at for one in standing(known)), default=None)
    return tuple(
        Withdrawn(
            one.number, one.issued_at.date(), one.first, one.last, one.withdrawn_on, one.withdrawal or ""
        )
        for one in known
        if one.withdrawn_on and one.withdrawn_at and (last is None or one.withdrawn_at > last)
    )


def former(issued: Iterable[Issued]) -> tuple[Issued, ...]:
    """Return of each subject and period the report that was issued last, oldest first."""
    latest: dict[tuple[object, ...], Issued] = {}
    for one in sorted(issued, key=lambda one: one.number):
        key = (one.kind, one.subject_id, one.audience, one.first, one.last)
        latest.pop(key, None)
        latest[key] = one
    return tuple(latest.values())


def told(one: Issued, issued: Iterable[Issued]) -> dict[str, Figure]:
    """Return the figures of an issued report as its readers know them: with what later ones corrected."""
    figures = dict(one.figures)
    for later in sorted(issued, key=lambda other: other.number):
        if later.number > one.number:
            for key, value in later.restated.get(one.issued_report_id, {}).items():
                known = figures.get(key)
                if known is not None:
                    figures[key] = Figure(key, value, known.unit, known.name)
    return figures


def corrections(
    one: Issued, known: Mapping[str, Figure], now: Mapping[str, Figure]
) -> tuple[Correction, ...]:
    """Return what of an issued report's figures is otherwise today, in the order in which it was told.

    A figure that was not told is no correction; one that is gone, or may not be told any more, is corrected to None.
    """
    found = []
    for key, was in known.items():
        today = now.get(key)
        value = today.value if today else None
        if was.value is not None and not _same(was.value, value):
            found.append(
                Correction(
                    issued_report_id=one.issued_report_id,
                    number=one.number,
                    issued_on=one.issued_at.date(),
                    first=one.first,
                    last=one.last,
                    figure=was,
                    value=value,
                )
            )
    return tuple(found)


def _same(was: float, now: float | None) -> bool:
    """Return whether two figures are the same but for the rounding of sums."""
    return now is not None and isclose(was, now, rel_tol=1e-9, abs_tol=1e-9)
