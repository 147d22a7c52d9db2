"""What advisors' answers do to suggestions: a pair of no use to a firm leaves its lists before they are cut off.

An answer is said for one firm of the suggestion. Lists of a firm leave out pairs of no use to that firm; a list of the
whole region leaves out a pair as soon as one of its two firms does not want it, since it takes both. The other sorts of
suggestion stand in one list each: there "not useful" hides them from everybody, and in no other sort.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import pandas as pd

from core.domain.choices import AnswerReason, Direction, Sort, Verdict
from core.domain.findings import Findings, refuse
from core.domain.model import Answer
from core.errors import MissingValueError, TooLongError

Pair = tuple[str, str]
NOTE_LIMIT = 500
KEY = ("sort", "have_id", "want_id", "other_card_id", "other_firm_id")
"""The columns of an answer that say which suggestion it is about, as the fields of Subject."""
_RANKS = (("have_id", "want_rank"), ("want_id", "have_rank"))


class Subject(NamedTuple):
    """Which suggestion an answer is about (model.Answer says what belongs to which sort)."""

    sort: Sort
    have_id: str | None = None
    want_id: str | None = None
    other_card_id: str | None = None
    other_firm_id: str | None = None


def of_prospect(card_id: str, direction: str, firm_id: str) -> Subject:
    """Return what an answer to a firm by activity is about: the card and the firm that its activity speaks for."""
    have, want = (card_id, None) if direction == Direction.HAVE else (None, card_id)
    return Subject(Sort.FIRMS, have, want, other_firm_id=firm_id)


def of_shared_use(one_id: str, other_id: str, direction: str) -> Subject:
    """Return what an answer to a shared use is about: two cards of one direction, in the order of their ids."""
    have, want = (one_id, None) if direction == Direction.HAVE else (None, one_id)
    return Subject(Sort.SHARING, have, want, other_id)


def of_chain(have_id: str, want_id: str, processor_firm_id: str) -> Subject:
    """Return what an answer to a chain is about: the two cards and the firm between them."""
    return Subject(Sort.CHAINS, have_id, want_id, other_firm_id=processor_firm_id)


def subject_of(answer: Answer) -> Subject:
    """Return what an answer is about."""
    return Subject(*(getattr(answer, name) for name in KEY))


def subjects(standing: pd.DataFrame) -> list[Subject]:
    """Return what each row of standing answers is about."""
    columns = standing[list(KEY)].astype(object)
    rows = columns.where(columns.notna(), None).itertuples(index=False, name=None)
    return [Subject(Sort(row[0]), *row[1:]) for row in rows]


def hidden(standing: pd.DataFrame, sort: Sort) -> frozenset[Subject]:
    """Return the suggestions of a sort that are of no use to one of their firms."""
    refused = standing[_refused(standing) & (standing["sort"] == sort.value)]
    return frozenset(subjects(refused))


def left(frame: pd.DataFrame, asked: Sequence[Subject], hidden: Collection[Subject]) -> pd.DataFrame:
    """Return the rows of a list, in their order, whose suggestion (`asked`, row by row) is not hidden."""
    if not hidden or frame.empty:
        return frame
    return frame[pd.Series([one not in hidden for one in asked], index=frame.index, dtype=bool)]


def check_answer(answer: Answer) -> None:
    """Raise InvalidRecordError unless "not useful" says why, "other" says it in words, and the note is short."""
    findings: Findings = {}
    if answer.verdict is Verdict.NOT_USEFUL and answer.reason is None:
        findings["reason"] = MissingValueError()
    note = (answer.note or "").strip()
    if answer.reason is AnswerReason.OTHER and not note:
        findings["note"] = MissingValueError()
    if len(note) > NOTE_LIMIT:
        findings["note"] = TooLongError(limit=NOTE_LIMIT)
    refuse(findings)


def hidden_for(standing: pd.DataFrame, firm_id: str) -> frozenset[Pair]:
    """Return the pairs of standing answers (services.answering.standing) that are of no use to a firm."""
    return _pairs(standing[_refused(standing) & _is_pair(standing) & (standing["firm_id"] == firm_id)])


def hidden_from_list(standing: pd.DataFrame, reader_firm_id: str | None) -> frozenset[Pair]:
    """Return the pairs that a region's list leaves out: of no use to either firm.

    Somebody of one of the two firms still sees what only the other one does not want.
    """
    refused = standing[_refused(standing) & _is_pair(standing)]
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

    `rank(top)` gives them with the hidden ones (columns: ranking.rank_all). More are asked for, by as many as one card
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


def _is_pair(standing: pd.DataFrame) -> "pd.Series[bool]":
    return standing["sort"] == Sort.PAIRS.value


def _pairs(standing: pd.DataFrame) -> frozenset[Pair]:
    return frozenset(zip(standing["have_id"], standing["want_id"], strict=True))
