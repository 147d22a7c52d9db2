"""Which questions a synergy meets, how they stand, what follows, and what holds the next stage back."""

import pytest

from core.domain.choices import Direction, Kind, Place, Stage, Transporter
from core.domain.legal import guidance, handbook
from core.domain.legal.guidance import ByProduct, Facts, State
from core.domain.legal.handbook import OutcomeKind, Route, Said
from core.domain.matching.cards import Card
from core.domain.matching.cautions import Spot

SAND, SLAG, PAINT = (
    "100908",
    "100903",
    "080111",
)  # (M) pair, not hazardous; absolute, not hazardous; (M), hazardous
ACID = "060101"  # absolute, hazardous
IZMIR_OSB = Spot(Place.ORGANISED_ZONE, "aosb")
FREE = Spot(Place.FREE_ZONE, "esbas")
TOWN = Spot(Place.NONE)


def asked(facts: Facts) -> set[str]:
    return {step.question.question_id for step in guidance.path(facts, {}).steps}


def material(*codes: str, **more: object) -> Facts:
    return Facts(Kind.MATERIAL, codes, **more)  # type: ignore[arg-type]


def state(path: guidance.Path, question_id: str) -> State:
    (step,) = [one for one in path.steps if one.question.question_id == question_id]
    return step.state


def test_only_an_entry_with_m_asks_for_an_analysis() -> None:
    assert "mirror" in asked(material(SAND))
    assert "mirror" in asked(material(PAINT))
    assert "mirror" not in asked(material(SLAG))
    assert {"absolute", "transport_licence"} <= asked(material(ACID))
    assert "absolute" not in asked(material(PAINT))


def test_hazardous_waste_asks_for_a_licensed_carrier_and_the_rest_for_annex_1() -> None:
    assert "transport_annex" not in asked(material(ACID))
    assert "transport_annex" in asked(material(SLAG))
    assert "transport_licence" not in asked(material(SLAG))
    unknown = asked(material())
    assert not {"transport_annex", "transport_licence"} & unknown


def test_a_card_and_a_code_that_contradict_each_other_are_asked_about() -> None:
    assert "hazard_agrees" in asked(material(SLAG, says_hazardous=True))
    assert "hazard_agrees" in asked(material(ACID, says_hazardous=False))
    assert "hazard_agrees" not in asked(material(ACID, says_hazardous=True))
    assert "hazard_agrees" not in asked(material(SLAG))
    assert material(SLAG, says_hazardous=True).is_hazardous is True


@pytest.mark.parametrize(
    ("route", "among", "not_among"),
    [
        (None, {"route", "licence", "declaration"}, {"by_product_conditions", "product_today"}),
        (
            Route.BY_PRODUCT,
            {"by_product_conditions", "by_product_asked", "mirror"},
            {"licence", "declaration"},
        ),
        (Route.RECOVERY, {"licence", "operation", "mirror"}, {"by_product_conditions", "recovered_standard"}),
        (Route.END_OF_WASTE, {"licence", "recovered_standard"}, {"by_product_conditions"}),
        (Route.PRODUCT, {"product_today", "carrier"}, {"licence", "mirror", "waste_code"}),
    ],
)
def test_the_route_decides_what_is_asked(route: Route | None, among: set[str], not_among: set[str]) -> None:
    found = asked(material(SAND, route=route))

    assert among <= found
    assert not not_among & found


def test_the_places_answer_whether_a_border_is_crossed() -> None:
    def border(giver: Spot, taker: Spot) -> Said | None:
        path = guidance.path(material(SAND, giver=giver, taker=taker), {"border": Said.NO})
        (step,) = [one for one in path.steps if one.question.question_id == "border"]
        return step.said

    assert border(IZMIR_OSB, TOWN) is Said.YES
    assert border(IZMIR_OSB, IZMIR_OSB) is Said.NO
    assert border(TOWN, TOWN) is Said.NO
    assert border(Spot(), TOWN) is Said.NO  # not known: what a person answered
    assert guidance.asks(handbook.questions()["border"], material(SAND, giver=Spot(), taker=TOWN))
    assert not guidance.asks(handbook.questions()["border"], material(SAND, giver=FREE, taker=TOWN))


def test_leaving_and_entering_a_free_zone_are_two_things() -> None:
    out = asked(material(SAND, giver=FREE, taker=TOWN))
    inside = asked(material(SAND, giver=FREE, taker=FREE))
    into = asked(material(SAND, giver=TOWN, taker=FREE))

    assert "free_zone_exit" in out
    assert "free_zone_entry" not in out
    assert "free_zone_entry" in into
    assert not {"free_zone_exit", "free_zone_entry"} & inside


@pytest.mark.parametrize(
    ("kind", "topics", "expected"),
    [
        (Kind.ENERGY, set(), {"zone_energy", "permit_change", "eia"}),
        (Kind.ENERGY, {"electricity"}, {"zone_energy", "permit_change", "eia", "electricity_licence"}),
        (Kind.WATER, set(), {"zone_water", "water_status", "permit_change", "water_efficiency"}),
        (Kind.WORKFORCE, set(), {"workers"}),
        (Kind.LOGISTICS, set(), {"logistics_papers", "storage"}),
        (Kind.CAPACITY, set(), {"permit_change", "eia", "capacity_licence"}),
        (Kind.EXPERTISE, set(), set()),
    ],
)
def test_what_is_no_material_has_questions_of_its_own(
    kind: Kind, topics: set[str], expected: set[str]
) -> None:
    facts = Facts(kind, topics=frozenset(topics), giver=IZMIR_OSB, taker=IZMIR_OSB)

    assert asked(facts) == expected


