"""Precedents in the reader's language: country and words of a place are translated, names and titles stay."""

import dataclasses

import pytest

from core.domain.knowledge.own_precedents import PROGRAMME
from core.domain.knowledge.precedents import all_precedents
from core.i18n import translator
from core.views import precedent_words as said

TR, EN = translator("tr"), translator("en")


@pytest.mark.parametrize(
    ("place", "tr", "en"),
    [
        ("Taranto, Italy", "Taranto, İtalya", "Taranto, Italy"),
        (
            "Adana (İskenderun Bay), Türkiye",
            "Adana (İskenderun Körfezi), Türkiye",
            "Adana (İskenderun Bay), Türkiye",
        ),
        ("Southern Italy", "Güney İtalya", "Southern Italy"),
        ("Northern Ireland, UK", "Kuzey İrlanda, Birleşik Krallık", "Northern Ireland, United Kingdom"),
        ("USA", "Amerika Birleşik Devletleri", "United States"),
        ("Kawasaki, Japan", "Kawasaki, Japonya", "Kawasaki, Japan"),
    ],
)
def test_a_place_is_said_in_the_readers_language(place: str, tr: str, en: str) -> None:
    one = dataclasses.replace(all_precedents()[0], place=place)

    assert said.place(one, TR) == tr
    assert said.place(one, EN) == en


def test_an_own_precedent_lies_at_home() -> None:
    own = dataclasses.replace(all_precedents()[0], place="Aliağa", source=PROGRAMME)

    assert said.place(own, TR) == "Aliağa, Türkiye"
    assert said.source(own, EN) == "Verified synergy of this programme"


def test_a_source_that_is_described_is_said_in_the_readers_language() -> None:
    described = {one.source for one in all_precedents() if not one.source.startswith("http")}

    for source in described:
        one = dataclasses.replace(all_precedents()[0], source=source)
        assert said.source(one, EN) == source
        assert said.source(one, TR) != source
    titled = dataclasses.replace(all_precedents()[0], source="Chertow 2000, Industrial symbiosis")
    assert said.source(titled, TR) == "Chertow 2000, Industrial symbiosis"
