"""Whether the other answers are right: the taker's division, the waste code, and what is kept apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain import wastecodes
from core.domain.evaluation import published, written
from core.domain.evaluation.measures import Setting, mean_by_name
from core.domain.knowledge import precedents, takers
from core.domain.matching import ranking
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge, knowledge

LANGUAGES = {"English": "en", "Turkish": "tr"}


def taker_hits(name: str, language: str, with_nace: bool, round_number: int = 1) -> tuple[float, ...]:
    """Return the shares of haves with a right division first, among three, among five; the receiver's own among three.

    `name` is "published" (each place and source held out of the precedents) or "written"; what an exclusion keeps
    apart is not looked at. Right is the receiver's division, and in a written case those that would do as well.
    """
    setting = Setting(language, language, with_nace=with_nace)
    of_published = name == "published"
    found = list(_published_divisions(setting) if of_published else _written_divisions(setting, round_number))
    names = [one for one, _, _ in found]
    shares = [[bool({*right} & {*order[:top]}) for _, right, order in found] for top in (1, 3, 5)]
    shares.append([right[0] in order[:3] for _, right, order in found])
    return tuple(mean_by_name(share, names) for share in shares)


def _published_divisions(setting: Setting) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    rows = precedents.all_precedents()
    for group in published.held_out(rows):
        base = precedents.base_of([row for number, row in enumerate(rows) if number not in set(group)])
        known = Knowledge(base, knowledge().sectors)
        haves = [published.have(rows[number], setting) for number in group]
        for number, order in zip(group, _divisions(haves, known), strict=True):
            if rows[number].receiver_nace:
                yield rows[number].resource_en, (rows[number].receiver_nace[:2],), order


def _written_divisions(
    setting: Setting, round_number: int
) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    exchanges, alone = (written.rows_of(name, round_number) for name in ("exchanges", "takers"))
    haves = [written.exchange_have(row, setting) for row in exchanges]
    haves += [written.taken_have(row, setting) for row in alone]
    names = [row["resource_en"] for row in exchanges] + [row["have_en"] for row in alone]
    right = [written.right_divisions(row) for row in exchanges]
    right += [tuple(row["taker_divisions"].split(";")) for row in alone]
    for name, divisions, order in zip(names, right, _divisions(haves, knowledge()), strict=True):
        yield name.casefold(), divisions, order


def _divisions(haves: Sequence[Card], known: Knowledge) -> list[list[str]]:
    scores, divisions = takers.division_scores(haves, known)
    return [[divisions[place] for place in (-row).argsort(kind="stable") if row[place] > 0] for row in scores]


def code_hits(name: str, language: str, round_number: int = 1) -> tuple[float, float]:
    """Return the shares of texts with a right waste code first, and among five; activity and NACE are given.

    `name` is "published" (precedents that have codes, partly our own) or "written" (waste_texts.csv).
    """
    if name == "published":
        rows = [row for row in precedents.all_precedents() if row.waste_codes]
        texts = [
            (
                row.resource_en,
                getattr(row, f"resource_{language}"),
                getattr(row, f"donor_{language}"),
                row.donor_nace,
                row.waste_codes,
            )
            for row in rows
        ]
    else:
        texts = [
            (row["id"], row[f"text_{language}"], row[f"activity_{language}"], row["nace"], row["codes"])
            for row in written.rows_of("waste_texts", round_number)
        ]
    first, among, names = [], [], []
    for name_of, text, activity, nace, codes in texts:
        found = [one.code for one in wastecodes.suggest_codes(text, activity=activity, nace=nace, top=5)]
        right = set(codes.split(";"))
        names.append(name_of)
        first.append(bool(found) and found[0] in right)
        among.append(bool(right.intersection(found)))
    return mean_by_name(first, names), mean_by_name(among, names)


def kept_apart(name: str, language: str, floor: float, round_number: int = 1) -> tuple[int, int]:
    """Return how many "unsafe" or "safe" pairs of a round are suggested (at `floor` or more), and how many it has."""
    setting = Setting(language, language)
    suggested = 0
    rows = written.rows_of(name, round_number)
    for row in rows:
        have, want = written.offered(row, setting), written.wanted(row, setting)
        ranked = ranking.rank_all(ranking.build([_named(have, "h"), _named(want, "w")]), None)
        suggested += bool((ranked["score"] >= floor).any())
    return suggested, len(rows)


def _named(card: Card, name: str) -> Card:
    return replace(card, id=name)
