"""Finding a firm while its name is typed at the door."""

import pytest

from core.domain.register.finding import closest

NAMES = (
    "Kordelya Salça Gıda San. ve Tic. A.Ş. Torbalı salça fabrikası TOSBİ Torbalı",
    "Meltemli Konfeksiyon San. ve Tic. Ltd. Şti. Bornova",
    "Çiğli Döküm San. A.Ş. İAOSB Çiğli",
    "Ege Işıl Tekstil A.Ş. Torbalı",
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kordelya", 0),
        ("KORDELIA SALCA", 0),
        ("kordleya", 0),
        ("cigli dokum", 2),
        ("çiğl", 2),
        ("isil tekstil", 3),
        ("konfeksiyon bornova", 1),
        ("torbali tekstil", 3),
    ],
)
def test_dots_capitals_typing_errors_and_unfinished_words_are_forgiven(query: str, first: int) -> None:
    assert closest(query, NAMES)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "zzzz", "!?"])
def test_nothing_is_offered_for_what_nobody_is_called(query: str) -> None:
    assert closest(query, NAMES) == []


def test_a_place_finds_all_firms_there_in_their_order() -> None:
    assert closest("torbalı", NAMES) == [0, 3]


def test_no_more_than_asked_for() -> None:
    assert len(closest("firma", [f"Firma {i}" for i in range(30)], limit=6)) == 6
