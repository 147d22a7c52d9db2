"""Keeps advisors' answers to suggestions and finds those that stand."""

from datetime import datetime
from typing import Any

import pandas as pd

from core.domain.choices import Sort, Verdict
from core.domain.matching import answers
from core.domain.model import Answer, User
from core.errors import ChangedByOthersError, NotFoundError
from core.storage import audit, rows
from core.storage.database import Cursor

_NEW = ("withdrawn_at", "withdrawn_by", "row_version")  # not yet said of a new answer


def keep(cursor: Cursor, user: User, now: datetime, action: str, answer: Answer) -> None:
    """Add an answer and its audit row."""
    values = rows.parameters(answer, without=_NEW)
    cursor.run("answer_insert", **values)
    audit.write(cursor, user, now, action, "answer", answer.answer_id, None, values)


def find(cursor: Cursor, answer_id: str) -> Answer:
    """Return one answer, taken back or not. Raises NotFoundError."""
    row = cursor.row("answer_get", answer_id=answer_id)
    if row is None:
        raise NotFoundError()
    return rows.record(Answer, row)


def take_back(cursor: Cursor, user: User, now: datetime, action: str, answer: Answer) -> None:
    """Mark an answer as taken back, with its audit row. Raises NotFoundError, ChangedByOthersError."""
    kept = find(cursor, answer.answer_id)
    if kept.withdrawn_at is not None:
        raise NotFoundError()
    if kept.row_version != answer.row_version:
        raise ChangedByOthersError(rows.parameters(kept))
    told: dict[str, Any] = {"withdrawn_at": now, "withdrawn_by": user.user_id}
    cursor.run("answer_withdraw", answer_id=kept.answer_id, row_version=kept.row_version, **told)
    audit.write(cursor, user, now, action, "answer", kept.answer_id, dict.fromkeys(told), told)


def erase_notes(cursor: Cursor, user: User, now: datetime, action: str, answer: Answer) -> None:
    """Erase the notes of all answers to a suggestion for its firm, older ones too, and what the trail held of them.

    `answer` is the one that was looked at. Raises NotFoundError, ChangedByOthersError.
    """
    kept = find(cursor, answer.answer_id)
    if kept.row_version != answer.row_version:
        raise ChangedByOthersError(rows.parameters(kept))
    same = {"firm_id": kept.firm_id, **answers.subject_of(kept)._asdict()}
    for row in cursor.rows("answer_noted", **same):
        answer_id = row["answer_id"]
        cursor.run("answer_note_erase", answer_id=answer_id, row_version=row["row_version"])
        audit.write(cursor, user, now, action, "answer", answer_id, {"note": row["note"]}, {"note": None})
        audit.erase_values(cursor, "answer", answer_id)


def standing(cursor: Cursor, region_id: str) -> pd.DataFrame:
    """Return the latest answer for each firm and suggestion, not taken back (columns: answer_standing.sql)."""
    return cursor.frame("answer_standing", region_id=region_id)


def hidden_for(cursor: Cursor, region_id: str, firm_id: str) -> frozenset[answers.Pair]:
    """Return the pairs (have_id, want_id) that are of no use to a firm."""
    return answers.hidden_for(standing(cursor, region_id), firm_id)


def hidden_from_list(cursor: Cursor, region_id: str, reader_firm_id: str | None) -> frozenset[answers.Pair]:
    """Return the pairs that a list of a whole region leaves out for somebody of a firm, or (None) of none."""
    return answers.hidden_from_list(standing(cursor, region_id), reader_firm_id)


def hidden(cursor: Cursor, region_id: str, sort: Sort) -> frozenset[answers.Subject]:
    """Return the suggestions of a sort that no list shows."""
    return answers.hidden(standing(cursor, region_id), sort)


def refusal(cursor: Cursor, region_id: str, like: Answer) -> Answer | None:
    """Return the standing answer that hides the suggestion of `like` for its firm, if one does."""
    found = standing(cursor, region_id)
    refused = found[(found["firm_id"] == like.firm_id) & (found["verdict"] == Verdict.NOT_USEFUL.value)]
    about = answers.subject_of(like)
    same = [
        answer_id
        for answer_id, one in zip(refused["answer_id"], answers.subjects(refused), strict=True)
        if one == about
    ]
    return find(cursor, str(same[0])) if same else None
