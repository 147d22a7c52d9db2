"""Words by which a text names an activity and no thing: "cement works", "tuğla fabrikası", "rice parboiling".

Two sorts (data/knowledge/activity_words.csv): words that say only that something is made or done ("plant", "üretimi"),
which would make every producer like every other, and words that also tell what is done ("smelter", "kurutma").
"""

from functools import cache

from core.domain.datafiles import rows_of
from core.domain.text import fold, stem, words


def is_activity(text: str) -> bool:
    """Return whether a text names an activity: by its last word, or by a word that says only that one works there.

    >>> [is_activity(text) for text in ("cement works", "Tuğla fabrikası", "cement", "recycled paper")]
    [True, True, False, False]
    """
    empty, telling = _marks()
    found = [stem(folded) for _, folded in words(text)]
    return bool(found) and (found[-1] in telling or not empty.isdisjoint(found))


def what_is_done(text: str) -> str:
    """Return a text without the words that every activity has; unchanged where nothing else is said.

    >>> what_is_done("cement works"), what_is_done("Tuğla üretimi"), what_is_done("factory")
    ('cement', 'Tuğla', 'factory')
    """
    empty, _ = _marks()
    kept = [written for written, folded in words(text) if stem(folded) not in empty]
    return " ".join(kept) if kept else text


@cache
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of words that only mark an activity, and of those that tell which."""
    rows = rows_of("activity_words.csv")
    by_sort = {
        sort: frozenset(stem(fold(row["word"])) for row in rows if row["telling"] == sort)
        for sort in ("no", "yes")
    }
    return by_sort["no"], by_sort["yes"]
