"""Chains: a have that meets a want only after a firm of the region has worked on it (have → processor → want).

data/knowledge/processes.csv says what treatment takes in and makes, by concept, and how a firm that does it is known:
by its NACE class and the words of its activity, or by a recovery permit. Nothing there names a card. A chain is as
strong as its weaker link, a little less where a way is long. What meets directly is left to the pairs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.domain import distance
from core.domain.choices import FLOWS, Direction, Kind
from core.domain.distance import Reach
from core.domain.knowledge.concepts import concept_base, find
from core.domain.knowledge.processes import Process, all_processes, product_name, words
from core.domain.matching import exclusions, ranking
from core.domain.matching.answers import Subject, of_chain
from core.domain.matching.cards import Card
from core.domain.matching.index import Index
from core.domain.matching.scoring import Weights

FLOOR = 0.55
"""Our own choice, as all figures here: the card surely names what the process takes, the firm surely does it, and the
product meets the want as well as listed pairs that advisors would look at."""
PER_HAVE, PER_WANT = 2, 4
OF_DISTANCE = 0.2  # the share that a far way loses
BY_CLASS, BY_WORDS, BY_BOTH = 0.65, 0.8, 0.9  # how surely a firm does what its class or its words say
BY_PERMIT = 1.0  # a recovery permit for the have's own waste code
WANTS_OF_A_PRODUCT = 3
LEAST_MADE, SURE_MADE = 0.23, 0.37  # score of a product with a want: below, nothing; from there on sure
LEAST_CONCEPT = 0.018  # of that score: where no concept met, the taker's trade alone spoke
DIRECT = (
    0.8  # of what the product scores with the want: a have that reaches it by itself is left to the pairs
)
NAMED = Weights(use=0.0)
"""A product is a thing with a name: whether a want asks for it counts, not what else would serve the want."""
_SURELY = 0.7  # how much a name must be about a concept
_ITSELF = 0.8  # from here on a name means the thing, not something beside it
COLUMNS = (
    "have_id", "site_id", "want_id", "process", "product", "score", "take", "make", "km_in", "km_out", "distance_km",
    "is_permitted",
)  # fmt: skip


@dataclass(frozen=True)
class Permit:
    """A recovery operation (R3) that a site may do on a waste code."""

    operation: str
    code: str


Permits = Mapping[str, Collection[Permit]]


def of_index(
    index: Index,
    sites: Sequence[Card],
    permits: Permits,
    visible: Collection[str] | None = None,
    *,
    haves: Sequence[Card] | None = None,
    hidden: Collection[Subject] = (),
) -> pd.DataFrame:
    """Return chains, best first, ties by ids; a site is a card with its id, activity, NACE, firm and place.

    Only cards of `visible` take part, so that nothing follows from the others; None: all. `haves`: only
    theirs, which may be drafts that the index lacks. What is `hidden` by an answer is left out before
    the list is cut off.

    Columns: have_id, site_id, want_id, process, product (the concept that the want gets), score, take and make (how
    sure each link is, 0–1), km_in and km_out and distance_km (both ways together, as the crow flies, nan where one is
    unknown), is_permitted (the site may recover the have's waste code). At most PER_HAVE for a have, each with another
    want, and PER_WANT for a want. Exclusions hold for both links and from the have to the want.
    """
    shown = frozenset(card.id for card in index.cards) if visible is None else frozenset(visible)
    if haves is None:
        haves = [card for card in index.cards if card.id in shown]
    haves = [card for card in haves if card.direction is Direction.HAVE and card.kind in FLOWS]
    named = {card.id: _named(card) for card in haves}
    found: list[_Chain] = []
    for one in all_processes():
        given = [(card, sure) for card in haves if (sure := _is_taken(named[card.id], one))]
        for site, sure in _doing(one, sites) if given else ():
            made = _made(one, site, index, shown)
            for have, of_have in given:
                take = of_have * (BY_PERMIT if _may(one, permits.get(site.id, ()), have) else sure)
                found += [
                    _Chain(have, site, want, one, product, take, make)
                    for product, want, make in made
                    if _keeps(one, have, product, want)
                ]
    kept = [one for one in found if one.subject not in hidden] if hidden else found
    return _few(_told(_sound(kept, index), permits))


@dataclass(frozen=True)
class _Chain:
    have: Card
    site: Card
    want: Card
    process: Process
    product: str
    take: float
    make: float

    @property
    def subject(self) -> Subject:
        """Return what an answer to it is about."""
        return of_chain(self.have.id, self.want.id, self.site.firm_id)

    @property
    def km(self) -> tuple[float, float]:
        """Return both ways."""
        return _km(self.have, self.site), _km(self.site, self.want)

    @property
    def reach(self) -> tuple[Reach, Reach]:
        """Return how far the have travels, and what is made of it."""
        rows = distance.reach_rows([self.have, product_card(self.product, self.site)])
        return distance.reaches()[int(rows[0])], distance.reaches()[int(rows[1])]

    @property
    def is_in_reach(self) -> bool:
        """Return whether each link can be: heat and water only in one zone or a known short way."""
        zones = (self.have.zone, self.site.zone), (self.site.zone, self.want.zone)
        return all(
            np.isinf(reach.limit_km) or km <= reach.limit_km or (one is not None and one == other)
            for km, reach, (one, other) in zip(self.km, self.reach, zones, strict=True)
        )

    @property
    def score(self) -> float:
        """Return the weaker link, less where a way is long."""
        near = [
            0.5 if np.isnan(km) else float(distance.nearness(np.array(km), np.array(reach.half_km)))
            for km, reach in zip(self.km, self.reach, strict=True)
        ]
        return min(self.take, self.make) * (1 - OF_DISTANCE + OF_DISTANCE * min(near))


def beats(chain: float, direct: float) -> bool:
    """Return whether a chain's score says more than the best direct partner's.

    A pair with the score SURE_MADE counts as sure, as a chain with the score 1 does.

    >>> beats(0.75, 0.2), beats(0.75, 0.35)
    (True, False)
    """
    return chain * SURE_MADE > direct


def _named(card: Card) -> dict[int, float]:
    """Return the concepts that a name surely names; descriptions tell of vessels, neighbours and takers too."""
    telling = concept_base().telling
    return {row: weight for row, weight in find(card.name).items() if weight >= _SURELY and telling[row] > 0}


def _doing(one: Process, sites: Sequence[Card]) -> list[tuple[Card, float]]:
    """Return the sites that do a process, with how sure that is."""
    found = []
    for site in sites:
        in_class = any(code.startswith(one.nace) for code in site.nace)
        activity = words(site.activity)
        said = any(f" {word}" in activity for word in one.words)
        if in_class and (said or not site.activity):
            found.append((site, BY_BOTH if said else BY_CLASS))
        elif said and not site.nace:
            found.append((site, BY_WORDS))
    return found


def _is_taken(named: Mapping[int, float], one: Process) -> float:
    """Return how surely a have is something that a process takes in: the thing itself or a sort of it."""
    base = concept_base()
    taken = {base.row_of[name] for name in one.takes}
    return max((weight for row, weight in named.items() if taken.intersection(base.above[row])), default=0.0)


def _may(one: Process, permits: Iterable[Permit], have: Card) -> bool:
    return any(held.operation in one.operations and held.code in have.waste_codes for held in permits)


def _made(one: Process, site: Card, index: Index, shown: Collection[str]) -> list[tuple[str, Card, float]]:
    """Return product, want and how well they meet, for the wants that a site's products meet best."""
    found = []
    for product in one.makes:
        ranked = ranking.rank_one(index, product_card(product, site), None, NAMED, least=LEAST_MADE)
        ranked = ranked[ranked["want_id"].isin(shown) & (ranked["concept"] >= LEAST_CONCEPT)]
        wants = [(index.card(want_id), float(score)) for want_id, score in zip(
            ranked["want_id"], ranked["score"], strict=True)]  # fmt: skip
        asked = [(want, score) for want, score in wants if _asks_for(want, product)]
        found += [(product, want, min(1.0, score / SURE_MADE)) for want, score in asked[:WANTS_OF_A_PRODUCT]]
    return found


def _asks_for(want: Card, product: str) -> bool:
    """Return whether a want is for a thing, and not for something beside the product ("pallet cover")."""
    base = concept_base()
    row = base.row_of[product]
    return want.kind == base.concepts[row].kind and find(want.name).get(row, 1.0) >= _ITSELF


def product_card(product: str, site: Card) -> Card:
    """Return what a site makes by a process (a concept id) as a have that it would list."""
    name = product_name(product)
    kind = Kind(concept_base().concepts[concept_base().row_of[product]].kind)
    return replace(site, direction=Direction.HAVE, kind=kind, name=name, description="", waste_codes=())


def _keeps(one: Process, have: Card, product: str, want: Card) -> bool:
    """Return whether a process would leave a have the kind that it is: paper stays paper when it is sorted."""
    base = concept_base()
    kept = {base.row_of[name] for name in one.keeps}

    def kinds(rows: Iterable[int]) -> set[int]:
        return {above for row in rows for above in base.above[row] if above in kept}

    ours = kinds(find(have.name))
    asked = kinds([*find(want.name), *find(want.description)])
    return all(not ours or not theirs or ours & theirs for theirs in (kinds([base.row_of[product]]), asked))


def _sound(found: Sequence[_Chain], index: Index) -> list[_Chain]:
    """Return the chains of three firms that nothing excludes and that do better than have and want alone."""
    strong = [
        one
        for one in found
        if one.score >= FLOOR and len({one.have.firm_id, one.site.firm_id, one.want.firm_id}) == 3
    ]
    direct = {want.id: _direct(want, index) for want in {one.want.id: one.want for one in strong}.values()}
    drafts = {one.have.id: one.have for one in strong if one.have.id not in index}
    own = {card.id: _direct(card, index) for card in drafts.values()}

    def is_better(one: _Chain) -> bool:
        known = own[one.have.id] if one.have.id in own else direct[one.want.id]
        score = known.get(one.want.id if one.have.id in own else one.have.id, 0.0)
        return score < DIRECT * one.make * SURE_MADE

    return [one for one in strong if one.is_in_reach and is_better(one) and not _is_excluded(one)]


def _direct(card: Card, index: Index) -> dict[str, float]:
    """Return the scores of a card with its counterparts, by their ids."""
    ranked = ranking.rank_one(index, card, None, NAMED)
    other = "want_id" if card.direction is Direction.HAVE else "have_id"
    return dict(zip(ranked[other], ranked["score"], strict=True))


def _is_excluded(one: _Chain) -> bool:
    taker = replace(one.site, direction=Direction.WANT, name="", description="")
    product = product_card(one.product, one.site)
    return any(
        exclusions.between(*pair) for pair in ((one.have, taker), (product, one.want), (one.have, one.want))
    )


def _told(found: Sequence[_Chain], permits: Permits) -> pd.DataFrame:
    rows = [
        (
            one.have.id, one.site.id, one.want.id, one.process.process_id, one.product, one.score, one.take, one.make,
            *one.km, sum(one.km), _may(one.process, permits.get(one.site.id, ()), one.have),
        )
        for one in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _km(one: Card, other: Card) -> float:
    degrees = [np.nan if value is None else value for value in (one.lat, one.lon, other.lat, other.lon)]
    return float(distance.crow_flies_km(*(np.array(value, dtype=np.float64) for value in degrees)))


def _few(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the best chain of each have and want, at most PER_HAVE and PER_WANT of them."""
    frame = frame.sort_values(
        ["score", "have_id", "want_id", "site_id", "process"], ascending=[False, True, True, True, True]
    )
    frame = frame.drop_duplicates(["have_id", "want_id"])
    count: dict[str, int] = defaultdict(int)
    kept = []
    for row, have, want in frame[["have_id", "want_id"]].itertuples():
        if count[f"have {have}"] < PER_HAVE and count[f"want {want}"] < PER_WANT:
            kept.append(row)
            count[f"have {have}"] += 1
            count[f"want {want}"] += 1
    return frame.loc[kept].reset_index(drop=True)
