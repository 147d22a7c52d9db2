"""How ready a synergy is: the lowest known of its six perspectives is what blocks (CORALIS)."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.synergies.following import Perspective, Readiness

_IN_ORDER = (Readiness.NO, Readiness.PARTLY, Readiness.YES)


@dataclass(frozen=True)
class Lowest:
    """The lowest known level, None where none is known, and the perspectives that stand there."""

    level: Readiness | None
    perspectives: tuple[Perspective, ...] = ()

    @property
    def blocks(self) -> bool:
        """True where something is known not to be ready."""
        return self.level in (Readiness.NO, Readiness.PARTLY)


def lowest(levels: Mapping[Perspective, Readiness]) -> Lowest:
    """Return what blocks; what is not known blocks nothing, it asks for somebody to find out.

    >>> str(lowest({Perspective.LEGAL: Readiness.NO, Perspective.BUSINESS: Readiness.PARTLY}).perspectives[0])
    'legal'
    """
    for level in _IN_ORDER:
        there = tuple(one for one in Perspective if levels.get(one) is level)
        if there:
            return Lowest(level, there)
    return Lowest(None)
