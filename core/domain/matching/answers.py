"""What advisors' answers do to suggestions: a pair of no use to a firm leaves its lists before they are cut off.

An answer is said for one firm of the pair. Lists of a firm leave out what is of no use to that firm; a list of the
whole region leaves out a pair as soon as one of its two firms does not want it, since it takes both.
"""

from collections import Counter
from collections.abc import Callable, Collection

import pandas as pd

from core.domain.choices import AnswerReason, Verdict
from core.domain.model import Answer
from core.errors import InvalidRecordError, MissingValueError, SimbiyozError, TooLongError

Pair = tuple[str, str]
NOTE_LIMIT = 500
_RANKS = (("have_id", "want_rank"), ("want_id", "have_rank"))


def check_answer(answer: Answer) -> None:
    """Raise InvalidRecordError unless "not useful" says why, "other" says it in words, and the note is short."""
    findings: dict[str, SimbiyozError] = {}
    if answer.verdict is Verdict.NOT_USEFUL and answer.reason is None:
        findings["reason"] = MissingValueError()
    note = (answer.note or "").strip()
    if answer.reason is AnswerReason.OTHER and not note:
        findings["note"] = MissingValueError()
    if len(note) > NOTE_LIMIT:
        findings["note"] = TooLongError(limit=NOTE_LIMIT)
    if findings:
        raise InvalidRecordError(findings)


def hidden_for(standing: pd.DataFrame, firm_id: str) -> frozenset[Pair]:
    """Return the pairs of standing answers (services.answering.standing) that are of no use to a firm."""
    return _pairs(standing[_refused(standing) & (standing["firm_id"] == firm_id)])


def hidden_from_list(standing: pd.DataFrame, reader_firm_id: str | None) -> frozenset[Pair]:
    """Return the pairs that a region's list leaves out: of no use to either firm.

    Somebody of one of the two firms still sees what only the other one does not want.
    """
    refused = standing[_refused(standing)]
    own = (refused["have_firm_id"] == reader_firm_id) | (refused["want_firm_id"] == reader_firm_id)
    return _pairs(refused[~own | (refused["firm_id"] == reader_firm_id)])


def without(pairs: pd.DataFrame, hidden: Collection[Pair]) -> pd.DataFrame:
    """Return pairs (columns have_id, want_id) without the hidden ones, in their order."""
    if not hidden or pairs.empty:
        return pairs
    kept = [pair not in hidden for pair in zip(pairs["have_id"], pairs["want_id"], strict=True)]
    return pairs[pd.Series(kept, index=pairs.index, dtype=bool)]


def best(rank: Callable[[int], pd.DataFrame], hidden: Collection[Pair], top: int) -> pd.DataFrame:
    """Return the pairs among the best `top` of either card once the hidden ones are left out.

    `rank(top)` gives them with the hidden ones (columns: matching.rank_all). More are asked for, by as many as one card
    may lose, so that hiding a pair makes room for the next one.
    """
    if not hidden:
        return rank(top)
    lost = Counter(one for pair in hidden for one in pair)
    found = without(rank(top + max(lost.values())), hidden)
    for card, place in _RANKS:
        ranked = found[found[place] > 0].sort_values(place, kind="stable")
        anew = ranked.groupby(card).cumcount() + 1
        found = found.assign(**{place: anew.where(anew <= top, 0).reindex(found.index, fill_value=0)})
    return found[(found["want_rank"] > 0) | (found["have_rank"] > 0)].reset_index(drop=True)


def _refused(standing: pd.DataFrame) -> "pd.Series[bool]":
    return standing["verdict"] == Verdict.NOT_USEFUL.value


def _pairs(standing: pd.DataFrame) -> frozenset[Pair]:
    return frozenset(zip(standing["have_id"], standing["want_id"], strict=True))
