"""The ranking on small hand-written cards."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from core.domain.choices import Direction, Kind
from core.domain.matching import best, candidates, ranking
from core.domain.matching.cards import Card
from core.domain.matching.features import terms_of
from core.domain.matching.ranking import build, rank_all, rank_one, shared_terms
from core.domain.matching.scoring import PARTS, Weights
from tests.bench import texts

HAVE, WANT = Direction.HAVE, Direction.WANT
TEXT_ALONE = Weights(**(dict.fromkeys(PARTS, 0.0) | {"text": 1.0}))
CARDS = (
    Card(
        "h1", HAVE, "Çelik hurdası", firm="A", waste_codes=("120101",), lat=38.4, lon=27.1, kind=Kind.MATERIAL
    ),
    Card("h2", HAVE, "Zeytin yağı posası", firm="B"),
    Card("h3", HAVE, "waste heat from the kiln", firm="C", kind=Kind.ENERGY),
    Card("w1", WANT, "CELIK HURDALARI", firm="D", waste_codes=("120199",), lat=38.5, lon=27.2),
    Card("w2", WANT, "zeytinyağı üretiminden posa", firm="E"),
    Card("w3", WANT, "çelik hurda", firm="A"),
    Card("w4", WANT, "laboratory hours", firm="F"),
)


def test_words_meet_across_capitals_dots_suffixes_and_compounds() -> None:
    pairs = rank_all(build(CARDS), None, TEXT_ALONE)
    assert set(zip(pairs["have_id"], pairs["want_id"], strict=True)) == {("h1", "w1"), ("h2", "w2")}


def test_cards_of_one_firm_are_never_paired() -> None:
    pairs = rank_all(build(CARDS), None)
    assert ("h1", "w3") not in set(zip(pairs["have_id"], pairs["want_id"], strict=True))


def test_terms_add_up_to_the_score() -> None:
    pairs = rank_all(build(CARDS), None)
    assert np.allclose(pairs[list(PARTS)].sum(axis=1), pairs["score"])
    assert (pairs["score"] > 0).all()


def test_with_the_other_parts_off_the_order_is_that_of_scikit_learn() -> None:
    index = build([replace(card, firm="") for card in CARDS])
    matrix = TfidfVectorizer(analyzer=terms_of, sublinear_tf=True).fit_transform(index.cards)
    cosine = (matrix[index.haves] @ matrix[index.wants].T).toarray()
    pairs = rank_all(index, None, TEXT_ALONE)
    by_pair = {(row.have_id, row.want_id): row.score for row in pairs.itertuples()}
    for i, have in enumerate(index.haves):
        for j, want in enumerate(index.wants):
            expected = cosine[i, j]
            assert by_pair.get((index.cards[have].id, index.cards[want].id), 0) == pytest.approx(
                expected, abs=1e-9
            )


def test_one_card_is_ranked_as_all_cards_are() -> None:
    index = build(CARDS)
    everything = rank_all(index, None)
    for card in CARDS:
        one = rank_one(index, card, None)
        own = "have_id" if card.direction is HAVE else "want_id"
        expected = everything[everything[own] == card.id]
        assert sorted(one["score"]) == pytest.approx(sorted(expected["score"]))
        assert list(one["rank"]) == list(range(1, len(one) + 1))


def test_a_new_card_needs_no_new_index() -> None:
    index = build(CARDS)
    new = Card("new", WANT, "celik talaşı ve hurdası", firm="Z")
    assert list(rank_one(index, new, 1)["have_id"]) == ["h1"]


def test_ties_are_broken_by_id() -> None:
    cards = [Card("h", HAVE, "cam kırığı"), *(Card(f"w{i}", WANT, "cam kırığı") for i in (3, 1, 2))]
    pairs = rank_all(build(cards), None)
    assert list(pairs["want_id"]) == ["w1", "w2", "w3"]
    assert list(pairs["want_rank"]) == [1, 2, 3]
    assert list(pairs["have_rank"]) == [1, 1, 1]


def test_top_keeps_the_best_of_each_side() -> None:
    cards = [Card("h", HAVE, "cam kırığı"), *(Card(f"w{i}", WANT, "cam kırığı") for i in range(4))]
    pairs = rank_all(build(cards), 1)
    assert list(pairs["want_rank"]) == [1, 0, 0, 0]
    assert list(pairs["have_rank"]) == [1, 1, 1, 1]


WORDS_OF_MANY = ("cam", "metal", "plastik", "ahşap", "tekstil", "kağıt", "kül", "çamur", "buhar", "asit")
MANY = tuple(
    Card(
        f"{i:03}",
        HAVE if i % 2 else WANT,
        f"{WORDS_OF_MANY[i % 10]} {WORDS_OF_MANY[(i * 7) % 9]}",
        firm=f"f{i % 30}",
        activity="çimento fabrikası" if i % 3 else "",
        waste_codes=("101311",) if i % 5 == 0 else (),
        lat=38 + i / 300,
        lon=27.0,
    )
    for i in range(200)
)


@pytest.mark.parametrize("weights", [Weights(), TEXT_ALONE, Weights(text=0, sector=3, distance=0.6)])
def test_the_best_of_each_card_are_those_of_all_pairs(
    weights: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build(MANY)
    everything = rank_all(index, None, weights)
    chosen = (everything["want_rank"] <= 3) | (everything["have_rank"] <= 3)
    expected = everything[chosen].reset_index(drop=True)
    lists = [
        rank_all(index, 3, weights)
    ]  # all pairs are scored, then candidates alone, wants in one block, in many
    for name, value in (("SMALL", 0), ("IGNORED", 0.0), ("EXTRA", 12)):
        monkeypatch.setattr(best, name, value)
    lists.append(rank_all(index, 3, weights))
    monkeypatch.setattr(candidates, "BLOCK", 7)
    for found in [*lists, rank_all(index, 3, weights)]:
        for rank in ("want_rank", "have_rank"):
            assert found[rank].tolist() == expected[rank].where(expected[rank] <= 3, 0).tolist()
        columns = ["have_id", "want_id", "score", *PARTS]
        assert found[columns].equals(expected[columns])


def test_what_candidates_leave_out_costs_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(best, "SMALL", 0)
    index = build(texts.cards(1_000))
    exact = rank_all(index, None)
    found = rank_all(index, 10)
    for own, rank in (("have_id", "want_rank"), ("want_id", "have_rank")):
        best_exact = exact[exact[rank] <= 10].groupby(own)["score"].sum()
        best_found = found[found[rank] > 0].groupby(own)["score"].sum()
        assert (best_found <= best_exact + 1e-9).all()
        assert best_found.sum() >= 0.98 * best_exact.sum()
    both = found.merge(exact, on=["have_id", "want_id"], suffixes=("", "_exact"))
    assert len(both) == len(found) and (both["score"] == both["score_exact"]).all()


def test_a_score_is_the_same_by_lists_of_who_has_what_and_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    index = build(texts.cards(400))
    plain = [rank_one(index, card) for card in index.cards[:60]]
    monkeypatch.setattr(ranking, "WORTH_THREADS", 0)
    assert all(
        rank_one(index, card).equals(found) for card, found in zip(index.cards[:60], plain, strict=True)
    )


def test_a_near_counterpart_comes_before_an_unknown_place_and_that_before_a_far_one() -> None:
    have = Card("h", HAVE, "cam kırığı", lat=38.4, lon=27.1)
    wants = [
        Card("a-far", WANT, "cam kırığı", lat=41.0, lon=39.7),
        Card("b-unknown", WANT, "cam kırığı"),
        Card("c-near", WANT, "cam kırığı", lat=38.4, lon=27.2),
    ]
    assert list(rank_one(build([have, *wants]), have)["want_id"]) == ["c-near", "b-unknown", "a-far"]


NEAR, TWO_KM, FAR = (38.40, 27.10), (38.417, 27.10), (38.47, 27.10)  # 1.9 km and 7.8 km from the first


@pytest.mark.parametrize(
    ("have", "want", "place", "zones", "is_paired"),
    [
        ("atık ısı", "waste heat", TWO_KM, (None, None), True),
        ("atık ısı", "waste heat", FAR, (None, None), False),
        ("atık ısı", "waste heat", FAR, ("z", "z"), True),
        ("atık ısı", "waste heat", FAR, ("z", "y"), False),
        ("atık ısı", "waste heat", (None, None), (None, None), True),
        ("soğutma suyu", "cooling water", FAR, (None, None), False),
        ("buhar", "steam", FAR, (None, None), False),
        ("doğal gaz", "natural gas", FAR, (None, None), True),
        ("odun yongası yakıt", "yakıt", FAR, (None, None), True),
    ],
)
def test_beyond_reach_nothing_is_proposed_in_any_list(
    have: str,
    want: str,
    place: tuple[float | None, float | None],
    zones: tuple[str | None, str | None],
    is_paired: bool,
) -> None:
    giver = Card("h", HAVE, have, lat=NEAR[0], lon=NEAR[1], zone=zones[0])
    taker = Card("w", WANT, want, lat=place[0], lon=place[1], zone=zones[1])
    index = build([giver, taker])
    lists = [rank_all(index, None), rank_all(index, 3), rank_one(index, giver), rank_one(index, taker)]
    assert [len(found) for found in lists] == [int(is_paired)] * 4
    assert len({score for found in lists for score in found["score"]}) <= 1


def test_who_gives_in_the_months_in_which_it_is_wanted_comes_first() -> None:
    want = Card("w", WANT, "cam kırığı", months=(6, 7))
    haves = [
        Card("a-never", HAVE, "cam kırığı", months=(1, 2)),
        Card("b-unknown", HAVE, "cam kırığı"),
        Card("c-always", HAVE, "cam kırığı", months=(5, 6, 7, 8)),
    ]
    found = rank_one(build([want, *haves]), want)
    assert list(found["have_id"]) == ["c-always", "b-unknown", "a-never"]
    assert found["timing"].tolist()[2] == 0


def test_a_missing_waste_code_lies_between_the_same_and_another_one() -> None:
    have = Card("h", HAVE, "cam kırığı", waste_codes=("101112",))
    wants = [
        Card("a-other", WANT, "cam kırığı", waste_codes=("020304",)),
        Card("b-unknown", WANT, "cam kırığı"),
        Card("c-same", WANT, "cam kırığı", waste_codes=("101112",)),
    ]
    assert list(rank_one(build([have, *wants]), have)["want_id"]) == ["c-same", "b-unknown", "a-other"]


def test_codes_alone_make_a_pair() -> None:
    have = Card("h", HAVE, "qwxqw", waste_codes=("100102", "100101"))
    want = Card("w", WANT, "zzyzz", waste_codes=("100102",))
    assert len(rank_all(build([have, want]), None)) == 1


def test_no_cards_or_one_side_only_gives_no_pairs() -> None:
    assert rank_all(build([])).empty
    assert rank_all(build(CARDS[:2])).empty
    assert rank_one(build(CARDS[:2]), CARDS[0]).empty
    assert rank_all(build([Card("h", HAVE, "123"), Card("w", WANT, "456")])).empty


def test_shared_terms_are_the_words_of_the_first_card() -> None:
    index = build(CARDS)
    assert set(shared_terms(index, "w1", "h1")) == {"CELIK HURDALARI", "CELIK", "HURDALARI"}
    assert "Zeytin yağı" in shared_terms(index, "h2", "w2")


WORDS = st.lists(
    st.sampled_from(["cam", "külü", "çelik", "hurdası", "waste", "heat", "buhar", "posa"]),
    min_size=1,
    max_size=4,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([HAVE, WANT]), WORDS), min_size=2, max_size=8))
def test_a_pair_has_the_same_score_from_both_sides(drawn: list[tuple[Direction, list[str]]]) -> None:
    cards = [Card(f"c{i}", direction, " ".join(words)) for i, (direction, words) in enumerate(drawn)]
    index = build(cards)
    seen: dict[tuple[str, str], set[float]] = {}
    for card in cards:
        for row in rank_one(index, card, None).itertuples():
            seen.setdefault((row.have_id, row.want_id), set()).add(row.score)
    assert all(len(scores) == 1 for scores in seen.values())


@settings(max_examples=20, deadline=None)
@given(st.permutations(list(CARDS)))
def test_the_order_of_the_file_does_not_matter(cards: list[Card]) -> None:
    expected = rank_all(build(CARDS), None)
    found = rank_all(build(cards), None)
    assert list(found["have_id"] + found["want_id"]) == list(expected["have_id"] + expected["want_id"])
