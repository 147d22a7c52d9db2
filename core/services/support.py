"""The support programme: its calls, and applications grown from synergies, made ready here and submitted elsewhere."""

from dataclasses import replace
from datetime import date, datetime

from core.domain.impact.counting import Counted
from core.domain.model import Firm, Synergy, User
from core.domain.programme.people import RequestState
from core.domain.programme.support import Application, Call, check_application, check_call
from core.domain.programme.support_facts import Grown, Pilot
from core.domain.reports.reporting import Audience
from core.services import dossiers, impact_ledger, people
from core.services.permissions import permitted
from core.storage import records
from core.storage import support as storage
from core.storage.database import Database


@permitted
def calls(database: Database, user: User) -> tuple[Call, ...]:
    """Return the region's calls, the one that closes last first."""
    with database.reading() as cursor:
        return storage.calls(cursor, user.region_id)


@permitted
def save_call(database: Database, user: User, call: Call, *, now: datetime, new: bool) -> None:
    """Add or change a call. Raises InvalidRecordError, NotFoundError, ChangedByOthersError."""
    check_call(call)
    own = replace(call, region_id=user.region_id)
    with database.writing(changes_cards=False) as cursor:
        if new:
            records.insert(cursor, user, now, "support.save_call", own)
        else:
            records.find_own(cursor, user, Call, call.call_id)
            records.update(cursor, user, now, "support.save_call", own)


@permitted
def retire_call(database: Database, user: User, call_id: str, row_version: int, *, now: datetime) -> None:
    """Take a call out of the list; its applications stay. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Call, call_id)
        records.retire(cursor, user, now, "support.retire_call", Call, call_id, row_version)


@permitted
def applications(database: Database, user: User) -> tuple[Application, ...]:
    """Return the region's applications, the one that was changed last first."""
    with database.reading() as cursor:
        return storage.applications(cursor, user.region_id)


@permitted
def pilots(database: Database, user: User) -> tuple[Pilot, ...]:
    """Return the synergies that are marked as pilots; those that run count towards the target."""
    with database.reading() as cursor:
        return storage.pilots(cursor, user.region_id)


@permitted
def begin(
    database: Database, user: User, application_id: str, call_id: str, synergy_id: str, *, now: datetime
) -> Application:
    """Grow an application from a synergy and return it: its title, and its taker as who applies, to be changed.

    Raises NotFoundError.
    """
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Call, call_id)
        synergy = records.find_own(cursor, user, Synergy, synergy_id)
        grown = Application(
            application_id=application_id,
            call_id=call_id,
            synergy_id=synergy_id,
            title=synergy.title,
            made_by=user.user_id,
            state_on=now.date(),
            applicant_firm_id=synergy.taker_firm_id,
        )
        storage.insert(cursor, user, now, "support.begin", grown)
    return grown


@permitted
def save(database: Database, user: User, application: Application, *, now: datetime) -> None:
    """Change what an application says or how it stands; call and synergy stay.

    Raises InvalidRecordError, NotFoundError, ChangedByOthersError.
    """
    check_application(application, now.date())
    with database.writing(changes_cards=False) as cursor:
        kept = storage.find(cursor, application.application_id)
        records.find_own(cursor, user, Synergy, kept.synergy_id)
        if application.applicant_firm_id:
            records.find_own(cursor, user, Firm, application.applicant_firm_id)
        fixed = {name: getattr(kept, name) for name in ("call_id", "synergy_id", "made_by")}
        storage.update(cursor, user, now, "support.save", replace(application, **fixed))


@permitted
def retire(database: Database, user: User, application_id: str, row_version: int, *, now: datetime) -> None:
    """Take out an application that was begun by mistake. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, storage.find(cursor, application_id).synergy_id)
        records.retire(cursor, user, now, "support.retire", Application, application_id, row_version)


@permitted
def grown(database: Database, user: User, application_id: str, *, today: date) -> Grown:
    """Return an application with all that its synergy's records say of it today. Raises NotFoundError."""
    with database.reading() as cursor:
        found = storage.find(cursor, application_id)
        records.find_own(cursor, user, Synergy, found.synergy_id)
        call = records.find(cursor, Call, found.call_id)
        who = found.applicant_firm_id
        applicant = records.find_own(cursor, user, Firm, who).name if who else None
    booked = impact_ledger.of_synergy(database, user, found.synergy_id, today=today)
    asked = people.requests(database, user, found.synergy_id)
    helped = asked["state"].isin([RequestState.ACCEPTED.value, RequestState.DONE.value])
    return Grown(
        call=call,
        application=found,
        applicant=applicant,
        synergy=dossiers.synergy(database, user, found.synergy_id, Audience.INSIDE, today=today),
        impact=tuple(one.entry for one in booked if isinstance(one.state, Counted)),
        experts=int(asked[helped]["expert_id"].nunique()),
    )
