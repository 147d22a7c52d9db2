"""Cards for the benchmarks: distinct, in Turkish and English, of all that data/knowledge names, over Türkiye.

Drawn from the words of concepts and sectors with what people add to them, so that word counts, shared concepts and
sectors are like those of a real register; a fixed seed makes every run measure the same cards.
"""

import random
from collections import defaultdict
from collections.abc import Sequence

from core.domain.choices import Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.materials import all_concepts
from core.domain.matching.cards import Card

SEED = 11
CARDS_PER_FIRM = 4
_PLACES = (
    (38.42, 27.14), (38.80, 26.97), (38.62, 27.43), (41.01, 28.98), (40.77, 29.92), (40.19, 29.06), (39.92, 32.85),
    (37.07, 37.38), (37.00, 35.32), (36.89, 30.71), (37.87, 32.48), (38.73, 35.48), (41.29, 36.33), (39.65, 27.88),
    (37.77, 29.09), (38.35, 38.31), (39.90, 41.27), (36.20, 36.16), (40.65, 35.83), (39.77, 30.52),
)  # fmt: skip
_ADDED = {
    "tr": (
        "temiz", "karışık", "kurutulmuş", "presli", "balyalı", "dökme", "çuvallı", "IBC tankta", "yaş", "elenmiş",
        "düşük nemli", "yüksek saflıkta", "üretim hattından", "haftalık alım", "sürekli çıkıyor", "mevsimlik",
        "analiz raporu var", "depoda bekliyor", "A kalite", "renkli", "beyaz", "kaba", "ince", "toz halinde",
        "kampanya döneminde", "geri dönüşüme uygun", "sıfır klorlu", "yağlı", "tuzlu", "asidik", "lisanslı taşıma ile",
    ),
    "en": (
        "clean", "mixed", "dried", "pressed", "in bales", "in bulk", "in big bags", "in IBC tanks", "wet", "sieved",
        "low moisture", "high purity", "from the production line", "weekly collection", "arises all year", "seasonal",
        "with laboratory report", "kept in store", "grade A", "coloured", "white", "coarse", "fine", "as powder",
        "during the campaign", "fit for recycling", "free of chlorine", "oily", "salty", "acidic", "licensed haulage",
    ),
}  # fmt: skip
_WANTED = {"tr": ("arıyoruz", "hammadde olarak", "ikame için", "alımı", "düzenli alım"),
           "en": ("wanted", "as raw material", "as a substitute", "regular supply", "looking for")}  # fmt: skip
_KINDS = {kind.value: kind for kind in Kind}


def cards(count: int, seed: int = SEED) -> tuple[Card, ...]:
    """Return so many cards, haves and wants in turn; the same ones for the same seed."""
    draw = random.Random(seed)
    names = _names()
    sectors = _sectors()
    found = []
    firm: tuple[str, str, str, float, float] = ("", "", "", 0.0, 0.0)
    for number in range(count):
        if number % CARDS_PER_FIRM == 0:
            language = draw.choice(("tr", "en"))
            nace, written = draw.choice(sectors)
            north, east = draw.choice(_PLACES)
            lat, lon = north + draw.gauss(0, 0.15), east + draw.gauss(0, 0.15)
            firm = f"f{number // CARDS_PER_FIRM}", nace, draw.choice(written[language]), lat, lon
        found.append(_card(draw, number, names, language, firm))
    return tuple(found)


def _card(
    draw: random.Random,
    number: int,
    names: Sequence[tuple[str, tuple[str, ...], dict[str, list[str]]]],
    language: str,
    firm: tuple[str, str, str, float, float],
) -> Card:
    kind, codes, written = draw.choice(names)
    direction = Direction.HAVE if number % 2 else Direction.WANT
    words = draw.sample(_ADDED[language], draw.choice((0, 1, 1, 2)))
    name = draw.choice(written[language] or written["tr"] or written["en"])
    if direction is Direction.WANT and draw.random() < 0.4:
        words.append(draw.choice(_WANTED[language]))
    described = draw.sample(_ADDED[language], draw.choice((0, 0, 2, 3, 5)))
    firm_id, nace, activity, lat, lon = firm
    has_place, has_amount = draw.random() < 0.9, draw.random() < 0.6
    return Card(
        id=f"c{number:07}",
        direction=direction,
        name=" ".join([name, *words]),
        kind=_KINDS.get(kind),
        description=", ".join(described),
        firm_id=firm_id,
        activity=activity,
        nace=(nace,) if len(nace) > 2 and draw.random() < 0.7 else (),
        waste_codes=(draw.choice(codes),) if codes and draw.random() < 0.4 else (),
        amount=round(10 ** draw.uniform(0, 4), 1) if has_amount else None,
        amount_unit="t" if has_amount else None,
        lat=lat if has_place else None,
        lon=lon if has_place else None,
    )


def _names() -> list[tuple[str, tuple[str, ...], dict[str, list[str]]]]:
    """Return kind, waste codes and names by language of each concept."""
    terms: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"tr": [], "en": []})
    for row in rows_of("terms.csv"):
        terms[row["concept_id"]][row["language"]].append(row["term"])
    for one in all_concepts():
        terms[one.id]["tr"].append(one.name_tr)
        terms[one.id]["en"].append(one.name_en)
    return [(one.kind, one.waste_codes, terms[one.id]) for one in all_concepts()]


def _sectors() -> list[tuple[str, dict[str, list[str]]]]:
    """Return the names of each sector by language."""
    return [
        (row["nace"], {"tr": row["term_tr"].split(", "), "en": row["term_en"].split(", ")})
        for row in rows_of("sectors.csv")
        if row["role"] == "name"
    ]
