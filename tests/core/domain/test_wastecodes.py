"""Waste codes: reading, writing, mirror entries, suggestions."""

import pytest

from core.domain import reference
from core.domain.wastecodes import check, format_code, mirror_partners, normalise, suggest_codes
from core.errors import NotAWasteCodeError, UnknownWasteCodeError


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("10 09 08*", "100908"), ("100908", "100908"), ("10.09.08", "100908"), ("10-09-08 (M)", "100908"),
        ("EWC 10 09 08", "100908"), ("20103", "020103"), ("20304", "020304"), ("1009", None), ("kum", None),
        ("", None), ("999999", "999999"),
    ],
)  # fmt: skip
def test_a_code_is_read_however_written(typed: str, code: str | None) -> None:
    assert normalise(typed) == code


def test_what_is_no_code_and_what_the_list_lacks_are_told_apart() -> None:
    with pytest.raises(NotAWasteCodeError):
        check("kum")
    with pytest.raises(UnknownWasteCodeError):
        check("99 99 99")
    assert check("10 09 07*").hazardous


def test_a_hazardous_code_is_written_with_a_star() -> None:
    assert format_code("100907") == "10 09 07*"
    assert format_code("100908") == "10 09 08"
    assert format_code("999999") == "99 99 99"


def test_mirror_entries_stand_against_each_other_as_the_texts_say() -> None:
    assert mirror_partners("100908") == ("100907",)
    assert mirror_partners("100907") == ("100908",)
    assert mirror_partners("160509") == ("160506", "160507", "160508")
    assert mirror_partners("170904") == ("170901", "170902", "170903")


def test_a_mirror_entry_that_no_text_names_stands_against_the_unnamed_of_its_sub_chapter() -> None:
    assert mirror_partners("170204") == ("170201", "170202", "170203")
    assert mirror_partners("170405") == ("170409",)


def test_an_absolute_or_unknown_entry_has_no_mirror() -> None:
    assert mirror_partners("150101") == ()
    assert mirror_partners("999999") == ()


def test_mirrors_are_of_the_other_kind_and_of_the_same_sub_chapter() -> None:
    codes = reference.waste_codes()
    for code, entry in codes.items():
        for other in mirror_partners(code):
            assert codes[other].hazardous is not entry.hazardous
            assert codes[other].subchapter == entry.subchapter


@pytest.mark.parametrize(
    ("name", "activity", "nace", "code"),
    [
        ("atık döküm kumu", "", "24.51", "100908"), ("dokum kumu", "", "2451", "100908"),
        ("peynir altı suyu", "süt fabrikası", "", "020501"), ("mermer çamuru", "", "23.70", "010413"),
        ("arıtma çamuru", "", "13.30", "040220"), ("arıtma çamuru", "", "10.11", "020204"),
        ("kumaş kırpıntıları", "", "14.13", "040222"), ("strec naylon", "", "10.51", "150102"),
        ("ahşap palet", "", "", "150103"), ("kontamine ambalaj", "", "", "150110"),
        ("cullet", "", "23.11", "101112"), ("foundry sand", "", "", "100908"),
        ("waste cooking oil", "", "56.10", "200126"), ("used engine oil", "", "", "130205"),
        ("sawdust", "furniture", "", "030105"),
    ],
)  # fmt: skip
def test_the_likeliest_code_comes_first(name: str, activity: str, nace: str, code: str) -> None:
    assert suggest_codes(name, activity=activity, nace=nace)[0].code == code


def test_suggestions_are_several_ordered_and_say_hazard_and_mirror() -> None:
    found = suggest_codes("döküm kumu", nace="24.51")
    assert len(found) == 5
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    assert all(0 < one.confidence < 1 for one in found)
    assert (found[0].hazardous, found[0].mirrors) == (False, ("100907",))


def test_words_of_hazard_bring_the_hazardous_mirror_forward() -> None:
    found = [one.code for one in suggest_codes("tehlikeli madde içeren döküm kumu", nace="24.51")]
    assert found.index("100907") < (found.index("100908") if "100908" in found else 99)


def test_what_says_nothing_gets_no_code() -> None:
    assert suggest_codes("asdfgh") == []
    assert suggest_codes("") == []
