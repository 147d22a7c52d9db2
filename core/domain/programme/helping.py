"""Who can help a synergy: people whose fields meet its things, its firms' sectors, or what holds it up, and why.

The fields, in free words, are read by the same knowledge as cards: concepts, what they open to, what stands in for
what. data/knowledge/helping.csv adds which skills a barrier, an unready perspective or a material calls for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from re import split

import numpy as np
import numpy.typing as npt

from core.domain import nace
from core.domain.choices import Direction, StallReason
from core.domain.datafiles import rows_of
from core.domain.knowledge import concepts, mentions
from core.domain.knowledge.materials import Concept
from core.domain.matching.cards import Card
from core.domain.programme.people import Expert
from core.domain.synergies.following import Perspective

Floats = npt.NDArray[np.float64]

_SURE = 0.55  # of a concept in free words; less only sounds alike
_EXPERTISE = (
    "expertise"  # the kind of concepts that are skills, and the concept above them, which says nothing
)
LEAST = 0.12  # of a score; less is chance
_SUBJECT, _BARRIER, _SECTOR = 0.45, 0.35, 0.2
_LEAST_LIKENESS = 0.3  # two things of one wide family ("metal") are no common subject
_SKILL = 0.7  # a skill that goes with a material, beside the material itself
_NAMED = 0.65  # what a card is about by its name; its description mentions much beside it
_NARROWER = 0.8  # a skill below the one that is called for
_ONE_FIRM = 0.7  # sectors of one of the firms; 1 for both
_UNREADY = 0.8  # what an unready perspective calls for, beside a barrier that somebody wrote down


class Met(StrEnum):
    """In what a person met a synergy."""

    SUBJECT = "subject"
    SKILL = "skill"
    BARRIER = "barrier"
    PERSPECTIVE = "perspective"
    SECTOR = "sector"


@dataclass(frozen=True)
class Case:
    """What of a synergy calls for help: its cards (else its title as one), its firms' NACE codes, what holds it up."""

    haves: tuple[Card, ...] = ()
    wants: tuple[Card, ...] = ()
    giver_nace: tuple[str, ...] = ()
    taker_nace: tuple[str, ...] = ()
    reasons: tuple[StallReason, ...] = ()
    perspectives: tuple[Perspective, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why a person fits: `ours` is the synergy's side, `theirs` the person's; both are ids of what `met` says.

    Subjects and skills: concepts. Barriers: a StallReason or Perspective and a concept. Sectors: a NACE division twice.
    """

    met: Met
    ours: str
    theirs: str
    value: float


@dataclass(frozen=True)
class Helper:
    """A person with how well he or she fits, 0–1, and why, the strongest reason first."""

    expert: Expert
    score: float
    reasons: tuple[Reason, ...]


def read(fields: str | None) -> list[Concept]:
    """Return the concepts that free words with commas between name, as the matching reads them.

    >>> [concept.id for concept in read("metalurji, kömür uçucu külü")]
    ['metal', 'fly_ash', 'metallurgy_expertise']
    """
    base = concepts.concept_base().concepts
    return [base[row] for row in _rows(fields)]


def rank(case: Case, experts: Iterable[Expert]) -> list[Helper]:
    """Return who can help, best first, ties by id; nobody without a reason."""
    subjects = _weights(case.haves), _weights(case.wants)
    found = []
    for expert in experts:
        known = _rows(expert.fields)
        reasons = [
            *_subject(subjects, known),
            *_held_up(case, known),
            *_sector(case, expert),
        ]
        score = _SUBJECT * _most(reasons, Met.SUBJECT, Met.SKILL)
        score += _BARRIER * _most(reasons, Met.BARRIER, Met.PERSPECTIVE)
        score += _SECTOR * _most(reasons, Met.SECTOR)
        if score >= LEAST:
            told = sorted(reasons, key=_importance)
            found.append(Helper(expert, round(score, 4), tuple(told)))
    return sorted(found, key=lambda one: (-one.score, one.expert.expert_id))


def _importance(one: Reason) -> tuple[float, str, str, str]:
    """Order reasons by what they add to the score, the greatest first."""
    share = {Met.SUBJECT: _SUBJECT, Met.SKILL: _SUBJECT, Met.SECTOR: _SECTOR}.get(one.met, _BARRIER)
    return -one.value * share, one.met.value, one.ours, one.theirs


def _most(reasons: Sequence[Reason], *kinds: Met) -> float:
    return max((one.value for one in reasons if one.met in kinds), default=0.0)


def _weights(cards: Sequence[Card]) -> dict[int, float]:
    """Return by row the concepts that cards are about; what firms do counts through their sectors."""
    if not cards:
        return {}
    bare = [Card(one.id, Direction.HAVE, one.name, description=one.description) for one in cards]
    found = mentions.concepts_of(bare)
    most = np.asarray(found.max(axis=0).toarray()).ravel()
    return {int(row): float(most[row]) for row in np.flatnonzero(most)}


def _rows(fields: str | None) -> dict[int, float]:
    """Return by row what free words name; "seramik" as a person's field is the skill too, not only the thing."""
    texts = [part.strip() for part in split(r"[,;\n]", fields or "") if part.strip()]
    if not texts:
        return {}
    base = concepts.concept_base().concepts
    read_as = mentions.mentioned(texts), mentions.mentioned([f"{text} uzmanlığı" for text in texts])
    best: dict[int, float] = {}
    for are_skills, found in zip((False, True), read_as, strict=True):
        for row, weight in (pair for text in found for pair in text.items()):
            is_meant = base[row].kind == _EXPERTISE if are_skills else True
            if weight >= _SURE and is_meant and base[row].id != _EXPERTISE:
                best[row] = max(best.get(row, 0.0), weight)
    return best


def _subject(
    subjects: tuple[dict[int, float], dict[int, float]], known: dict[int, float]
) -> Iterator[Reason]:
    """Give for each concept of a person the nearest thing of the synergy: itself, its family, or its skill."""
    base = concepts.concept_base()
    nearness = (np.maximum(base.fit, base.likeness), base.likeness)  # a have may stand in for what he knows
    for theirs, sure in known.items():
        near = [
            (weight * sure * float(values[ours, theirs]), ours)
            for things, values in zip(subjects, nearness, strict=True)
            for ours, weight in things.items()
        ]
        value, ours = max(near, default=(0.0, -1))
        if value >= _LEAST_LIKENESS:
            yield Reason(Met.SUBJECT, base.concepts[ours].id, base.concepts[theirs].id, round(value, 4))
        skilled = [
            (weight * sure * _SKILL, ours)
            for things in subjects
            for ours, weight in things.items()
            if weight >= _NAMED
            and any(theirs in _calls("about").get(base.concepts[above].id, ()) for above in base.above[ours])
        ]
        value, ours = max(skilled, default=(0.0, -1))
        if value >= _LEAST_LIKENESS:
            yield Reason(Met.SKILL, base.concepts[ours].id, base.concepts[theirs].id, round(value, 4))


def _held_up(case: Case, known: dict[int, float]) -> Iterator[Reason]:
    base = concepts.concept_base()
    calls = [(Met.BARRIER, "reason", one.value, 1.0) for one in case.reasons]
    calls += [(Met.PERSPECTIVE, "perspective", one.value, _UNREADY) for one in case.perspectives]
    for met, kind, need, share in calls:
        called = _calls(kind).get(need, ())
        near = [
            (sure * share * (1.0 if theirs in called else _NARROWER), theirs)
            for theirs, sure in known.items()
            if set(called) & set(base.above[theirs])
        ]
        value, theirs = max(near, default=(0.0, -1))
        if value >= _LEAST_LIKENESS:
            yield Reason(met, need, base.concepts[theirs].id, round(value, 4))


def _sector(case: Case, expert: Expert) -> Iterator[Reason]:
    sides = [
        {nace.division(code) for code in codes} & set(expert.sectors)
        for codes in (case.giver_nace, case.taker_nace)
    ]
    met = sorted(one for one in set().union(*sides) if one)
    value = 1.0 if all(sides) else _ONE_FIRM
    yield from (Reason(Met.SECTOR, one, one, value) for one in met)


@cache
def _calls(kind: str) -> dict[str, tuple[int, ...]]:
    """Return by need the concepts (rows) that helping.csv says it calls for."""
    row_of = concepts.concept_base().row_of
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows_of("helping.csv"):
        if row["need_kind"] == kind:
            found[row["need"]].append(row_of[row["concept_id"]])
    return {need: tuple(rows) for need, rows in found.items()}
