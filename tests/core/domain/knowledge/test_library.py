"""The library finds precedents in both languages, filters them, and counts them to the places that they name."""

from datetime import date

import pytest

from core.domain.choices import Kind
from core.domain.knowledge import library
from core.domain.knowledge.library import Wanted
from core.domain.knowledge.own_precedents import as_precedent
from core.domain.knowledge.precedents import all_precedents
from core.domain.model import OwnPrecedent
from core.domain.reports.reporting import Audience, Head
from core.i18n import translator
from core.views import precedent_map
from core.views.reports import pdf, shelf

HEAD = Head("İzmir", "İzmir", False, date(2026, 11, 2), Audience.OUTSIDE)
OWN = as_precedent(
    OwnPrecedent("p1", "izmir", "used foundry sand", "atık döküm kumu", "24.51", "23.51", "raw material",
                 "hammadde", "İzmir")
)  # fmt: skip


def test_every_published_exchange_stands_on_the_shelf_once_and_own_ones_come_first() -> None:
    found = library.shelved((OWN,))

    assert len(found) == len(all_precedents()) + 1
    assert found[0].is_own
    assert (found[0].country, found[0].province, found[0].giver_sector) == ("TR", "İzmir", "metal")
    assert found[0].kind is Kind.MATERIAL


def test_every_country_and_standing_of_the_data_has_a_word() -> None:
    found = library.shelved(())

    assert [one.precedent.place for one in found if one.country is None] == []
    assert {one.precedent.status for one in found} <= set(library.STATUSES)
    on_the_map = {one for one, _ in precedent_map._features("countries", "code")}
    assert set(library.by_country(found)) <= on_the_map


@pytest.mark.parametrize(
    ("place", "country", "province"),
    [
        ("Menemen free zone (İzmir), Türkiye", "TR", "İzmir"),
        ("Alpullu (Kırklareli), Türkiye", "TR", "Kırklareli"),
        ("Türkiye", "TR", None),
        ("Tennessee, USA", "US", None),
        ("Northern Ireland, UK", "GB", None),
        ("Chamusca (Relvao EIP), Portugal", "PT", None),
    ],
)
def test_a_place_is_counted_to_what_it_names(place: str, country: str, province: str | None) -> None:
    assert (library.country_of(place), library.province_of(place)) == (country, province)


@pytest.mark.parametrize("query", ["zeytin karasuyu", "ZEYTİN KARASUYU", "zeytin karasuy", "olive mill"])
def test_a_search_forgives_case_and_knows_both_languages(query: str) -> None:
    found = library.found(library.shelved(()), Wanted(query))

    assert found
    assert "zeytin" in found[0].precedent.resource_tr + found[0].precedent.donor_tr


def test_filters_narrow_and_what_is_not_known_is_left_out_only_where_asked_for() -> None:
    stock = library.shelved((OWN,))

    assert library.found(stock, Wanted()) == stock
    italy = library.found(stock, Wanted(country="IT"))
    assert len(italy) == sum("Italy" in one.place for one in all_precedents())
    assert [one.precedent.id for one in library.found(stock, Wanted(is_own=True))] == ["p1"]
    assert all(one.kind is Kind.WATER for one in library.found(stock, Wanted(kind=Kind.WATER)))


def test_the_paper_holds_what_is_shown_in_both_languages() -> None:
    shown = library.found(library.shelved(()), Wanted(province="İzmir"))
    for language in ("tr", "en"):
        t = translator(language)
        document = shelf.document(shown, HEAD, t)
        assert [len(block.rows) for block in document.blocks() if hasattr(block, "rows")] == [len(shown)]
        assert pdf.content(document, t).startswith(b"%PDF")


def test_the_map_shades_only_what_holds_precedents() -> None:
    spec = precedent_map.chart({"İzmir": 7, "Manisa": 3}, precedent_map.HOME, translator("tr")).to_dict()

    shaded = spec["datasets"][spec["layer"][1]["data"]["name"]]
    assert {one["place"]: one["precedents"] for one in shaded} == {"İzmir": 7, "Manisa": 3}
