"""People who can help: who they are, who fits a synergy, what they were asked; and research that belongs to synergies.

Contact data needs a consent. When it is withdrawn, or a person is erased, the trail forgets it too.
"""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from core.domain.model import Synergy, User
from core.domain.programme import helping
from core.domain.programme.helping import Case, Helper
from core.domain.programme.people import (
    Expert,
    ExpertRequest,
    Research,
    check_expert,
    check_request,
    check_research,
)
from core.errors import NotFoundError
from core.services.permissions import permitted
from core.storage import audit, records
from core.storage import people as storage
from core.storage.database import Cursor, Database


@permitted
def experts(database: Database, user: User) -> tuple[Expert, ...]:
    """Return the region's people who can help, by name."""
    with database.reading() as cursor:
        return storage.experts(cursor, user.region_id)


@permitted
def for_synergy(database: Database, user: User, synergy_id: str, most: int = 5) -> tuple[Helper, ...]:
    """Return who fits a synergy best and why. Raises NotFoundError."""
    with database.reading() as cursor:
        wanted = storage.case(cursor, records.find_own(cursor, user, Synergy, synergy_id))
        known = storage.experts(cursor, user.region_id)
    return tuple(helping.rank(wanted, known)[:most])


@permitted
def case(database: Database, user: User, synergy_id: str) -> Case:
    """Return what of a synergy calls for help, as the letter that asks somebody tells it. Raises NotFoundError."""
    with database.reading() as cursor:
        return storage.case(cursor, records.find_own(cursor, user, Synergy, synergy_id))


@permitted
def save(database: Database, user: User, expert: Expert, *, now: datetime, new: bool) -> None:
    """Add or change a person; where the consent is gone, the trail forgets what it held.

    Raises InvalidRecordError (contact data without a consent among it), NotFoundError, ChangedByOthersError.
    """
    check_expert(expert, now.date())
    own = replace(expert, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if new:
            records.insert(cursor, user, now, "people.save", own)
            return
        before = _expert(cursor, user, expert.expert_id)
        records.update(cursor, user, now, "people.save", own)
        if before.has_consent and not own.has_consent:
            audit.erase_values(cursor, "expert", expert.expert_id)


@permitted
def erase(database: Database, user: User, expert_id: str, *, now: datetime) -> None:
    """Erase a person's data, also what the trail holds of it; that it was erased stays on record.

    Raises NotFoundError.
    """
    with database.writing(changes_cards=False) as cursor:
        _expert(cursor, user, expert_id)
        storage.erase(cursor, user, now, expert_id)


@permitted
def requests(database: Database, user: User, synergy_id: str | None = None) -> pd.DataFrame:
    """Return what people were asked, for one synergy or all, latest first: the fields of ExpertRequest,
    synergy_title, expert_name ("" for an erased person)."""
    with database.reading() as cursor:
        return storage.requests(cursor, user.region_id, synergy_id)


@permitted
def ask(database: Database, user: User, request: ExpertRequest, *, now: datetime) -> None:
    """Write down that a person was asked for something, by who acts. Raises InvalidRecordError, NotFoundError."""
    check_request(request, now.date())
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, request.synergy_id)
        _expert(cursor, user, request.expert_id)
        records.insert(cursor, user, now, "people.ask", replace(request, asked_by=user.user_id))


@permitted
def save_request(database: Database, user: User, request: ExpertRequest, *, now: datetime) -> None:
    """Change a request: how it stands, what came of it. Raises as `ask`, and ChangedByOthersError."""
    check_request(request, now.date())
    with database.writing(changes_cards=False) as cursor:
        kept = records.find(cursor, ExpertRequest, request.request_id)
        records.find_own(cursor, user, Synergy, kept.synergy_id)
        _expert(cursor, user, kept.expert_id)
        fixed = {name: getattr(kept, name) for name in ("synergy_id", "expert_id", "asked_by")}
        records.update(cursor, user, now, "people.save_request", replace(request, **fixed))


@permitted
def retire_request(
    database: Database, user: User, request_id: str, row_version: int, *, now: datetime
) -> None:
    """Take out a request that was written down by mistake. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, records.find(cursor, ExpertRequest, request_id).synergy_id)
        records.retire(cursor, user, now, "people.retire_request", ExpertRequest, request_id, row_version)


@permitted
def research(database: Database, user: User) -> tuple[Research, ...]:
    """Return academic–industry projects and doctoral topics, by title."""
    with database.reading() as cursor:
        return storage.research(cursor, user.region_id)


@permitted
def save_research(database: Database, user: User, one: Research, *, now: datetime, new: bool) -> None:
    """Add or change a project or a doctoral topic. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_research(one)
    own = replace(one, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if own.synergy_id:
            records.find_own(cursor, user, Synergy, own.synergy_id)
        if new:
            records.insert(cursor, user, now, "people.save_research", own)
        else:
            records.find_own(cursor, user, Research, one.research_id)
            records.update(cursor, user, now, "people.save_research", own)


@permitted
def retire_research(
    database: Database, user: User, research_id: str, row_version: int, *, now: datetime
) -> None:
    """Take a project or a doctoral topic out of the list. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Research, research_id)
        records.retire(cursor, user, now, "people.retire_research", Research, research_id, row_version)


def _expert(cursor: Cursor, user: User, expert_id: str) -> Expert:
    """Return a person of the region; raises NotFoundError also for one who was erased."""
    found = records.find_own(cursor, user, Expert, expert_id)
    if not found.name:
        raise NotFoundError()
    return found
