"""Answers: an advisor says of a suggestion, for one of its firms, that it is useful or why it is not.

"Not useful" takes the pair out of that firm's lists; all answers are kept, and the latest counts. Nothing learns from
them by itself: managers see in `agreement` whether the ranking and the advisors agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Direction
from core.domain.matching import agreement as comparing
from core.domain.matching.agreement import Agreement
from core.domain.matching.answers import check_answer
from core.domain.matching.ranking import Index
from core.domain.model import Answer, Firm, Resource, Site, User
from core.errors import NotFoundError
from core.services import suggesting
from core.services.permissions import permitted
from core.storage import answers, cards, records
from core.storage.database import Cursor, Database

_ACTION = "answering.answer"


@permitted
def answer(database: Database, user: User, index: Index, given: Sequence[Answer], *, now: datetime) -> None:
    """Keep answers, all or none of them, each with the score and rank of its pair as they are at this moment.

    Raises InvalidRecordError without a reason, NotFoundError where a pair is not of the region or not the firm's.
    """
    for one in given:
        check_answer(one)
    dated = [
        replace(
            _as_shown(database, user, index, one),
            region_id=user.region_id,
            answered_by=user.user_id,
            answered_at=now,
            note=(one.note or "").strip() or None,
        )
        for one in given
    ]
    with database.writing(changes_cards=False) as cursor:
        for one in dated:
            _require_pair(cursor, user, one)
            answers.keep(cursor, user, now, _ACTION, one)


@permitted
def take_back(database: Database, user: User, taken: Mapping[str, int], *, now: datetime) -> None:
    """Take answers (id → row_version) back, all or none: their pairs are listed again.

    Raises NotFoundError, ChangedByOthersError.
    """
    with database.writing(changes_cards=False) as cursor:
        for answer_id, row_version in taken.items():
            kept = answers.find(cursor, answer_id)
            if kept.region_id != user.region_id:
                raise NotFoundError()
            same = replace(kept, row_version=row_version)
            answers.take_back(cursor, user, now, "answering.take_back", same)


@permitted
def erase_note(database: Database, user: User, answer_id: str, row_version: int, *, now: datetime) -> None:
    """Erase what was written beside an answer, and beside older ones to its pair for its firm; the answers stay.

    Raises NotFoundError, ChangedByOthersError.
    """
    with database.writing(changes_cards=False) as cursor:
        kept = answers.find(cursor, answer_id)
        if kept.region_id != user.region_id:
            raise NotFoundError()
        told = replace(kept, row_version=row_version)
        answers.erase_notes(cursor, user, now, "answering.erase_note", told)


@permitted
def standing(
    database: Database, user: User, *, as_guest: bool = False, guest_of: str | None = None
) -> pd.DataFrame:
    """Return the answers that count, latest first, as the reader may see them (columns: answer_standing.sql).

    A guest sees those for his own firm, with the cards' names as he may see them and without notes.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        found = answers.standing(cursor, user.region_id)
        seen = cards.seen_by(cursor, user.region_id, reader) if as_guest else None
    if seen is None:
        return found
    found = found[found["firm_id"] == reader.firm_id]
    found = found[found["have_id"].isin(seen.index) & found["want_id"].isin(seen.index)]
    names = {f"{side}_name": found[f"{side}_id"].map(seen["name"]) for side in ("have", "want")}
    return found.assign(note=None, **names).drop(columns=["have_firm_id", "want_firm_id"])


@permitted
def agreement(database: Database, user: User) -> Agreement:
    """Return whether the ranking agrees with the advisors."""
    with database.reading() as cursor:
        return comparing.agreement(answers.standing(cursor, user.region_id))


def _as_shown(database: Database, user: User, index: Index, one: Answer) -> Answer:
    """Return an answer with score and rank: those of the firm's list, or of the answer that hides the pair in it."""
    with database.reading() as cursor:
        refused = answers.refusal(cursor, user.region_id, one)
        have = records.find(cursor, Resource, one.have_id)
        gives = records.find(cursor, Site, have.site_id).firm_id == one.firm_id
    if refused:
        return replace(one, score=refused.score, rank=refused.rank)
    own, other = (one.have_id, one.want_id) if gives else (one.want_id, one.have_id)
    listed = suggesting.for_card(database, user, index, own, top=len(index.cards))
    places = listed.index[listed["counterpart_id"] == other]
    if not len(places):
        return replace(one, score=None, rank=None)
    return replace(one, score=float(listed["score"][places[0]]), rank=int(places[0]) + 1)


def _require_pair(cursor: Cursor, user: User, one: Answer) -> None:
    firms = []
    for resource_id, direction in ((one.have_id, Direction.HAVE), (one.want_id, Direction.WANT)):
        card = records.find(cursor, Resource, resource_id)
        firm = records.find(cursor, Firm, records.find(cursor, Site, card.site_id).firm_id)
        if card.direction is not direction or firm.region_id != user.region_id:
            raise NotFoundError()
        firms.append(firm.firm_id)
    if one.firm_id not in firms:
        raise NotFoundError()
