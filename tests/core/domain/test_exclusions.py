"""What is never suggested."""

import csv

import pytest

from core.config import KNOWLEDGE
from core.domain import reference
from core.domain.cards import Card
from core.domain.concepts import concept_base
from core.domain.exclusions import all_exclusions, between
from core.domain.matching import build, rank_all, rank_one
from core.domain.model import Direction
from core.domain.scoring import EVIDENCE, PARTS, Weights

HAVE, WANT = Direction.HAVE, Direction.WANT

Fields = dict[str, object]

UNSAFE: list[tuple[Fields, Fields]] = [
    ({"name": "kullanılmış kızartma yağı"}, {"name": "yem hammaddesi", "activity": "yem fabrikası"}),
    ({"name": "used cooking oil"}, {"name": "fat for compound feed", "nace": ("1091",)}),
    ({"name": "tıbbi atık"}, {"name": "kompost hammaddesi", "activity": "kompost tesisi"}),
    ({"name": "clinical waste", "waste_codes": ("180103",)}, {"name": "plastic raw material", "nace": ("2229",)}),
    ({"name": "asbestli çimento levha"}, {"name": "dolgu malzemesi", "activity": "yol yapımı"}),
    ({"name": "arıtma çamuru", "waste_codes": ("190805",)}, {"name": "yem katkısı", "nace": ("1091",)}),
    ({"name": "EAF dust"}, {"name": "soil improver", "activity": "farm"}),
    ({"name": "emprenyeli ahşap"}, {"name": "hayvan altlığı", "activity": "tavuk çiftliği"}),
    ({"name": "waste engine oil"}, {"name": "animal feed fat", "activity": "feed mill"}),
    ({"name": "yemekhane yemek artığı", "waste_codes": ("200108",)}, {"name": "yem", "activity": "besi çiftliği"}),
    ({"name": "krom tabaklanmış deri kırpıntısı"}, {"name": "protein for feed", "nace": ("1091",)}),
    ({"name": "kullanılmış solvent", "waste_codes": ("140603",)}, {"name": "gıda katkısı", "nace": ("1089",)}),
    ({"name": "pesticide containers"}, {"name": "drums for drinking water", "activity": "bottling"}),
    ({"name": "ölü hayvan"}, {"name": "et unu", "activity": "yem üretimi", "nace": ("1091",)}),
]  # fmt: skip
SAFE: list[tuple[Fields, Fields]] = [
    ({"name": "kullanılmış kızartma yağı"}, {"name": "biyodizel hammaddesi", "activity": "biyodizel üretimi"}),
    ({"name": "arıtma çamuru"}, {"name": "alternatif yakıt", "activity": "çimento fabrikası", "nace": ("2351",)}),
    ({"name": "fly ash"}, {"name": "cement additive", "nace": ("2351",)}),
    ({"name": "spent grain"}, {"name": "animal feed", "nace": ("1091",)}),
    ({"name": "ahşap talaşı"}, {"name": "hayvan altlığı", "activity": "tavuk çiftliği"}),
    ({"name": "EAF dust"}, {"name": "zinc raw material", "activity": "zinc smelter", "nace": ("2443",)}),
    ({"name": "animal manure"}, {"name": "fertiliser", "nace": ("01",)}),
    ({"name": "waste solvent", "waste_codes": ("140603",)}, {"name": "fuel", "nace": ("2351",)}),
]  # fmt: skip


def _cards(have: dict[str, object], want: dict[str, object]) -> tuple[Card, Card]:
    return Card("h", HAVE, **have), Card("w", WANT, **want)  # type: ignore[arg-type]


@pytest.mark.parametrize(("have", "want"), UNSAFE)
def test_an_unsafe_pair_is_excluded(have: dict[str, object], want: dict[str, object]) -> None:
    assert between(*_cards(have, want))


@pytest.mark.parametrize(("have", "want"), SAFE)
def test_a_sound_pair_is_not(have: dict[str, object], want: dict[str, object]) -> None:
    assert not between(*_cards(have, want))


@pytest.mark.parametrize("alone", [None, *EVIDENCE])
def test_no_weighting_brings_an_excluded_pair_back(alone: str | None) -> None:
    weights = Weights() if alone is None else Weights(**(dict.fromkeys(PARTS, 0.0) | {alone: 1.0}))
    for have, want in UNSAFE:
        shared: Fields = {"description": "aynı sözler the same words", "lat": 38.4, "lon": 27.1}
        a, b = _cards(have | shared, want | shared)
        index = build([a, b])
        assert rank_all(index, None, weights).empty
        assert rank_one(index, a, None, weights).empty and rank_one(index, b, None, weights).empty


def test_every_row_is_complete_and_names_what_exists() -> None:
    with (KNOWLEDGE / "exclusions.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(all_exclusions()) < 63  # bits of a mask
    known = set(concept_base().row_of)
    codes = reference.waste_codes()
    for row in all_exclusions():
        assert row.have_concepts <= known and row.want_concepts <= known | {"*"}
        assert row.have_concepts or row.have_codes or row.have_hazards
        assert row.reason_en and row.reason_tr and row.rule
        for code in row.have_codes:
            assert code == "hazardous" or any(one.startswith(code) for one in codes)
