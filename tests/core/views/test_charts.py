"""The bar of a score's parts: exactly the parts, in words of the reader, readable on light and dark ground."""

import pytest

from core.domain.matching.scoring import PARTS
from core.i18n import PSEUDO, translator
from core.views import charts, look

SCORE = tuple((part, 0.01 * place) for place, part in enumerate(PARTS))
LIGHT, DARK = "#ffffff", "#121a17"


def rows(language: str) -> list[dict[str, object]]:
    spec = charts.score_parts(SCORE, translator(language)).to_dict()
    (values,) = spec["datasets"].values()
    return list(values)


def test_the_bar_stacks_exactly_the_parts_of_the_score_in_their_order() -> None:
    drawn = rows("en")

    assert [row["place"] for row in drawn] == list(range(len(PARTS)))
    assert [row["points"] for row in drawn] == [pytest.approx(100 * value) for _, value in SCORE]


def test_the_bar_speaks_the_readers_language() -> None:
    assert rows("tr")[0]["part"] == "Sözcükler"
    assert all(str(row["part"]).startswith("⟦") for row in rows(PSEUDO))
    spec = charts.score_parts(SCORE, translator("tr")).to_dict()
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert spec["encoding"]["x"]["title"] == "Puanın bileşenleri"


def test_the_bar_is_told_in_words_to_who_cannot_see_it() -> None:
    said = charts.in_words((("text", 0.1), ("waste_code", 0.19)), translator("en"))

    assert said == "Score 29 of 100. Its parts in points: Words 10, Waste code 19"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_a_name_and_a_colour(part: str) -> None:
    assert part in charts.PART_LABELS
    assert part in look.PART


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", [*look.PART.values(), look.HAVE, look.WANT])
@pytest.mark.parametrize("ground", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_stand_out_from_light_and_dark_ground(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3
