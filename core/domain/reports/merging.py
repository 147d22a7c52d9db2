"""Figures that tell nothing of a single firm: groups of fewer than three firms are merged, or left out.

With fewer than three firms in it, a figure lets one of two firms read the other's from it. What is left over by the
merging must itself come from three, else it would follow from the total; so further small groups join it until it does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.domain.impact.years import Band

LEAST_FIRMS = 3
MERGED = "merged"  # stands where the name of a group stands
Name_co = TypeVar("Name_co", covariant=True)


@dataclass(frozen=True)
class Group(Generic[Name_co]):
    """What a group comes to, and which firms and synergies it comes from; a `name` of None: not known."""

    name: Name_co
    firms: frozenset[str]
    band: Band
    synergies: frozenset[str] = frozenset()


def merged(groups: Iterable[Group[Name_co]], least: int = LEAST_FIRMS) -> tuple[Group[Name_co | str], ...]:
    """Return the groups with `least` firms or more, the others as one group MERGED; nothing where all are too few.

    >>> def of(name, value, *firms):
    ...     return Group(name, frozenset(firms), Band(value, value, value))
    >>> found = merged([of("food", 7, "a", "b", "c"), of("metal", 2, "d", "e"), of("glass", 1, "f")])
    >>> [(one.name, one.band.value) for one in found]
    [('food', 7), ('merged', 3)]

    Two firms of metal alone would follow from the total, so food joins them:

    >>> [(one.name, one.band.value) for one in merged([of("food", 7, "a", "b", "c"), of("metal", 2, "d", "e")])]
    [('merged', 9)]
    >>> merged([of("metal", 2, "d", "e")])
    ()
    """
    ranked = sorted(groups, key=lambda one: (-len(one.firms), str(one.name)))
    kept = [one for one in ranked if len(one.firms) >= least]
    small = [one for one in ranked if len(one.firms) < least]
    while small and kept and len(_firms(small)) < least:
        small.append(kept.pop())
    if not small or len(_firms(small)) < least:
        return tuple(kept)
    synergies = frozenset().union(*(one.synergies for one in small))
    return (*kept, Group(MERGED, _firms(small), _sum(small), synergies))


def _firms(groups: Iterable[Group[object]]) -> frozenset[str]:
    return frozenset().union(*(one.firms for one in groups))


def _sum(groups: Iterable[Group[object]]) -> Band:
    return Band(
        sum(one.band.low for one in groups),
        sum(one.band.value for one in groups),
        sum(one.band.high for one in groups),
    )
