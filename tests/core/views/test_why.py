"""Why and why not, in sentences of both languages; the money in words."""

from datetime import date

import pytest

from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.precedents import all_precedents
from core.domain.matching.cautions import all_cautions
from core.domain.matching.evidence import Meeting, Met, Need
from core.domain.matching.exclusions import all_exclusions
from core.domain.matching.objections import Against, Coverage, Objection
from core.domain.matching.room import Item, Line, Mark, Rate, Room
from core.i18n import translator
from core.views import deal, why

EN, TR = translator("en"), translator("tr")
CONCEPTS = {one.id: one for one in all_concepts()}
ASH, FLY_ASH, CLINKER = CONCEPTS["ash"], CONCEPTS["fly_ash"], CONCEPTS["cement_clinker"]


@pytest.mark.parametrize(
    ("met", "english", "turkish"),
    [
        (Met(ASH, ASH, Meeting.SAME), "Both cards mean “Ash”.", "İki kart da “Kül” diyor."),
        (
            Met(ASH, ASH, Meeting.READ, is_sure=False),
            "Both cards seem to be about “Ash”.",
            "İki kart da “Kül” ile ilgili görünüyor.",
        ),
        (
            Met(ASH, ASH, Meeting.SAME, is_sure=False),
            "Both cards mention “Ash”.",
            "İki kartta da “Kül” geçiyor.",
        ),
        (
            Met(FLY_ASH, ASH, Meeting.KIND_OF),
            "“Fly ash” is a kind of “Ash”, which is wanted.",
            "“Uçucu kül”, aranan “Kül” türlerinden biridir.",
        ),
        (
            Met(FLY_ASH, CLINKER, Meeting.STANDS_IN),
            f"“Fly ash” can stand in for “{CLINKER.name_en}”.",
            f"“Uçucu kül”, “{CLINKER.name_tr}” yerine kullanılabilir.",
        ),
        (
            Met(FLY_ASH, ASH, Meeting.KIN, ASH),
            "“Fly ash” and “Ash” are both kinds of “Ash”.",
            "“Uçucu kül” ile “Kül” aynı gruptandır: “Kül”.",
        ),
    ],
)
def test_how_two_concepts_met(met: Met, english: str, turkish: str) -> None:
    assert (why.meeting(met, EN), why.meeting(met, TR)) == (english, turkish)


def test_an_activity_is_said_without_its_long_brackets() -> None:
    need = Need("2351", "cement", "çimento", "mill scale", "tufal")

    assert why.need(need, EN) == "The activity “Manufacture of cement” is known to use “mill scale”."
    assert why.need(need, TR) == "“Çimento imalatı” faaliyetinin “tufal” kullandığı bilinir."


def test_a_sector_without_a_title_is_called_by_its_name() -> None:
    assert "“glass”" in why.need(Need("2310", "glass", "cam fabrikası", "cullet", "cam kırığı"), EN)


def test_a_precedent_is_said_with_place_and_both_sides() -> None:
    found = next(one for one in all_precedents() if one.status == "implemented")
    said = why.precedent(found, EN)

    assert all(part in said for part in (found.place, found.resource_en, found.donor_en, found.receiver_en))
    assert found.source in why.precedent_source(found, EN)


@pytest.mark.parametrize("objection", list(Objection))
def test_each_objection_has_a_sentence_with_its_values(objection: Objection) -> None:
    against = Against(objection, codes=("080111",), months=(7, 8), km=50.0)

    for t in (EN, TR):
        assert "{" not in why.objection(against, t)
    assert why.objection(against, EN) != why.objection(against, TR)


def test_codes_and_months_are_named_in_an_objection() -> None:
    assert "08 01 11*" in why.objection(Against(Objection.PERMIT, codes=("080111",)), EN)
    assert "Temmuz, Ağustos" in why.objection(Against(Objection.SEASON_PARTLY, months=(7, 8)), TR)


@pytest.mark.parametrize(
    ("coverage", "english"),
    [
        (Coverage(30, 120, "t"), "Covers 25 % of what is wanted (30 of 120 t)."),
        (Coverage(0.1, 120, "t"), "Covers 1 % of what is wanted (0.1 of 120 t)."),
        (Coverage(150, 120, "m3"), "Covers what is wanted (150 for 120 m³)."),
        (Coverage(300, 120, "t"), "Is 2.5 times what is wanted (300 for 120 t): look for more takers."),
    ],
)
def test_what_is_covered(coverage: Coverage, english: str) -> None:
    assert why.coverage(coverage, EN) == english


def test_a_rule_that_nobody_has_read_says_so() -> None:
    rules = {one.checked_on is None: one for one in all_cautions()}

    assert why.caution_source(rules[True], EN).endswith("(not yet checked against the text)")
    assert why.caution_source(rules[False], EN).endswith("(checked on 22 Nov 2026)")


def test_a_refused_pair_is_said_by_reason_and_rule() -> None:
    rule = all_exclusions()[0]

    assert why.exclusion(rule, EN) == f"Not suggested: {rule.reason_en} Rule: {rule.rule}"


LINES = (
    Line(Item.GIVER, -300.0, date(2026, 4, 1), (Mark.VAT_UNKNOWN,)),
    Line(Item.TAKER, 1200.5, date(2024, 4, 1), (Mark.OLD,)),
    Line(Item.TRANSPORT, -4.25, date(2026, 4, 1), (Mark.CROW_FLIES,)),
)


def test_a_sum_is_said_by_unit_and_roughly_by_year() -> None:
    room = Room("t", LINES, (Item.TREATMENT,), 896.25, 4_888_772.0, 5000)

    assert deal.total(room, EN) == "Room for a deal: 896 TRY/t, about 4,900,000 TRY a year"
    assert deal.total(room, TR) == "Anlaşma payı: 896 TL/t, yılda yaklaşık 4.900.000 TL"
    assert deal.caveat(room, EN) == (
        "Not known and not counted: treatment. Some prices are older than a year or have no date."
    )


def test_a_negative_sum_shows_its_sign() -> None:
    assert deal.total(Room("t", LINES, (), -293.2), EN) == "Room for a deal: −293 TRY/t"


def test_without_a_sum_nothing_is_promised() -> None:
    room = Room("t", LINES[:1], (Item.TAKER, Item.TRANSPORT, Item.TREATMENT, Item.QUANTITY))

    assert deal.total(room, EN) == "The room for a deal is not known yet."
    assert deal.unknown(room, EN) == (
        "Not known and not counted: what the taker pays today, transport, treatment, quantity a year."
    )


def test_each_item_says_what_it_is_its_sign_and_what_to_mind() -> None:
    assert [deal.item(line, EN) for line in LINES] == [
        "The giver gives up what it earns today",
        "The taker saves what is paid today",
        "Transport",
    ]
    assert [deal.amount(line, "t", EN) for line in LINES] == ["−300 TRY/t", "+1,200 TRY/t", "−4.25 TRY/t"]
    assert [deal.mind(line, EN) for line in LINES] == [
        "1 Apr 2026, VAT not said",
        "1 Apr 2024, older than a year",
        "1 Apr 2026, as the crow flies; the road is longer",
    ]


def test_the_transport_price_is_said_with_date_and_source() -> None:
    assert deal.rate(Rate(4.6, date(2026, 9, 15), "teklif"), EN) == (
        "Transport price: 4.6 TRY/t·km of 15 Sep 2026 (teklif)"
    )
    assert deal.rate(None, EN) == "No transport price is set for the region; a manager can set it."
