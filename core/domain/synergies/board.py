"""The board of synergies: what its filters ask for, how its table is sorted, and what blocks a synergy."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.choices import Kind, Stage, StallReason
from core.domain.synergies.readiness import Lowest
from core.i18n import marked as m


class Sort(StrEnum):
    """How the table is sorted; the newest stage comes first among equals."""

    NEWEST = "newest"
    DUE = "due"
    LONGEST = "longest"
    STAGE = "stage"
    TITLE = "title"
    GIVER = "giver"
    TAKER = "taker"


SORTS = {
    Sort.NEWEST: m("Moved last"),
    Sort.DUE: m("Due first"),
    Sort.LONGEST: m("Longest in its stage"),
    Sort.STAGE: m("By stage"),
    Sort.TITLE: m("By title"),
    Sort.GIVER: m("By giver"),
    Sort.TAKER: m("By taker"),
}


@dataclass(frozen=True)
class Asked:
    """What the filters say; what asks nothing is left empty. `nobodys` asks for synergies without an owner."""

    owner_id: str | None = None
    nobodys: bool = False
    kind: Kind | None = None
    zone_id: str | None = None
    pilots: bool = False
    search: str = ""


@dataclass(frozen=True)
class Blocks:
    """What holds a synergy up: barriers not removed, latest first, and the lowest known readiness."""

    barriers: tuple[StallReason, ...]
    lowest: Lowest


def next_first(moves: tuple[Stage, ...], stage: Stage) -> tuple[Stage, ...]:
    """Return the moves with the next stage first, the ends last and the way back before them.

    >>> found = next_first((Stage.IDEA, Stage.MEETING, Stage.SAMPLE, Stage.DROPPED), Stage.CONTACTED)
    >>> [str(one) for one in found]
    ['meeting', 'sample', 'idea', 'dropped']
    """
    order = list(Stage)
    here = order.index(stage)
    ends = (Stage.STALLED, Stage.DROPPED)
    on = [one for one in moves if order.index(one) > here and one not in ends]
    back = [one for one in moves if order.index(one) < here and one not in ends]
    return (*on, *reversed(back), *(one for one in moves if one in ends))
