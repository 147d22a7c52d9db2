"""How much oftener a score stands on a right pair than on another: what the words of `matching.strength` rest on.

Both sides of a case are taken to say the same kind, as cards of the app always say theirs; distance, quantity and
season are unknown. Each distinct have counts once, however many languages it is measured in. Rounds 3 and 4 of the
written cases take no part unless asked for: they judge, and by these figures thresholds are chosen.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.domain.evaluation import published, written
from core.domain.evaluation.measures import Cases, Floats, scores
from core.domain.matching.scoring import FLOOR, Weights
from core.domain.matching.strength import POINTS

CHOSEN_BY = (1, 2)  # rounds of the written cases by which thresholds may be chosen
PUBLISHED = ("English", "Turkish", "Turkish haves, English wants")  # settings
_RESAMPLES = 1_000
_SEED = 7


@dataclass(frozen=True)
class Share:
    """What lies in a band of scores: the shares of all right pairs and of all others, and the first by the second.

    `times` has the 95 % interval of resampled haves; inf or nan where no other pair lies in the band.
    """

    right: float
    others: float
    times: float
    interval: tuple[float, float]


def sources(only_round: int | None = None) -> dict[str, list[tuple[str, Cases]]]:
    """Return the cases by source, "published" and the title of each round, each as (file, cases of one setting)."""
    found: dict[str, list[tuple[str, Cases]]] = {}
    if only_round is None:
        found["published"] = [("", published.cases(published.SETTINGS[name])) for name in PUBLISHED]
    for number in CHOSEN_BY if only_round is None else (only_round,):
        found[written.title(number)] = [
            (file, written.cases(file, setting, number))
            for file, setting in written.SETTINGS.values()
            if written.rows_of(file, number)
        ]
    return found


def by_have(found: Sequence[tuple[str, Cases]], starts: Sequence[int]) -> Floats:
    """Return distinct haves × 2 × bands: the share of a have's right pairs, and of its others, in each band of points.

    `starts` are the least points of each band, from 0; a have's shares are means over the settings it is measured in.
    """
    shares: Mapping[tuple[str, str], list[Floats]] = defaultdict(list)
    for file, cases in found:
        shown = _points(cases)
        groups = np.array(cases.groups)
        for name in sorted(set(cases.groups)):
            own = groups == name
            right = cases.right[own]
            both = [_shares(shown[own][side], starts) for side in (right, ~right)]
            shares[file, name].append(np.array(both))
    return np.array([np.mean(of_have, axis=0) for of_have in shares.values()])


def measured(haves: Floats) -> Iterator[Share]:
    """Return what lies in each band, for the haves × 2 × bands of `by_have`."""
    chance = np.random.default_rng(_SEED)
    drawn = haves[chance.integers(0, len(haves), (_RESAMPLES, len(haves)))].mean(axis=1)
    right, others = haves.mean(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = right / others
        low, high = np.nanpercentile(drawn[:, 0] / drawn[:, 1], [2.5, 97.5], axis=0)
    for band in range(len(times)):
        interval = float(low[band]), float(high[band])
        yield Share(float(right[band]), float(others[band]), float(times[band]), interval)


def _points(cases: Cases) -> Floats:
    """Return haves × wants: the points that are shown; what is not suggested has fewer than the floor."""
    same_kind = replace(cases, parts={**cases.parts, "kind": np.ones(cases.right.shape)})
    score = scores(same_kind, Weights())
    shown = np.rint(score * POINTS)
    return np.where(score < FLOOR, np.minimum(shown, FLOOR * POINTS - 1), shown)


def _shares(shown: Floats, starts: Sequence[int]) -> Floats:
    return np.histogram(shown, [*starts, np.inf])[0] / max(len(shown), 1)
