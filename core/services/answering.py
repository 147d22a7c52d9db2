"""Answers: an advisor says of a suggestion, for one of its firms, that it is useful or why it is not.

"Not useful" takes a pair out of that firm's lists, and any other sort of suggestion out of all lists of that sort; all
answers are kept, and the latest counts. Nothing learns from them by itself: managers see in `agreement` whether the
ranking and the advisors agree, each sort apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain import disclosure
from core.domain.choices import Direction, Sort
from core.domain.matching import agreement as comparing
from core.domain.matching.agreement import Agreement
from core.domain.matching.answers import Subject, check_answer
from core.domain.matching.ranking import Index
from core.domain.model import Answer, Firm, Resource, Site, User
from core.errors import NotFoundError
from core.services import suggesting
from core.services.permissions import permitted
from core.storage import answers, cards, records, sites
from core.storage.database import Cursor, Database

_ACTION = "answering.answer"
_CARDS = ("have", "want", "other_card")


@permitted
def answer(database: Database, user: User, index: Index, given: Sequence[Answer], *, now: datetime) -> None:
    """Keep answers, all or none of them, each with the score and rank that it was shown with.

    Those of a pair are looked up as they are at this moment; an answer to another sort brings those of its list. Raises
    InvalidRecordError without a reason, NotFoundError where something is not of the region or not the firm's.
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
            _require(cursor, user, one)
            answers.keep(cursor, user, now, _ACTION, one)


@permitted
def take_back(database: Database, user: User, taken: Mapping[str, int], *, now: datetime) -> None:
    """Take answers (id → row_version) back, all or none: what they hid is listed again.

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
    """Erase what was written beside an answer, and beside older ones to the same for its firm; the answers stay.

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

    A guest sees those for his own firm that name nothing he may not see, with the cards' names as he may see them and
    without notes.
    """
    reader = disclosure.reader_of(user, as_guest=as_guest, guest_of=guest_of)
    with database.reading() as cursor:
        found = answers.standing(cursor, user.region_id)
        if not as_guest:
            return found
        seen = cards.seen_by(cursor, user.region_id, reader)
        named = {*cursor.frame("firm_named", region_id=user.region_id)["firm_id"], reader.firm_id}
    told = found["firm_id"] == reader.firm_id
    for side in _CARDS:
        told &= found[f"{side}_id"].isna() | found[f"{side}_id"].isin(seen.index)
    found = found[told & (found["other_firm_id"].isna() | found["other_firm_id"].isin(named))]
    names = {f"{side}_name": found[f"{side}_id"].map(seen["name"]) for side in _CARDS}
    return found.assign(note=None, **names).drop(columns=["have_firm_id", "want_firm_id"])


@permitted
def hidden(database: Database, user: User, sort: Sort) -> frozenset[Subject]:
    """Return the suggestions of a sort that answers take out of its list. Names what no reader may be shown."""
    with database.reading() as cursor:
        return answers.hidden(cursor, user.region_id, sort)


@permitted
def agreement(database: Database, user: User) -> dict[Sort, Agreement]:
    """Return for each sort of suggestion whether its order agrees with the advisors."""
    with database.reading() as cursor:
        found = answers.standing(cursor, user.region_id)
    return {sort: comparing.agreement(found[found["sort"] == sort.value]) for sort in Sort}


def _as_shown(database: Database, user: User, index: Index, one: Answer) -> Answer:
    """Return an answer with score and rank: those of the firm's list, or of the answer that hides it there."""
    with database.reading() as cursor:
        refused = answers.refusal(cursor, user.region_id, one)
    if refused:
        return replace(one, score=refused.score, rank=refused.rank)
    if one.sort is not Sort.PAIRS or one.have_id is None or one.want_id is None:
        return one
    with database.reading() as cursor:
        have = records.find(cursor, Resource, one.have_id)
        gives = records.find(cursor, Site, have.site_id).firm_id == one.firm_id
    own, other = (one.have_id, one.want_id) if gives else (one.want_id, one.have_id)
    listed = suggesting.for_card(database, user, index, own, top=len(index.cards))
    places = listed.index[listed["counterpart_id"] == other]
    if not len(places):
        return replace(one, score=None, rank=None)
    return replace(one, score=float(listed["score"][places[0]]), rank=int(places[0]) + 1)


def _require(cursor: Cursor, user: User, one: Answer) -> None:
    """Raise NotFoundError unless an answer names what its sort is about, all of it of the region."""
    own = {
        Direction.HAVE: _firm_of_card(cursor, user, one.have_id, Direction.HAVE),
        Direction.WANT: _firm_of_card(cursor, user, one.want_id, Direction.WANT),
    }
    cards_named = {direction for direction, firm in own.items() if firm}
    beside = None
    if one.other_card_id and len(cards_named) == 1:
        beside = _firm_of_card(cursor, user, one.other_card_id, *cards_named)
    other = one.other_firm_id
    if other:
        records.find_own(cursor, user, Firm, other)
    fits = {
        Sort.PAIRS: len(cards_named) == 2 and not one.other_card_id and not other,
        Sort.FIRMS: len(cards_named) == 1 and not one.other_card_id and other and other != one.firm_id,
        Sort.POOLS: cards_named == {Direction.WANT} and not one.other_card_id and not other,
        Sort.SHARING: beside and not other and one.other_card_id not in (one.have_id, one.want_id),
        Sort.CHAINS: len(cards_named) == 2 and not one.other_card_id and other,
    }
    said_for = {*own.values(), beside, *([other] if one.sort is Sort.CHAINS else [])}
    if not fits[one.sort] or one.firm_id not in said_for:
        raise NotFoundError()


def _firm_of_card(cursor: Cursor, user: User, resource_id: str | None, direction: Direction) -> str | None:
    """Return whose card it is, None for no card. Raises NotFoundError for one of the other direction."""
    if resource_id is None:
        return None
    card = records.find(cursor, Resource, resource_id)
    if card.direction is not direction:
        raise NotFoundError()
    return sites.firm_of(cursor, user, card.site_id).firm_id