def test_outside_an_organised_zone_its_management_is_no_party() -> None:
    assert "zone_energy" not in asked(Facts(Kind.ENERGY, giver=TOWN, taker=TOWN))
    assert "zone_energy" in asked(Facts(Kind.ENERGY, giver=TOWN, taker=IZMIR_OSB))


def test_the_carrier_decides_which_paper_the_vehicle_needs() -> None:
    assert "own_vehicle" in asked(material(SAND, carrier=Transporter.GIVER))
    assert "hauler" in asked(material(SAND, carrier=Transporter.CARRIER))
    assert not {"own_vehicle", "hauler"} & asked(material(SAND))


def test_topics_come_from_what_is_given_and_what_it_is_for() -> None:
    oil = Card("h", Direction.HAVE, "kullanılmış kızartmalık yağ", waste_codes=("200126",))
    feed = Card("w", Direction.WANT, "karma yem hammaddesi", nace=("1091",))

    assert "vegetable_oil" in guidance.topics_of(oil, None)
    assert "feed" in guidance.topics_of(None, feed)
    assert guidance.topics_of(None, None) == frozenset()


def test_canteen_leftovers_are_asked_about_only_as_feed() -> None:
    assert "catering_feed" not in asked(material("200108", topics=frozenset({"catering"})))
    assert "catering_feed" in asked(material("200108", topics=frozenset({"catering", "feed"})))


def test_an_answer_settles_opens_or_stands_in_the_way() -> None:
    facts = material(ACID, route=Route.RECOVERY)

    path = guidance.path(
        facts,
        {
            "licence": Said.NO,
            "absolute": Said.YES,
            "transport_licence": Said.NOT_KNOWN,
            "stays_home": Said.NOT_APPLICABLE,
        },
    )

    assert state(path, "licence") is State.AGAINST
    assert state(path, "absolute") is State.SETTLED
    assert state(path, "transport_licence") is State.OPEN
    assert state(path, "stays_home") is State.SETTLED
    stops = [one.outcome_id for one in path.of_kind(OutcomeKind.STOP)]
    assert stops == ["licence_none"]
    assert "transport_firm" in [one.outcome_id for one in path.of_kind(OutcomeKind.PERMIT)]


def test_what_does_not_apply_asks_for_no_paper() -> None:
    path = guidance.path(material(SLAG, route=Route.RECOVERY), {"licence": Said.NOT_APPLICABLE})

    assert "licence_paper" not in [one.outcome_id for one in path.of_kind(OutcomeKind.PERMIT)]


def test_before_a_sample_leaves_only_the_first_questions_hold_it_back() -> None:
    facts = material(SAND, route=Route.RECOVERY, carrier=Transporter.GIVER, giver=TOWN, taker=TOWN)

    path = guidance.path(facts, {"licence": Said.YES})

    assert [step.question.question_id for step in path.blocking(Stage.SAMPLE)] == [
        "mirror", "transport_annex", "own_vehicle",
    ]  # fmt: skip
    later = [step.question.question_id for step in path.blocking(Stage.RUNNING)]
    assert {"code_declared", "operation", "declaration", "permit_change"} <= set(later)
    assert path.blocking(Stage.STALLED) == path.blocking(Stage.DROPPED) == ()


@pytest.mark.parametrize(
    ("check", "said", "expected"),
    [
        (None, None, State.OPEN),
        (ByProduct.OPEN, None, State.OPEN),
        (ByProduct.MEETS, Said.YES, State.SETTLED),
        (ByProduct.DOES_NOT_MEET, Said.NO, State.AGAINST),
    ],
)
def test_the_by_product_check_answers_its_question(
    check: ByProduct | None, said: Said | None, expected: State
) -> None:
    path = guidance.path(material(SLAG, route=Route.BY_PRODUCT), {"by_product_conditions": Said.YES}, check)

    (step,) = [one for one in path.steps if one.question.question_id == "by_product_conditions"]
    assert (step.said, step.state) == (said, expected)


def test_one_condition_not_met_is_enough_and_all_must_be_met() -> None:
    met = dict.fromkeys(handbook.conditions(), Said.YES)

    assert guidance.overall(met) is ByProduct.MEETS
    assert guidance.overall(met | {"safety": Said.NOT_KNOWN}) is ByProduct.OPEN
    assert guidance.overall({"demand": Said.NO}) is ByProduct.DOES_NOT_MEET
    assert guidance.overall({}) is ByProduct.OPEN


def test_unchecked_statements_of_a_path_are_told() -> None:
    path = guidance.path(material(SLAG, route=Route.RECOVERY), {})

    told = {one.outcome_id for one in path.unchecked}
    assert "operation_code" in told
    assert "declaration_duty" not in told


def test_the_path_opens_at_the_first_contact() -> None:
    assert not guidance.is_open_at(Stage.IDEA)
    assert guidance.is_open_at(Stage.CONTACTED)
    assert guidance.is_open_at(Stage.STALLED)
    assert guidance.next_stage(Stage.CONTACTED) is Stage.MEETING
    assert guidance.next_stage(Stage.VERIFIED) is guidance.next_stage(Stage.DROPPED) is None
