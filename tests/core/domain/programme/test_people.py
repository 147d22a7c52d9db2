"""What a person, a request and a research topic must be, and how people are found."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import ConsentWay
from core.domain.programme.people import (
    Expert,
    ExpertKind,
    ExpertRequest,
    RequestState,
    Research,
    ResearchKind,
    check_expert,
    check_request,
    check_research,
    found,
)
from core.errors import InvalidRecordError

TODAY = date(2026, 11, 2)
ANA = Expert("a", "izmir", ExpertKind.ACADEMIC, "Uzman A", "Çevre bölümü", "kompost, biyogaz", ("10",))
ASKED = ExpertRequest("r", "s", "a", "Analiz", TODAY, "u", RequestState.ASKED, TODAY)


def fields_of(error: pytest.ExceptionInfo[InvalidRecordError]) -> set[str]:
    return set(error.value.findings)


def test_contact_data_needs_a_consent_with_day_and_way() -> None:
    with pytest.raises(InvalidRecordError) as error:
        check_expert(replace(ANA, email="a@example.invalid", phone="1"), TODAY)
    assert fields_of(error) == {"email", "phone"}

    with pytest.raises(InvalidRecordError) as error:
        check_expert(replace(ANA, email="a@example.invalid", consent_on=TODAY), TODAY)
    assert fields_of(error) == {"email", "consent_how"}

    check_expert(
        replace(ANA, email="a@example.invalid", consent_on=TODAY, consent_how=ConsentWay.EMAIL), TODAY
    )


def test_a_person_has_a_name_known_sectors_and_no_consent_from_the_future() -> None:
    wrong = replace(
        ANA, name=" ", sectors=("10", "00"), consent_on=date(2026, 11, 3), consent_how=ConsentWay.PHONE
    )

    with pytest.raises(InvalidRecordError) as error:
        check_expert(wrong, TODAY)
    assert fields_of(error) == {"name", "sectors", "consent_on"}


def test_a_request_says_what_is_asked_and_stands_since_a_day_after_it_was_asked() -> None:
    check_request(ASKED, TODAY)
    for wrong, field in (
        (replace(ASKED, asked=""), "asked"),
        (replace(ASKED, state_on=date(2026, 11, 1)), "state_on"),
        (replace(ASKED, state_on=date(2026, 11, 3)), "state_on"),
    ):
        with pytest.raises(InvalidRecordError) as error:
            check_request(wrong, TODAY)
        assert fields_of(error) == {field}


def test_research_has_a_turkish_title_which_stands_in_for_the_english_one() -> None:
    with pytest.raises(InvalidRecordError):
        check_research(Research("x", "izmir", ResearchKind.DOCTORATE, ""))
    assert Research("x", "izmir", ResearchKind.DOCTORATE, "Başlık").title("en") == "Başlık"


def test_people_are_found_by_every_word_without_turkish_letters_and_in_either_language_of_a_sector() -> None:
    bob = replace(ANA, expert_id="b", fields="metalurji", sectors=("24",), institution=None)

    assert found([ANA, bob], "cevre kompost") == [ANA]
    assert found([ANA, bob], "METALURJİ") == [bob]
    assert found([ANA, bob], "basic metals") == [bob]
    assert found([ANA, bob], "  ") == [ANA, bob]
    assert found([ANA, bob], "kompost metalurji") == []


def test_people_are_found_by_what_they_speak_in_either_language() -> None:
    german = replace(ANA, expert_id="g", languages=("de",))

    assert found([replace(ANA, languages=("tr",)), german], "almanca") == [german]
    assert found([replace(ANA, languages=("tr",)), german], "german") == [german]
