"""The sample region: its counts, its references and that nobody copied a line of it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.domain.model import SYSTEM
from core.domain.text import fold, stems, tokens
from core.services import impact, installing
from core.storage import sample
from core.storage.database import Database, open_database

_NUMBER_WORDS = (
    "bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin"
)
_MEASURES = "ton t kg m2 m3 mwh gwh litre adet palet kamyon derece mikron yüzde"
_REACHED_SAMPLE = {"sample", "feasibility", "agreement", "running", "verified"}
_STALL_REASONS = 10


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    now = datetime(2026, 11, 22, tzinfo=UTC).replace(tzinfo=None)
    installing.create(path, SYSTEM, "izmir", with_sample=True, now=now)
    database = open_database(path)
    yield database
    database.close()


def _cards(pattern: str) -> dict[str, dict[str, Any]]:
    return {row["resource_id"]: row for row in sample.read(pattern)}


def _firm_of_card() -> dict[str, str]:
    firm_of_site = {row["site_id"]: row["firm_id"] for row in sample.read("sites")}
    cards = _cards("haves") | _cards("wants")
    return {card_id: firm_of_site[card["site_id"]] for card_id, card in cards.items()}


def _way(synergy: dict[str, Any]) -> list[tuple[str, date]]:
    steps = [step.split(":") for step in (synergy["stages"] or "").split(";") if step]
    return [(stage, date.fromisoformat(on)) for stage, on in steps]


def _content(card: dict[str, Any]) -> set[str]:
    return set(stems(tokens(f"{card['name']} {card['description'] or ''}")))


def test_the_sample_has_the_size_of_the_first_workshops() -> None:
    haves, wants = _cards("haves"), _cards("wants")

    assert len(sample.read("firms")) == 109
    assert len(haves) + len(wants) == 637
    assert 2.3 <= len(haves) / len(wants) <= 2.7
    assert len(sample.read("workshops")) == 4
    assert len(sample.read("synergies")) == 685


def test_every_firm_attends_one_workshop_and_226_people_come() -> None:
    rows = sample.read("attendance")
    people = [int(row[name]) for row in rows for name in ("women", "men", "not_said")]
    women = sum(int(row["women"]) for row in rows)

    assert Counter(row["firm_id"] for row in rows) == Counter(row["firm_id"] for row in sample.read("firms"))
    assert sum(people) == 226
    assert 0.4 <= women / 226 <= 0.5


def test_about_half_of_the_firms_were_visited() -> None:
    firm_of_site = {row["site_id"]: row["firm_id"] for row in sample.read("sites")}
    visits = sample.read("visits")

    assert 52 <= len({firm_of_site[row["site_id"]] for row in visits}) <= 56
    assert sum(row["closed"] == "no" for row in visits) == 3
    notes = [row["notes"] for row in visits if row["notes"]]
    assert len(set(notes)) == len(notes)


def test_the_funnel_is_as_thin_as_the_real_one() -> None:
    synergies = sample.read("synergies")
    followed = [row for row in synergies if _way(row)]
    exchanged = [row for row in followed if _REACHED_SAMPLE & {stage for stage, _ in _way(row)}]
    now_at = Counter(_way(row)[-1][0] for row in followed)

    assert 35 <= len(followed) <= 50
    assert len({row[side] for row in exchanged for side in ("giver_firm_id", "taker_firm_id")}) == 11
    assert now_at["verified"] == 1
    assert now_at["running"] == 2
    assert len({row["stall_reason"] for row in followed if row["stall_reason"]}) == _STALL_REASONS


def test_stages_follow_each_other_after_the_day_they_were_recorded() -> None:
    for row in sample.read("synergies"):
        days = [on for _, on in _way(row)]
        assert days == sorted(days), row["synergy_id"]
        assert all(date.fromisoformat(row["recorded_on"]) <= on <= date(2026, 11, 15) for on in days)
        ended = bool(days) and _way(row)[-1][0] in ("stalled", "dropped")
        assert ended == bool(row["stall_reason"]), row["synergy_id"]


def test_every_reference_leads_somewhere() -> None:
    firm_of = _firm_of_card()
    kinds = {card_id: card["kind"] for card_id, card in (_cards("haves") | _cards("wants")).items()}
    visits = {row["visit_id"]: row for row in sample.read("visits")}
    workshops = {row["workshop_id"]: row["held_on"] for row in sample.read("workshops")}
    firms = {row["firm_id"] for row in sample.read("firms")}

    for row in sample.read("synergies"):
        assert firm_of[row["have_id"]] == row["giver_firm_id"], row["synergy_id"]
        assert row["taker_firm_id"] in firms
        assert row["taker_firm_id"] != row["giver_firm_id"], row["synergy_id"]
        assert kinds[row["have_id"]] == row["kind"], row["synergy_id"]
        if row["want_id"]:
            assert firm_of[row["want_id"]] == row["taker_firm_id"], row["synergy_id"]
            assert kinds[row["want_id"]] == row["kind"], row["synergy_id"]
        day = workshops[row["workshop_id"]] if row["workshop_id"] else visits[row["visit_id"]]["visited_on"]
        assert row["recorded_on"] == day, row["synergy_id"]
    for row in sample.read("opportunities"):
        assert visits[row["visit_id"]]["site_id"] == row["site_id"], row["opportunity_id"]


def test_no_pair_is_recorded_twice() -> None:
    pairs = [(row["have_id"], row["want_id"] or row["taker_firm_id"]) for row in sample.read("synergies")]

    assert len(set(pairs)) == len(pairs)


def test_no_description_stands_on_two_cards() -> None:
    cards = _cards("haves") | _cards("wants")
    descriptions = [fold(card["description"]) for card in cards.values() if card["description"]]

    assert [text for text, times in Counter(descriptions).items() if times > 1] == []


def test_no_title_is_used_twice_and_no_template_more_than_twice() -> None:
    names = {word for firm in sample.read("firms") for word in tokens(firm["short_name"])}
    places = {word for site in sample.read("sites") for word in tokens(site["district"])}
    out = names | places | {fold(word) for word in f"{_NUMBER_WORDS} {_MEASURES}".split()}
    titles = [row["title"] for row in sample.read("synergies")]
    templates = Counter(
        " ".join(word for word in re.findall(r"[^\W\d_]+", fold(title)) if word not in out)
        for title in titles
    )

    assert len(set(titles)) == 685
    assert [template for template, times in templates.items() if times > 2] == []


def test_most_intended_partners_share_no_content_word() -> None:
    haves, wants, firm_of = _cards("haves"), _cards("wants"), _firm_of_card()
    pairs = sample.read("expected_pairs")
    sharing = [row for row in pairs if _content(haves[row["have_id"]]) & _content(wants[row["want_id"]])]

    assert len({(row["have_id"], row["want_id"]) for row in pairs}) == len(pairs) >= 150
    assert len(sharing) / len(pairs) <= 0.2
    for row in pairs:
        assert haves[row["have_id"]]["kind"] == wants[row["want_id"]]["kind"]
        assert firm_of[row["have_id"]] != firm_of[row["want_id"]]


def test_every_firm_is_marked_as_a_sample(loaded: Database) -> None:
    with loaded.reading() as cursor:
        rows = cursor.rows("firm_table", region_id="izmir")

    assert len({row["firm_id"] for row in rows}) == 109
    assert all(row["is_sample"] for row in rows)


def test_the_impact_of_followed_synergies_is_computed(loaded: Database) -> None:
    found = impact.of_region(loaded, SYSTEM)

    assert len(found.counted) >= 20
    assert len(found.counted) + len(found.not_counted) == sum(
        1 for row in sample.read("synergies") if _way(row) and _way(row)[-1][0] not in ("stalled", "dropped")
    )
