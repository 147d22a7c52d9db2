"""What sectors consume, and how cards find their sector."""

import csv
import re
from dataclasses import replace

import pytest

from core.config import KNOWLEDGE
from core.domain import reference
from core.domain.choices import Direction, Kind
from core.domain.knowledge.mentions import concepts_of
from core.domain.knowledge.sectors import memberships, needs, openness, sector_base, things, usual_needs
from core.domain.matching.cards import Card

HAVE, WANT = Direction.HAVE, Direction.WANT


def _takers(name: str) -> list[str]:
    base = sector_base()
    cards = [Card("h", HAVE, name)]
    row = needs(things(cards, base), concepts_of(cards), base)[0]
    return [code for _, code in sorted(zip(-row, base.codes, strict=True)) if row[base.codes.index(code)] > 0]


def _sector(**values: object) -> str | None:
    base = sector_base()
    row = memberships([Card("w", WANT, **({"name": "hammadde"} | values))], base)[0]  # type: ignore[arg-type]
    return base.codes[int(row.argmax())] if row.any() else None


def test_every_division_has_a_profile_and_every_code_is_known() -> None:
    codes = {code.replace(".", "") for code in reference.nace_codes()}
    divisions = {code for code in codes if len(code) == 2 and code.isdigit()}
    assert divisions <= set(sector_base().codes)
    assert set(sector_base().codes) <= codes
    assert sum(len(code) == 4 for code in sector_base().codes) >= 200


def test_rows_are_complete_in_both_languages() -> None:
    with (KNOWLEDGE / "sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["role"] for row in rows} == {"name", "consumes", "gives_off"}
    for row in rows:
        assert row["term_en"] and row["term_tr"] and 0 < float(row["weight"]) <= 1
        assert not re.search(r"[\ufffdÃÄÅþðýÞÐÝ]", row["term_tr"])


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("uçucu kül", "2351"),
        ("FLY ASH", "2351"),
        ("cam kirigi", "2313"),
        ("melas", "1091"),
        ("çelik hurdası", "24"),
        ("karton hurdası", "17"),
        ("pirina", "1091"),
        ("waste heat", "0113"),
    ],
)
def test_a_have_finds_the_sectors_that_take_it(name: str, sector: str) -> None:
    assert sector in _takers(name)[:20]


@pytest.mark.parametrize(
    ("values", "sector"),
    [
        ({"nace": ("235101",)}, "2351"),
        ({"nace": ("23",)}, "23"),
        ({"activity": "zeytinyağı fabrikası"}, "1041"),
        ({"activity": "steelworks"}, "24"),
        ({"activity": "OSB arıtma tesisi"}, "3700"),
        ({"activity": "cimento fabrikasi"}, "2351"),
        ({}, None),
    ],
)
def test_a_want_finds_its_sector_by_code_or_by_words(values: dict[str, object], sector: str | None) -> None:
    assert _sector(**values) == sector


def test_a_want_that_names_a_thing_is_less_open_than_one_that_names_a_use() -> None:
    base = sector_base()
    wants = [Card("w", WANT, name, nace=("1091",)) for name in ("yem hammaddesi", "karton", "palet")]
    open_, *named = memberships(wants, base)[:, base.codes.index("1091")]
    assert open_ == 1 and all(value < 0.5 for value in named)


@pytest.mark.parametrize(
    "name, sector",
    [("animal feed producer", "1091"), ("yem üreticisi", "1091"), ("plastics recycling", "3832")],
)
def test_a_want_that_only_names_an_activity_belongs_to_it_though_a_use_is_called_so(
    name: str, sector: str
) -> None:
    base = sector_base()
    assert memberships([Card("w", WANT, name)], base)[0, base.codes.index(sector)] > 0.6


def test_the_same_thing_meets_in_two_languages() -> None:
    base = sector_base()
    have, want = things([Card("h", HAVE, "çelik cürufu"), Card("w", WANT, "steel slag")], base)
    assert (have * want).max() > 0.5


def test_every_use_has_names_in_both_languages() -> None:
    with (KNOWLEDGE / "uses.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["use_en"] and row["use_tr"] for row in csv.DictReader(file))


def test_those_that_mostly_take_a_thing_come_before_those_that_could() -> None:
    """Works of every metal could take steel scrap; steelworks do, and copper works do not."""
    base, cards = sector_base(), [Card("h", HAVE, "çelik hurdası")]
    said, about = things(cards, base), concepts_of(cards)
    could, does = needs(said, about, base)[0], usual_needs(said, about, base)[0]
    steelworks, copper_works = base.codes.index("2410"), base.codes.index("2444")
    assert base.codes[int(does.argmax())] == "2410"
    assert does[steelworks] - does[copper_works] > could[steelworks] - could[copper_works]


def test_a_want_of_a_service_is_not_open_to_the_goods_that_its_sector_takes() -> None:
    base = sector_base()
    truck = Card("w", Direction.WANT, "boş dönen tır", nace=("171207",))
    assert memberships([truck], base).max() > 0
    assert memberships([replace(truck, kind=Kind.LOGISTICS)], base).max() == 0


def test_a_want_that_only_names_an_activity_is_open_to_what_the_activity_takes_and_a_machine_is_none() -> (
    None
):
    base = sector_base()
    works, cement = Card("w", Direction.WANT, "cement works"), Card("w", Direction.WANT, "cement")
    mixer = Card("w", Direction.WANT, "cement mixer", nace=("4120",))
    assert openness([works], base)[0] == 1.0
    assert openness([cement], base)[0] < 0.5 and openness([mixer], base)[0] < 0.5
