"""Firms that would take or give a thing by what they do, although they never listed it: prospects.

Haves outnumber wants, so most haves meet no listed want. What a site's activity consumes and gives off is known without
any card (data/knowledge/sectors.csv, precedents.csv): a have is laid beside the sites whose activity takes such a thing
in, a want beside those whose activity gives it off, or gives off what would serve it (wanted_for.py). A site enters as
a card without a name: its activity and NACE say all; who mostly takes a thing comes before who could. Only material,
energy and water are asked after; services are a matter of `sharing`.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from core.domain import distance, nace
from core.domain.choices import FLOWS, Direction
from core.domain.knowledge import concepts, mentions, precedents, sectors, wanted_for
from core.domain.matching import exclusions, fitting
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge, knowledge

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

FLOOR = 0.36
"""How surely an activity must take or give a thing; below, nothing is said. Our own choice: what the trade takes and
what the thing is wanted for agree in part, or one of them is quite sure."""
OF_EACH = 0.65  # what the trade takes, what the thing is wanted for: each halfway makes it sure
OF_SERVING = 0.9  # what would serve a want that names a use; about half where it names a thing
OF_ACTIVITY, OF_PRECEDENT = 0.75, 0.25  # what each says of the score where the other is silent
OF_DISTANCE = 0.15  # the share that a far site loses
SAME_TRADE = 0.6  # what is left for a site of the card's own NACE class: the giver would have used it itself
TERMS = ("activity", "precedent", "distance")
_SPEAKS = 0.3  # a precedent below that speaks of something else
COLUMNS = (
    "card_id", "site_id", "score", *TERMS, "distance_km", "nace", "thing", "precedent_id",
)  # fmt: skip
_CARDS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Sites:
    """Sites ready to be asked; made by `sites_of`.

    `belongs` is sites × sectors, `serving` concepts × sites (how far each thing would serve the site's activity),
    `receives` and `supplies` sites × precedents, all 0–1. `excluded` holds the bits of the exclusions that keep things
    from each site.
    """

    cards: tuple[Card, ...]
    known: Knowledge
    belongs: Floats
    serving: sparse.csr_matrix
    receives: Floats
    supplies: Floats
    excluded: Rows
    lat: Floats
    lon: Floats


def sites_of(cards: Sequence[Card], known: Knowledge | None = None) -> Sites:
    """Prepare sites; each is a card with the site's id, activity, NACE, firm, place and zone, and without a name."""
    known = known or knowledge()
    wants = tuple(replace(card, direction=Direction.WANT, name="", description="") for card in cards)
    return Sites(
        cards=wants,
        known=known,
        belongs=sectors.memberships(wants, known.sectors),
        serving=_serving(wants),
        receives=_stands_for(wants, known, "receiver"),
        supplies=_stands_for(wants, known, "donor"),
        excluded=exclusions.masks(wants),
        lat=_numbers([card.lat for card in wants]),
        lon=_numbers([card.lon for card in wants]),
    )


def of_cards(cards: Sequence[Card], sites: Sites, listed: Sequence[Card]) -> pd.DataFrame:
    """Return the prospects of each card among the sites: whoever takes a have, whoever gives what a want asks for.

    Firms that say so by a card among `listed` are left out: they are found by their cards.

    Columns: card_id, site_id, score, TERMS (they add up to the score), distance_km (as the crow flies, nan where
    unknown), nace (the sector that speaks), thing (what it consumes or gives off, for `names_of`; -1 where only
    concepts say so), precedent_id ("" where no published exchange speaks for it). By card in the order
    given, then best first, ties by site id. Left out: what is below FLOOR, the card's own firm, excluded pairs, heat
    and water beyond reach.
    """
    flowing = [card for card in cards if card.kind is None or card.kind in FLOWS]
    blocks = []
    for direction in Direction:
        some = [card for card in flowing if card.direction is direction]
        blocks += [some[start : start + _CARDS_AT_ONCE] for start in range(0, len(some), _CARDS_AT_ONCE)]
    found = [_of_block(block, sites) for block in blocks if sites.cards]
    if not found:
        return pd.DataFrame(columns=list(COLUMNS))
    frame = _without_listed(pd.concat(found, ignore_index=True), flowing, sites, listed)
    place = {card.id: row for row, card in enumerate(cards)}
    order = np.lexsort((frame["site_id"], -frame["score"], frame["card_id"].map(place)))
    return frame.iloc[order].reset_index(drop=True)


_Fit = tuple[Floats, Rows, Callable[[Rows, Rows], Rows]]
"""How surely the activity of each site takes, or gives off, what each card is about (cards × sites, 0–1), by which
sector, and what tells the thing of some cards and their sectors."""


def _of_block(cards: Sequence[Card], sites: Sites) -> pd.DataFrame:
    """Return the prospects of some cards of one direction, in any order."""
    base, takes = sites.known.sectors, cards[0].direction is Direction.HAVE
    # What a want's firm makes is not what it asks for: there the name and the description count alone.
    asked = [card if takes else replace(card, activity="") for card in cards]
    about, said = mentions.concepts_of(asked), sectors.things(asked, base)
    fit, sector_of, told = _taken(about, said, sites) if takes else _given(asked, about, said, sites)
    fit = np.where(_same_trade(cards, sites), SAME_TRADE * fit, fit)
    row, site = np.nonzero(fit >= FLOOR)
    sector = sector_of[row, site]
    thing = told(row, sector)
    km = distance.crow_flies_km(
        _numbers([card.lat for card in cards])[row],
        _numbers([card.lon for card in cards])[row],
        sites.lat[site],
        sites.lon[site],
    )
    kept = _apart(cards, sites, row, site) & ~_excluded(cards, sites, row, site, thing)
    kept &= _in_reach(cards, sites, row, site, km)
    row, site, sector, thing, km = row[kept], site[kept], sector[kept], thing[kept], km[kept]
    spoken, precedent = _precedents(asked, about, sites, row, site)
    return pd.DataFrame(
        {
            "card_id": np.array([card.id for card in cards], dtype=object)[row],
            "site_id": np.array([card.id for card in sites.cards], dtype=object)[site],
            **_scored(fit[row, site], spoken, km, _reach(cards)[0][row]),
            "distance_km": km,
            "nace": np.array(base.codes, dtype=object)[sector],
            "thing": thing,
            "precedent_id": precedent,
        }
    )


def _taken(about: sparse.csr_matrix, said: Floats, sites: Sites) -> _Fit:
    base = sites.known.sectors
    trade, sector = _best_product(sectors.usual_needs(said, about, base), sites.belongs)
    serving = concepts.opened(concepts.opened(about, concepts.concept_base().gives), sites.serving)
    is_told = sites.belongs.max(axis=1) > 0  # of other sites no activity could be named
    fit = np.minimum(1.0, OF_EACH * (trade + serving.toarray())) * is_told
    # Where the trade itself says nothing, what the site is most of all is named.
    sector = np.where(trade > 0, sector, sites.belongs.argmax(axis=1))
    return fit, sector, lambda row, by: _things(said, base.consumes, row, by)


def _given(wants: Sequence[Card], about: sparse.csr_matrix, said: Floats, sites: Sites) -> _Fit:
    base = sites.known.sectors
    named = sectors.offers(said, about, base)
    serve = wanted_for.readings(wants, np.ones(len(wants)))
    asks_for_a_use = (1.0 + 2.0 * sectors.openness(wants, base)[:, np.newaxis]) / 3
    serving = OF_SERVING * asks_for_a_use * concepts.best_of(serve, base.gives)
    fit, sector = _best_product(np.maximum(named, serving), sites.belongs)

    def told(row: Rows, by: Rows) -> Rows:
        pairs, place = np.unique(row * len(base.codes) + by, return_inverse=True)
        likely = serve[pairs // len(base.codes)].multiply(base.gives.T[pairs % len(base.codes)]).tocsr()
        best = len(base.flows) + np.asarray(likely.argmax(axis=1)).ravel()[place]
        return np.where(serving[row, by] > named[row, by], best, _things(said, base.gives_off, row, by))

    return fit, sector, told


def _serving(sites: Sequence[Card]) -> sparse.csr_matrix:
    """Return concepts × sites: how far each thing would serve what a site does, in words or by its NACE class."""
    told = [replace(card, activity=card.activity or _titles(card.nace)) for card in sites]
    return sparse.csr_matrix(wanted_for.readings(told, np.ones(len(told))).T)


def _titles(codes: Sequence[str]) -> str:
    return ", ".join(nace.title(code, language) for code in codes for language in ("tr", "en"))


def _best_product(a: Floats, b: Floats) -> tuple[Floats, Rows]:
    """Return for each row of `a` and of `b` the greatest product of two entries of a column, and that column."""
    found = np.zeros((a.shape[0], b.shape[0]))
    column = np.zeros(found.shape, dtype=np.int64)
    for middle in range(a.shape[1]):
        rows, others = np.flatnonzero(a[:, middle]), np.flatnonzero(b[:, middle])
        if len(rows) and len(others):
            place = np.ix_(rows, others)
            products = np.outer(a[rows, middle], b[others, middle])
            column[place] = np.where(products > found[place], middle, column[place])
            found[place] = np.maximum(found[place], products)
    return found, column


def _things(said: Floats, flows: Floats, row: Rows, sector: Rows) -> Rows:
    """Return the thing of each pair's sector that its card is likeliest about, -1 where it is about none by words."""
    pairs, place = np.unique(row * len(flows) + sector, return_inverse=True)
    likely = said[pairs // len(flows)] * flows[pairs % len(flows)]
    found = np.where(likely.max(axis=1, initial=0.0) >= sectors.LEAST, likely.argmax(axis=1), -1)
    return np.asarray(found[place], dtype=np.int64)


def _same_trade(cards: Sequence[Card], sites: Sites) -> npt.NDArray[np.bool_]:
    """Return cards × sites: whether both carry the same four-digit NACE class."""
    classes = {code[:4] for one in (*cards, *sites.cards) for code in one.nace if len(code) >= 4}
    column = {code: number for number, code in enumerate(sorted(classes))}

    def carried(some: Sequence[Card]) -> Floats:
        found = np.zeros((len(some), len(column)))
        for row, card in enumerate(some):
            found[row, [column[code[:4]] for code in card.nace if len(code) >= 4]] = 1.0
        return found

    return np.asarray(carried(cards) @ carried(sites.cards).T > 0)


def _scored(fit: Floats, spoken: Floats, km: Floats, half_km: Floats) -> dict[str, Floats]:
    near = np.nan_to_num(distance.nearness(km, half_km), nan=0.5)
    evidence = OF_ACTIVITY * fit + OF_PRECEDENT * spoken
    terms = {
        "activity": OF_ACTIVITY * fit * (1 - OF_DISTANCE),
        "precedent": OF_PRECEDENT * spoken * (1 - OF_DISTANCE),
        "distance": evidence * near * OF_DISTANCE,
    }
    return {"score": sum(terms.values(), np.zeros(len(fit))), **terms}


def _precedents(
    cards: Sequence[Card], about: sparse.csr_matrix, sites: Sites, row: Rows, site: Rows
) -> tuple[Floats, npt.NDArray[np.object_]]:
    """Return how much the best precedent says for each pair (0 below _SPEAKS), and its id."""
    base = sites.known.precedents
    if not base.precedents or not len(row):
        return np.zeros(len(row)), np.full(len(row), "", dtype=object)
    ids = np.array([precedent.id for precedent in base.precedents], dtype=object)
    takes = cards[0].direction is Direction.HAVE
    haves = [replace(card, direction=Direction.HAVE) for card in cards]
    resource = precedents.as_giver(haves, base, about)
    both = resource[row] * (sites.receives if takes else sites.supplies)[site]
    best = both.argmax(axis=1)
    value = both[np.arange(len(row)), best]
    speaks = value >= _SPEAKS
    return np.where(speaks, value, 0.0), np.where(speaks, ids[best], "")


def _without_listed(
    frame: pd.DataFrame, cards: Sequence[Card], sites: Sites, listed: Sequence[Card]
) -> pd.DataFrame:
    """Return the pairs whose site's firm has no card that asks for, or offers, the same."""
    everything = [*cards, *listed]
    of_firm: dict[str, list[int]] = defaultdict(list)
    for number, card in enumerate(listed, start=len(cards)):
        of_firm[card.firm_id].append(number)
    own = {card.id: number for number, card in enumerate(cards)}
    firm = {card.id: card.firm_id for card in sites.cards}
    asked = [
        (place, own[card_id], other)
        for place, (card_id, site_id) in enumerate(zip(frame["card_id"], frame["site_id"], strict=True))
        for other in of_firm.get(firm[site_id], ())
        if everything[other].direction is not everything[own[card_id]].direction
    ]
    if not asked:
        return frame
    place, one, other = np.array(asked).T
    is_have = np.array([card.direction is Direction.HAVE for card in everything])[one]
    have, want = np.where(is_have, one, other), np.where(is_have, other, one)
    said = np.zeros(len(frame), dtype=bool)
    said[place[fitting.fits(everything, have, want) >= fitting.SAME]] = True
    return frame[~said]


def _apart(cards: Sequence[Card], sites: Sites, row: Rows, site: Rows) -> npt.NDArray[np.bool_]:
    own = np.array([card.firm_id for card in cards], dtype=object)[row]
    return np.array(own != np.array([card.firm_id for card in sites.cards], dtype=object)[site], dtype=bool)


def _excluded(
    cards: Sequence[Card], sites: Sites, row: Rows, site: Rows, thing: Rows
) -> npt.NDArray[np.bool_]:
    """Return which pairs an exclusion forbids; what a site gives off is the thing, or what the want calls it."""
    own = exclusions.masks(cards)[row]
    if cards[0].direction is Direction.HAVE:
        return exclusions.share(own, sites.excluded[site])
    called = exclusions.masks([replace(card, direction=Direction.HAVE, waste_codes=()) for card in cards])
    known = (thing >= 0)[:, np.newaxis]
    return exclusions.share(own, np.where(known, _masks_of_things()[thing], called[row]))


def _in_reach(
    cards: Sequence[Card], sites: Sites, row: Rows, site: Rows, km: Floats
) -> npt.NDArray[np.bool_]:
    """Return where a thing can get: heat and water only within one zone or a known short way, all else anywhere."""
    bound = _reach(cards)[1][row]
    zone = np.array([card.zone for card in cards], dtype=object)[row]
    other = np.array([card.zone for card in sites.cards], dtype=object)[site]
    same_zone = np.array([one is not None and one == two for one, two in zip(zone, other, strict=True)])
    return np.asarray(same_zone.astype(bool) | (km <= bound) | np.isinf(bound))


def names_of(thing: int) -> tuple[str, str]:
    """Return what a thing is called in English and in Turkish, "" for -1: a thing of the sectors, or a concept."""
    flows, known = sectors.sector_base().flows, concepts.concept_base().concepts
    if thing < 0:
        return "", ""
    if thing < len(flows):
        return flows[thing]
    concept = known[thing - len(flows)]
    return concept.name_en, concept.name_tr


def called(thing: int) -> str:
    """Return what a thing is called in both languages as one text, "" for -1."""
    return ", ".join(name for name in names_of(thing) if name)


def serves(thing: int) -> bool:
    """Return whether a thing is none that the card names, but would serve what it asks for."""
    return thing >= len(sectors.sector_base().flows)


@cache
def _masks_of_things() -> Rows:
    """Return the bits of exclusions of each thing, as if it were given away."""
    count = len(sectors.sector_base().flows) + len(concepts.concept_base().concepts)
    return exclusions.masks([Card("", Direction.HAVE, called(one)) for one in range(count)])


def is_bound(card: Card) -> bool:
    """Return whether what a card is about reaches only the neighbours, so that a prospect tells where the card is."""
    return bool(np.isfinite(_reach([card])[1][0]))


def _reach(cards: Sequence[Card]) -> tuple[Floats, Floats]:
    """Return for each card the km that halve nearness, and those beyond which nothing is proposed."""
    lines = [distance.reaches()[row] for row in distance.reach_rows(cards)]
    return np.array([line.half_km for line in lines]), np.array([line.limit_km for line in lines])


def _stands_for(cards: Sequence[Card], known: Knowledge, side: str) -> Floats:
    if not cards or not known.precedents.precedents:
        return np.zeros((len(cards), len(known.precedents.precedents)))
    return np.nan_to_num(precedents.of_activity(cards, known.precedents, side))


def _numbers(values: Sequence[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
