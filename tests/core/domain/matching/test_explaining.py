"""Words in common: the telling ones, each once, and only those that the reader sees."""

from core.domain.choices import Direction
from core.domain.matching import explaining, ranking
from core.domain.matching.cards import Card

HAVE = Card("h", Direction.HAVE, "Kırık cam şişe", description="Pergalar hattından, renksiz")
WANT = Card("w", Direction.WANT, "cam şişe kırığı", description="renksiz, Pergalar")
OTHER = Card("o", Direction.WANT, "mermer çamuru")
INDEX = ranking.build((HAVE, WANT, OTHER))


def test_longer_words_stand_for_their_parts() -> None:
    found = explaining.shared_terms(INDEX, "h", "w", "Kırık cam şişe, renksiz")

    assert "cam şişe" in found
    assert "cam" not in found
    assert "renksiz" in found


def test_a_word_that_is_withheld_from_the_reader_is_not_given_as_a_reason() -> None:
    assert "Pergalar" in explaining.shared_terms(
        INDEX, "h", "w", "Kırık cam şişe Pergalar hattından, renksiz"
    )
    assert "Pergalar" not in explaining.shared_terms(INDEX, "h", "w", "Kırık cam şişe … hattından, renksiz")


def test_cards_without_a_common_word_share_none() -> None:
    assert explaining.shared_terms(INDEX, "h", "o", "Kırık cam şişe") == ()
