"""What is said of a score."""

from dataclasses import replace

from core.domain.matching.explaining import Explanation
from core.domain.matching.objections import Against, Objection
from core.domain.matching.strength import BANDS, CASES, Strength
from core.i18n import translator
from core.views import strength_words

EN, TR = translator("en"), translator("tr")


def test_a_badge_says_the_word_of_a_pair() -> None:
    assert strength_words.badge(0.23, EN) == ":blue-badge[**Good candidate**]"
    assert strength_words.badge(0.4, TR) == ":green-badge[**Güçlü aday**]"
    assert strength_words.badge(0.11, TR) == ":gray-badge[**Denemeye değer**]"


def test_no_word_is_said_of_a_pair_whose_card_asks_for_something_else() -> None:
    told = Explanation("h", "w", 0.4, (), None, False, (), ())
    other = replace(told, against=(Against(Objection.OTHER),))

    assert strength_words.badge(0.4, EN, told) == ":green-badge[**Strong candidate**]"
    assert strength_words.badge(0.4, EN, other) == ":gray-badge[**Asks for something else**]"
    assert strength_words.badge(0.4, TR, other) == ":gray-badge[**Başka bir şey arıyor**]"


def test_one_sentence_tells_what_the_word_rests_on() -> None:
    times = BANDS[Strength.GOOD].times
    assert strength_words.rests_on(0.23, EN) == (
        f"Good candidate: in {CASES} published and written cases, such a score was about {times} times as common among "
        "right pairs as among others."
    )
    assert f"yaklaşık {times} kat" in strength_words.rests_on(0.23, TR)


def test_the_legend_tells_all_words_with_their_points() -> None:
    said = strength_words.legend(TR).splitlines()
    assert len(said) == 7
    assert said[2].startswith("- **Güçlü aday**, 30 puan ve üstü")
    assert said[3].startswith("- **İyi aday**, 20–29 puan")
    assert said[4].startswith("- **Denemeye değer**, 10–19 puan")


def test_a_printed_page_tells_them_in_a_line_without_markup() -> None:
    said = strength_words.in_a_line(EN)
    assert "strong candidate from 30 of 100 points, good candidate from 20, worth a try from 10" in said
    assert "*" not in said
