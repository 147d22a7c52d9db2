"""Who can help a synergy, and why: by its things, by what holds it up, by the sectors of its firms."""

from core.domain.choices import Direction, StallReason
from core.domain.datafiles import rows_of
from core.domain.knowledge.materials import all_concepts
from core.domain.matching.cards import Card
from core.domain.programme.helping import Case, Met, Reason, rank, read
from core.domain.programme.people import Expert, ExpertKind
from core.domain.synergies.following import Perspective

SAND = Card("h", Direction.HAVE, "Furan reçineli atık döküm kumu")
FOUNDRY_TO_CEMENT = Case((SAND,), (), giver_nace=("24.51",), taker_nace=("23.51",))


def person(expert_id: str, fields: str | None, *sectors: str) -> Expert:
    return Expert(expert_id, "izmir", ExpertKind.ACADEMIC, expert_id, fields=fields, sectors=sectors)


def test_who_knows_the_thing_itself_comes_before_who_knows_only_the_sector() -> None:
    found = rank(FOUNDRY_TO_CEMENT, [person("sector", None, "24"), person("thing", "döküm kumu")])

    assert [one.expert.expert_id for one in found] == ["thing", "sector"]
    assert found[0].reasons[0].met is Met.SUBJECT
    assert (found[0].reasons[0].ours, found[0].reasons[0].theirs) == ("spent_foundry_sand",) * 2
    assert found[1].reasons == (Reason(Met.SECTOR, "24", "24", 0.7),)


def test_a_sector_of_both_firms_says_more_than_that_of_one() -> None:
    found = rank(FOUNDRY_TO_CEMENT, [person("both", None, "23", "24"), person("one", None, "23")])

    assert [(one.expert.expert_id, one.score) for one in found] == [("both", 0.2), ("one", 0.14)]


def test_who_has_nothing_to_do_with_it_is_not_proposed() -> None:
    assert rank(FOUNDRY_TO_CEMENT, [person("tailor", "konfeksiyon", "14"), person("unknown", None)]) == []


def test_a_barrier_calls_for_its_skill() -> None:
    held_up = Case((SAND,), reasons=(StallReason.LEGAL,))

    (found,) = rank(held_up, [person("lawyer", "atık mevzuatı"), person("tailor", "konfeksiyon")])

    assert found.reasons == (Reason(Met.BARRIER, "legal", "waste_legislation_expertise", 1.0),)
    assert found.score == 0.35


def test_an_unready_perspective_calls_for_its_skill_a_little_less() -> None:
    unready = Case((SAND,), perspectives=(Perspective.ENVIRONMENT,))

    (found,) = rank(unready, [person("assessor", "yaşam döngüsü analizi")])

    assert [(one.met, one.ours, one.value) for one in found.reasons] == [
        (Met.PERSPECTIVE, "environment", 0.8)
    ]


def test_a_skill_goes_with_the_material_that_it_is_about() -> None:
    swarf = Case((Card("h", Direction.HAVE, "Alüminyum talaşı"),))

    (found,) = rank(swarf, [person("metallurgist", "metalurji")])

    skill = next(one for one in found.reasons if one.met is Met.SKILL)
    assert skill.theirs == "metallurgy_expertise"


def test_an_english_card_meets_turkish_fields() -> None:
    english = Case((Card("h", Direction.HAVE, "Spent foundry sand"),))

    assert [one.expert.expert_id for one in rank(english, [person("thing", "döküm kumu")])] == ["thing"]


def test_equals_stand_in_the_order_of_their_ids() -> None:
    found = rank(FOUNDRY_TO_CEMENT, [person("b", None, "24"), person("a", None, "24")])

    assert [one.expert.expert_id for one in found] == ["a", "b"]


def test_fields_that_name_nothing_known_are_read_as_nothing() -> None:
    assert read(None) == read(" , ;") == []


def test_every_row_of_the_table_names_a_known_need_and_a_known_skill() -> None:
    concepts = {one.id for one in all_concepts()}
    needs = {
        "reason": {one.value for one in StallReason},
        "perspective": {one.value for one in Perspective},
        "about": concepts,
    }
    rows = rows_of("helping.csv")

    assert all(row["need"] in needs[row["need_kind"]] and row["concept_id"] in concepts for row in rows)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
