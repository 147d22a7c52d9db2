"""Keeps the legal path of a synergy: one row for the choice, one per answer and paper, and checks that never change."""

from datetime import date, datetime
from typing import Any

from core.domain.legal.handbook import Said
from core.domain.legal.state import Answered, Check, Choice, Paper
from core.domain.model import User
from core.errors import ChangedByOthersError
from core.storage import audit, rows
from core.storage.database import Cursor

_COMPUTED = ("person", "updated_at", "row_version")


def choice_of(cursor: Cursor, synergy_id: str) -> Choice:
    """Return what was chosen for a synergy; version 0 where nothing was."""
    row = cursor.row("legal_path_get", synergy_id=synergy_id)
    return rows.record(Choice, row) if row else Choice(synergy_id)


def answers_of(cursor: Cursor, synergy_id: str) -> dict[str, Answered]:
    """Return what was answered, by question; taken-back answers too, without a word."""
    found = cursor.rows("legal_answer_of", synergy_id=synergy_id)
    return {row["question_id"]: rows.record(Answered, row) for row in found}


def papers_of(cursor: Cursor, synergy_id: str) -> dict[str, Paper]:
    """Return which papers were noted, by outcome; those that are not at hand any more too, without a day."""
    found = cursor.rows("legal_paper_of", synergy_id=synergy_id)
    return {row["outcome_id"]: rows.record(Paper, row) for row in found}


def checks_of(cursor: Cursor, synergy_id: str) -> tuple[Check, ...]:
    """Return the by-product checks of a synergy, newest first."""
    conditions = cursor.rows("by_product_condition_of", synergy_id=synergy_id)
    made = []
    for row in cursor.rows("by_product_check_of", synergy_id=synergy_id):
        own = [one for one in conditions if one["check_id"] == row["check_id"]]
        said = {one["condition_id"]: Said(one["said"]) for one in own}
        notes = {one["condition_id"]: one["note"] for one in own if one["note"]}
        made.append(rows.record(Check, row, said=said, notes=notes))
    return tuple(made)


def keep_choice(cursor: Cursor, user: User, now: datetime, one: Choice) -> None:
    """Keep route and carrier. Raises ChangedByOthersError where somebody was faster."""
    before = choice_of(cursor, one.synergy_id)
    told = rows.parameters(one, without=("synergy_id", "row_version"))
    old = rows.parameters(before, without=("synergy_id", "row_version"))
    by = {"chosen_by": user.user_id}
    _keep(cursor, "legal_path", {"synergy_id": one.synergy_id}, told | by, one.row_version, before, now)
    audit.write(cursor, user, now, "legal.choose", "legal_path", one.synergy_id, old, told)


def keep_answer(cursor: Cursor, user: User, now: datetime, one: Answered) -> None:
    """Keep an answer. Raises ChangedByOthersError where somebody was faster."""
    before = answers_of(cursor, one.synergy_id).get(one.question_id)
    key = {"synergy_id": one.synergy_id, "question_id": one.question_id}
    told = rows.parameters(one, without=(*key, *_COMPUTED))
    old = rows.parameters(before, without=(*key, *_COMPUTED)) if before else {}
    by = {"answered_by": user.user_id}
    _keep(cursor, "legal_answer", key, told | by, one.row_version, before, now)
    audit.write(cursor, user, now, "legal.answer", "legal_answer", ":".join(key.values()), old, told)


def keep_paper(cursor: Cursor, user: User, now: datetime, one: Paper) -> None:
    """Keep whether a paper is at hand. Raises ChangedByOthersError where somebody was faster."""
    before = papers_of(cursor, one.synergy_id).get(one.outcome_id)
    key = {"synergy_id": one.synergy_id, "outcome_id": one.outcome_id}
    told = rows.parameters(one, without=(*key, *_COMPUTED))
    old = rows.parameters(before, without=(*key, *_COMPUTED)) if before else {}
    by = {"noted_by": user.user_id}
    _keep(cursor, "legal_paper", key, told | by, one.row_version, before, now)
    audit.write(cursor, user, now, "legal.note_paper", "legal_paper", ":".join(key.values()), old, told)


def keep_check(cursor: Cursor, user: User, now: datetime, one: Check) -> None:
    """Add a by-product check with its conditions."""
    told = {"synergy_id": one.synergy_id, "result": one.result.value, "checked_on": one.checked_on}
    note = (one.note or "").strip() or None
    stamps = {"checked_by": user.user_id, "note": note, "created_at": now}
    cursor.run("by_product_check_insert", check_id=one.check_id, **told, **stamps)
    for condition_id, said in one.said.items():
        cursor.run(
            "by_product_condition_insert",
            check_id=one.check_id,
            condition_id=condition_id,
            said=said.value,
            note=one.notes.get(condition_id),
        )
    notes = "\n".join(part for part in (note, *one.notes.values()) if part) or None
    conditions = ";".join(f"{name}={said.value}" for name, said in one.said.items())
    after: dict[str, str | date | None] = {**told, "conditions": conditions, "note": notes}
    audit.write(cursor, user, now, "legal.check_by_product", "by_product_check", one.check_id, None, after)


def _keep(
    cursor: Cursor,
    table: str,
    key: dict[str, str],
    values: dict[str, Any],
    row_version: int,
    before: Choice | Answered | Paper | None,
    now: datetime,
) -> None:
    """Add the row where version 0 is the one kept, change it where the version is still the same."""
    kept = before.row_version if before else 0
    if before and kept != row_version:
        raise ChangedByOthersError(rows.parameters(before))
    statements = {
        "legal_path": ("legal_path_insert", "legal_path_update"),
        "legal_answer": ("legal_answer_insert", "legal_answer_update"),
        "legal_paper": ("legal_paper_insert", "legal_paper_update"),
    }
    insert, update = statements[table]
    if kept:
        cursor.run(update, **key, **values, updated_at=now, row_version=row_version)
    else:
        cursor.run(insert, **key, **values, updated_at=now)
