"""Services read by all that is said of them."""

import numpy as np
import pytest

from core.domain.choices import FLOWS, Direction, Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.documents import BEST
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.services import readings, service_base, shares
from core.domain.matching import ranking
from core.domain.matching.cards import Card


def _have(name: str, kind: Kind | None = None) -> Card:
    return Card("h", Direction.HAVE, name, kind)


def _want(name: str, kind: Kind | None = None) -> Card:
    return Card("w", Direction.WANT, name, kind)


def _read(text: str) -> list[str]:
    """Return what a have of a service is read as, likeliest first."""
    row = readings([_have(text)], np.ones(1)).toarray()[0]
    names = [one.id for one in service_base().concepts]
    return [names[place] for place in np.argsort(-row, kind="stable") if row[place] > 0]


def test_every_service_has_words_of_offers_and_of_needs_in_both_languages() -> None:
    services = {one.id for one in all_concepts() if Kind(one.kind) not in FLOWS}
    rows = rows_of("service_words.csv")
    assert {(row["concept_id"], row["side"]) for row in rows} == {
        (one, side) for one in services for side in ("offer", "need")
    }
    assert len(rows) == 2 * len(services)
    assert all(row["words_en"].strip() and row["words_tr"].strip() for row in rows)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("döküm parçanın içinde çatlak var mı baktıracağız", "ndt_service"),
        ("we need a doctor for our staff some hours a month", "workplace_physician"),
        ("kavunlar satılana kadar çürümeden dursun", "cold_storage"),
        ("someone who can put our lorry on a scale", "weighbridge"),
        ("geceleri kapıda duracak bekçi", "security_staff"),
    ],
)
def test_a_need_is_understood_though_it_names_no_service(text: str, service: str) -> None:
    assert service in _read(text)[:3]


def test_a_text_speaks_of_few_services_and_of_none_where_no_word_is_known() -> None:
    assert 0 < len(_read("boş depo")) <= 2 * BEST
    assert _read("qqxqq") == []


def test_what_a_card_speaks_of_is_told_by_its_kind_else_by_its_words() -> None:
    cards = [_have("vinç", Kind.MATERIAL), _have("talaş", Kind.CAPACITY), _have("çelik talaşı"),
             _have("kaynak ustası iki ay boşta")]  # fmt: skip
    assert shares(cards).tolist() == [0, 1, 0, 1]


def test_what_has_a_waste_code_is_no_service() -> None:
    wasted = Card("h", Direction.HAVE, "kaynak ustası iki ay boşta", waste_codes=("120113",))
    assert shares([wasted]).tolist() == [0]


def test_goods_are_not_read_as_services_but_wants_may_be_either() -> None:
    nothing = np.zeros(1)
    assert readings([_have("çelik talaşı")], nothing).nnz == 0
    assert readings([_want("çelik talaşı")], nothing).nnz > 0


def test_offer_and_need_meet_without_a_common_word() -> None:
    cards = [
        Card("h", Direction.HAVE, "boşta duran CNC torna"),
        Card("a", Direction.WANT, "kırılan milin aynısını yaptıracağız"),
        Card("b", Direction.WANT, "personele İngilizce öğretecek biri"),
        Card("c", Direction.WANT, "mil çeliği"),
    ]
    ranked = ranking.rank_one(ranking.build(cards), cards[0])
    assert ranked["want_id"].tolist()[0] == "a"
