"""A good-practice sheet: what an own verified synergy teaches others, in both languages, with facts from its records.

Staff write the texts; the facts (steps with their days, readiness, removed barriers, verified impact) are read from the
records and kept with each published version, so that later changes do not rewrite what was published.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from core.domain import disclosure
from core.domain.choices import Stage, StallReason
from core.domain.findings import Findings, refuse
from core.domain.impact.entries import Measure
from core.domain.synergies.following import Perspective, Readiness
from core.domain.text import fold, tokens
from core.errors import MissingValueError, NamesFirmError, TooLongError

PARTS = ("title", "challenge", "exchanged", "learnt", "needed")
TEXTS = tuple(f"{part}_{language}" for part in PARTS for language in ("tr", "en"))
LIMITS = {"title": 120, "challenge": 2000, "exchanged": 2000, "learnt": 2000, "needed": 2000}


@dataclass(frozen=True)
class Sheet:
    """The texts of a sheet as staff write them; None is not written yet."""

    sheet_id: str
    region_id: str
    synergy_id: str
    title_tr: str | None = None
    title_en: str | None = None
    challenge_tr: str | None = None
    challenge_en: str | None = None
    exchanged_tr: str | None = None
    exchanged_en: str | None = None
    learnt_tr: str | None = None
    learnt_en: str | None = None
    needed_tr: str | None = None
    needed_en: str | None = None
    is_sample: bool = False
    row_version: int = 1

    def text(self, part: str, language: str) -> str:
        """Return a text in the reader's language, "" where it is not written."""
        return getattr(self, f"{part}_{'tr' if language == 'tr' else 'en'}") or ""


@dataclass(frozen=True)
class Step:
    """A stage that was entered, and the days until the next one; None for the last."""

    stage: Stage
    entered_on: date
    days: int | None


@dataclass(frozen=True)
class Removed:
    """A barrier that is gone, and how many days it stood."""

    reason: StallReason
    days: int


@dataclass(frozen=True)
class Brought:
    """A verified impact that counts: `value` in `unit`, a year if it recurs, for the programme's and others' part."""

    measure: Measure
    value: float
    unit: str
    recurs: bool
    attribution: float
    period_from: date
    period_to: date | None


@dataclass(frozen=True)
class Facts:
    """What the records say. Sectors are display groups; a firm's name is None unless it agreed to be named."""

    giver_sector: str | None
    taker_sector: str | None
    giver_name: str | None
    taker_name: str | None
    steps: tuple[Step, ...]
    readiness: tuple[tuple[Perspective, Readiness], ...]
    removed: tuple[Removed, ...]
    brought: tuple[Brought, ...]


@dataclass(frozen=True)
class Published:
    """A version of a sheet as a manager published it."""

    sheet: Sheet
    facts: Facts
    version: int
    published_on: date


def steps(way: Iterable[tuple[Stage, date]]) -> tuple[Step, ...]:
    """Return the steps of a way, oldest first, each with the days until the next.

    >>> [one.days for one in steps([(Stage.IDEA, date(2026, 1, 1)), (Stage.CONTACTED, date(2026, 1, 11))])]
    [10, None]
    """
    entered = list(way)
    ends = [*(on for _, on in entered[1:]), None]
    return tuple(
        Step(stage, on, (end - on).days if end else None)
        for (stage, on), end in zip(entered, ends, strict=True)
    )


def found(published: Iterable[Published], typed: str) -> list[Published]:
    """Return the sheets in whose texts, in either language, every word typed occurs; letters are folded."""
    words = [fold(word) for word in tokens(typed)]
    return [one for one in published if all(word in _said(one.sheet) for word in words)]


def _said(sheet: Sheet) -> str:
    return fold(" ".join(getattr(sheet, field) or "" for field in TEXTS))


def check_sheet(sheet: Sheet, unnamed: Sequence[str], *, whole: bool) -> None:
    """Raise InvalidRecordError where a text is too long or names a firm of `unnamed`; `whole`: or is missing."""
    findings: Findings = {}
    for field in TEXTS:
        said = (getattr(sheet, field) or "").strip()
        limit = LIMITS[field.rpartition("_")[0]]
        if whole and not said:
            findings[field] = MissingValueError()
        elif len(said) > limit:
            findings[field] = TooLongError(limit=limit)
        elif any(disclosure.without_name(said, name) != said for name in unnamed):
            findings[field] = NamesFirmError()
    refuse(findings)


def written(sheet: Sheet, facts: Facts) -> str:
    """Return a version's texts and facts as JSON."""
    content = {"texts": {field: getattr(sheet, field) for field in TEXTS}, "facts": asdict(facts)}
    return json.dumps(content, ensure_ascii=False, default=date.isoformat)


def read(content: str) -> tuple[Mapping[str, Any], Facts]:
    """Return texts by field and the facts of what `written` gave."""
    whole = json.loads(content)
    facts = whole["facts"]
    return whole["texts"], Facts(
        **{name: facts[name] for name in ("giver_sector", "taker_sector", "giver_name", "taker_name")},
        steps=tuple(
            Step(Stage(one["stage"]), date.fromisoformat(one["entered_on"]), one["days"])
            for one in facts["steps"]
        ),
        readiness=tuple((Perspective(one), Readiness(level)) for one, level in facts["readiness"]),
        removed=tuple(Removed(StallReason(one["reason"]), one["days"]) for one in facts["removed"]),
        brought=tuple(_brought(one) for one in facts["brought"]),
    )


def _brought(row: Mapping[str, Any]) -> Brought:
    days = {name: row[name] and date.fromisoformat(row[name]) for name in ("period_from", "period_to")}
    plain = {field.name: row[field.name] for field in fields(Brought)}
    return Brought(**plain | days | {"measure": Measure(row["measure"])})
