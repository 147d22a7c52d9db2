"""The tables of data/reference/legal: form, addresses, dates, and nothing that claims to be checked without a text."""

import csv
import re
from datetime import date

import pytest

from core import config
from core.domain.choices import STAGES_IN_ORDER, Stage
from core.domain.knowledge.concepts import concept_base
from core.domain.legal import handbook
from core.domain.legal.handbook import (
    ALWAYS,
    UNCHOSEN,
    Answerer,
    ReadAs,
    Route,
    Said,
)
from core.domain.legal.handbook_search import found

FOLDER = config.REFERENCE / "legal"
TABLES = sorted(FOLDER.glob("*.csv"))
WITH_SOURCE = ("regulations", "outcomes", "by_product_conditions")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_row_has_a_cell_too_many_or_too_few_and_ids_are_unique(path: object) -> None:
    found_rows = rows(path.stem)  # type: ignore[attr-defined]
    ids = [next(iter(row.values())) for row in found_rows]

    assert found_rows
    assert all(None not in row and None not in row.values() for row in found_rows)
    assert len(set(ids)) == len(ids)


def test_no_regulation_stands_without_the_address_of_its_text() -> None:
    addresses = {row["regulation_id"]: row["address"] for row in rows("regulations")}

    assert [one for one, address in addresses.items() if not re.fullmatch(r"https?://\S+", address)] == []


def test_the_official_gazette_is_a_day_and_a_number_or_neither() -> None:
    for row in rows("regulations"):
        assert bool(row["gazette_date"]) is bool(row["gazette_number"]), row["regulation_id"]
        if row["gazette_date"]:
            assert date(1980, 1, 1) < date.fromisoformat(row["gazette_date"]) < date(2027, 1, 1)
            assert re.fullmatch(r"\d{5}( M)?", row["gazette_number"]), row["regulation_id"]


def test_a_missing_gazette_is_explained() -> None:
    silent = [
        row["regulation_id"] for row in rows("regulations") if not row["gazette_date"] and not row["note_en"]
    ]

    assert silent == []


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_checked_means_that_the_text_itself_was_read_somewhere(name: str) -> None:
    for row in rows(name):
        text_read = row["read_as"] in (ReadAs.OFFICIAL, ReadAs.COPY)
        assert bool(row["checked_on"]) is text_read, row
        assert bool(row["read_at"]) is bool(row["read_as"]), row
        assert not row["read_at"] or re.fullmatch(r"https?://\S+", row["read_at"]), row
        assert not row["checked_on"] or date.fromisoformat(row["checked_on"])


@pytest.mark.parametrize("name", TABLES, ids=lambda path: path.stem)
def test_every_text_stands_in_both_languages(name: object) -> None:
    for row in rows(name.stem):  # type: ignore[attr-defined]
        for column, cell in row.items():
            if column.endswith("_en"):
                assert bool(cell) is bool(row[f"{column[:-3]}_tr"]), row


def test_the_questions_use_only_words_that_are_known() -> None:
    topics = {one.topic_id for one in handbook.topics()}
    routes = {UNCHOSEN, *Route}
    entry_types = {"AH", "AN", "MH", "MN", "H", handbook.DISAGREE}

    for one in handbook.questions().values():
        assert one.routes <= routes
        assert one.entry_types <= entry_types
        assert all(part <= topics for part in one.topics)
        assert one.kinds
        assert one.settled_by <= {Said.YES, Said.NO}
        assert one.stage in STAGES_IN_ORDER
        assert STAGES_IN_ORDER.index(one.stage) > STAGES_IN_ORDER.index(Stage.CONTACTED)


def test_each_question_leads_somewhere_and_no_statement_hangs_loose() -> None:
    asked = set(handbook.questions())
    answered = {one.question_id for one in handbook.outcomes()}
    words = {ALWAYS, UNCHOSEN, Said.YES, Said.NO}

    assert asked == answered
    assert [one.outcome_id for one in handbook.outcomes() if not one.answers <= words] == []


def test_an_answer_that_stops_is_never_one_that_settles() -> None:
    for one in handbook.outcomes():
        if one.kind is handbook.OutcomeKind.STOP:
            assert not one.answers & handbook.questions()[one.question_id].settled_by, one.outcome_id


def test_the_topics_name_concepts_of_the_vocabulary() -> None:
    known = {one.id for one in concept_base().concepts}
    named = {concept for one in handbook.topics() for concept in one.have_concepts | one.want_concepts}

    assert sorted(named - known) == []


def test_what_is_answered_by_itself_is_told_by_one_question_each() -> None:
    by_itself = [one.answered_by for one in handbook.questions().values() if one.answered_by]

    assert sorted(by_itself) == sorted(Answerer)


def test_no_by_product_communique_is_named_and_the_recovery_communique_is_repealed() -> None:
    names = [one.name_tr for one in handbook.regulations().values()]

    assert [name for name in names if "Yan Ürün" in name and "Hayvansal" not in name] == []
    assert handbook.regulations()["recovery_communique"].is_repealed
    assert handbook.regulations()["recovery_plants"].gazette_date == date(2021, 10, 9)
    rest_on_it = [one for one in handbook.outcomes() if one.regulation.is_repealed]
    assert rest_on_it == []


def test_the_by_product_check_asks_the_six_conditions_of_article_19() -> None:
    assert list(handbook.conditions()) == [
        "integral", "capacity_report", "demand", "treatment", "standard", "safety",
    ]  # fmt: skip
    assert {one.article_en for one in handbook.conditions().values()} == {"art. 19"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("motat", ["transport_licence"]),
        ("KIZARTMALIK", ["vegetable_oil"]),
        ("kizartmalik yag", ["vegetable_oil"]),
        ("no such words", []),
    ],
)
def test_the_handbook_is_searched_as_people_type(typed: str, expected: list[str]) -> None:
    assert [one.question_id for one in found(typed)] == expected


def test_route_and_regulation_narrow_the_search() -> None:
    product = {one.question_id for one in found(route=Route.PRODUCT)}
    assert {"product_today", "carrier"} <= product
    assert not {"licence", "mirror", "by_product_asked"} & product

    by_law = [one.question_id for one in found(regulation_id="organised_zones")]
    assert by_law == ["zone_energy", "zone_water"]

    unchecked = {one.question_id for one in found(only_unchecked=True)}
    assert "by_product_conditions" in unchecked
    assert "declaration" not in unchecked
