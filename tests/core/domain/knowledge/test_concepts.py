"""The concepts of industry, and finding them in texts."""

import re

import numpy as np
import pytest

from core.config import KNOWLEDGE
from core.domain import reference
from core.domain.choices import Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.concepts import best_of, concept_base, find, opened
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.mentions import concepts_of, mentioned
from core.domain.matching.cards import Card

HAZARDS = {"flammable", "toxic", "corrosive", "infectious", "ecotoxic", "reactive", "carcinogenic", "asbestos",
           "radioactive"}  # fmt: skip


def _found(text: str) -> dict[str, float]:
    return {all_concepts()[row].id: weight for row, weight in find(text).items()}


def _fit(have: str, want: str) -> float:
    base = concept_base()
    return float(base.fit[base.row_of[have], base.row_of[want]])


def test_there_are_enough_concepts_and_terms() -> None:
    assert len(all_concepts()) >= 700
    assert len(rows_of("terms.csv")) >= 3_000


def test_the_readme_tells_of_every_table() -> None:
    listed = re.findall(r"^\| (\S+\.csv) \|", (KNOWLEDGE / "README.md").read_text("utf-8"), re.M)

    assert sorted(listed) == sorted(path.name for path in KNOWLEDGE.glob("*.csv"))


@pytest.mark.parametrize(
    ("typed", "concept"),
    [
        ("kizartma yagi", "used_cooking_oil"), ("bitkisel atık yağlar", "used_cooking_oil"),
        ("yanmış yağ", "waste_mineral_oil"), ("ölü balık", "dead_animals"), ("balik bagirsagi", "fish_waste"),
        ("sunta tozu, talas", "mdf_dust"), ("2. kalite pp granul", "polypropylene"),
        ("sünger fire", "polyurethane_foam"), ("sünger taşı", "pumice"), ("eski lastik", "end_of_life_tyre"),
        ("soguk hava deposunda bos yer", "cold_storage"),
    ],
)  # fmt: skip
def test_what_a_hurried_advisor_types_is_read_as_what_he_means(typed: str, concept: str) -> None:
    assert max(_found(typed).items(), key=lambda found: found[1])[0] == concept


def test_every_concept_names_what_exists() -> None:
    concepts = {concept.id: concept for concept in all_concepts()}
    assert len(concepts) == len(all_concepts())
    for concept in concepts.values():
        assert concept.name_tr and concept.name_en
        assert concept.kind in set(Kind)
        assert set(concept.broader) | set(concept.stands_in_for) <= set(concepts)
        assert concept.id not in (*concept.broader, *concept.stands_in_for)
        assert set(concept.waste_codes) <= set(reference.waste_codes())
        assert set(concept.hazards) <= HAZARDS


def test_every_term_belongs_to_a_concept_and_no_letter_is_broken() -> None:
    ids = {concept.id for concept in all_concepts()}
    for row in rows_of("terms.csv"):
        assert row["concept_id"] in ids and row["language"] in ("tr", "en")
        assert not re.search(r"[\ufffdÃÄÅþðýÞÐÝ]", row["term"])


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("uçucu kül", "fly_ash"), ("UCUCU KULU", "fly_ash"), ("fly ashes", "fly_ash"),
        ("hurda çelik", "steel_scrap"), ("demir-çelik cürufu", "steel_slag"), ("alumnium scrap", "aluminium_scrap"),
        ("atık frtiöz yağı", "used_cooking_oil"), ("kireçtaşı", "limestone"), ("döküm kumu", "spent_foundry_sand"),
        ("cooling water", "cooling_water"), ("peyniraltı suyu", "whey"), ("training", "training"),
    ],
)  # fmt: skip
def test_a_text_is_understood_however_written(text: str, concept: str) -> None:
    assert _found(text) == {concept: 1.0}


def test_what_stands_before_the_last_thing_or_after_from_only_describes_it() -> None:
    assert _found("zeytinyağı fabrikası pirinası") == {"olive_oil": 0.5, "olive_pomace": 1.0}
    assert _found("ash from coal")["ash"] > _found("ash from coal")["coal"]


def test_a_word_nobody_knows_is_no_concept() -> None:
    assert _found("asdfgh") == {} == _found("") == _found("123 kg")


def test_the_same_fits_best_then_narrower_and_wide_concepts_say_nothing() -> None:
    assert _fit("fly_ash", "fly_ash") > _fit("fly_ash", "ash") > 0
    assert _fit("material", "material") == 0


def test_a_have_can_stand_in_for_something_but_not_the_other_way() -> None:
    assert "biodiesel" in all_concepts()[concept_base().row_of["used_cooking_oil"]].stands_in_for
    assert _fit("used_cooking_oil", "biodiesel") > _fit("biodiesel", "used_cooking_oil")


def test_what_a_use_is_made_from_stands_in_for_it() -> None:
    assert "scrap_charge" not in all_concepts()[concept_base().row_of["steel"]].stands_in_for
    assert _fit("shellfish_shells", "soil_liming_agent") > _fit("soil_liming_agent", "shellfish_shells")
    assert _fit("steel", "scrap_charge") > _fit("scrap_charge", "steel")


def test_every_use_is_made_from_what_exists_and_of_no_use_in_a_circle() -> None:
    ids = {concept.id for concept in all_concepts()}
    made = set()
    for use in rows_of("uses.csv"):
        assert use["use_concept"] in ids or not use["use_concept"] + use["made_from"]
        for part in filter(None, use["made_from"].split(";")):
            name, _, weight = part.partition(":")
            assert name in ids and name != use["use_concept"] and 0 < float(weight or 1) <= 1
            made.add((name, use["use_concept"]))
    assert not made & {(use, name) for name, use in made}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("meat and bone meal", "meat_bone_meal"), ("şeker pancarı", "sugar_beet"), ("halı atığı", "carpet_waste"),
        ("at kılı", "animal_hair_bristle"), ("arıtma kimyasalı", "water_treatment_chemical"),
        ("pickling bath", "spent_pickling_acid"), ("ahşap travers", "railway_sleeper"),
        ("ömrünü tamamlamış güneş paneli", "solar_panel_waste"), ("kâğıt ve karton", "paper_and_board"),
    ],
)  # fmt: skip
def test_a_term_of_its_own_is_not_taken_for_its_neighbour(text: str, concept: str) -> None:
    sure = {
        all_concepts()[row].id for row, weight in mentioned([text])[0].items() if weight == pytest.approx(1.0)
    }
    assert concept in sure and len(sure - {"paperboard"}) == 1


def test_opened_rows_and_fits_agree() -> None:
    base = concept_base()
    cards = [
        Card("a", Direction.HAVE, "uçucu kül, cam kırığı"),
        Card("b", Direction.WANT, "çimento klinkeri"),
    ]
    found = concepts_of(cards)
    gives, takes = opened(found[:1], base.gives).toarray()[0], opened(found[1:], base.takes).toarray()[0]
    by_fit = best_of(found[:1], np.asarray(best_of(found[1:], base.fit.T).T))
    assert (gives * takes).max() == pytest.approx(by_fit[0, 0])


def test_what_a_thing_is_for_is_not_what_it_is() -> None:
    names = [concept.id for concept in concept_base().concepts]
    found = {names[row]: weight for row, weight in find("Köpüklü cüruf için karbon").items()}
    assert found["slag"] == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "yakında başladı",
        "verdiği söz",
        "annual",
        "koyu ve derin",
        "kapsamlı bir iş",
        "montaj için şu",
        "apply",
        "it contains",
    ],
)
def test_ordinary_words_name_nothing(text: str) -> None:
    """Words like yağ, bazalt, vernik, tavlama, koyun, deri, su, apple or conta lie one letter or suffix away."""
    assert _found(text) == {}


def test_a_job_is_no_heat() -> None:
    """Both fold to "isi"; where the dots are typed, they tell."""
    assert set(_found("taşıma işi")) == {"transport"}
    assert "waste_heat" in _found("atık ısı")
