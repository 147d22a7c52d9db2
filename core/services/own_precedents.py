"""A verified synergy becomes a precedent of the matching: by one act of a manager, with both firms' consent.

What is kept names no firm. A withdrawn consent takes the precedent out again. Sample data never becomes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.domain import nace
from core.domain.choices import Direction
from core.domain.knowledge import own_precedents as told
from core.domain.knowledge.precedents import Precedent
from core.domain.matching.cards import Card
from core.domain.model import Consent, Firm, OwnPrecedent, Synergy, User
from core.domain.reports.reporting import Audience, Head
from core.errors import AlreadyPrecedentError, NotFoundError
from core.services.permissions import permitted
from core.storage import cards, good_practice, records, reports
from core.storage import own_precedents as storage
from core.storage.database import Cursor, Database


@dataclass(frozen=True)
class Draft:
    """What a synergy would be as a precedent, to be checked; how many firms of the region share each activity class."""

    precedent: OwnPrecedent
    giver_firms: int
    taker_firms: int


@dataclass(frozen=True)
class Kept:
    """A precedent that a synergy has become, and the consents it rests on."""

    precedent: OwnPrecedent
    consents: tuple[Consent, ...]


@permitted
def own_precedents(database: Database, user: User) -> tuple[Precedent, ...]:
    """Return the programme's own precedents as the matching reads them; nothing in them names a firm."""
    with database.reading() as cursor:
        return tuple(told.as_precedent(own) for own in storage.of_region(cursor, user.region_id))


@permitted
def paper_head(database: Database, user: User, *, today: date) -> Head:  # noqa: ARG001  `permitted` asks for the user
    """Return what a printed list of precedents says of itself. Raises NotFoundError in a file without a region."""
    with database.reading() as cursor:
        return reports.head(cursor, Audience.OUTSIDE, today)


@permitted
def of_synergy(database: Database, user: User, synergy_id: str) -> Kept | None:
    """Return the precedent that a synergy has become, None if it has not. Raises NotFoundError."""
    with database.reading() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        own = storage.of_synergy(cursor, synergy_id)
        return Kept(own, tuple(storage.consents_of(cursor, own.precedent_id))) if own else None


@permitted
def draft(database: Database, user: User, synergy_id: str) -> Draft:
    """Return what a synergy would be as a precedent.

    Raises NotFoundError, NotVerifiedError, SampleRecordError, AlreadyPrecedentError.
    """
    with database.reading() as cursor:
        synergy = _ready(cursor, user, synergy_id)
        region = cursor.row("region_get") or {}
        classes = {
            side: told.activity_class(storage.main_activity(cursor, firm_id, card_id))
            for side, firm_id, card_id in (
                ("giver", synergy.giver_firm_id, synergy.have_id),
                ("taker", synergy.taker_firm_id, synergy.want_id),
            )
        }
        firms = {
            side: storage.firms_in_class(cursor, user.region_id, code) if code else 0
            for side, code in classes.items()
        }
        have, want = (_card(cursor, user, card_id) for card_id in (synergy.have_id, synergy.want_id))
    resource = told.generic_resource(have or Card("", Direction.HAVE, synergy.title))
    use = told.generic_use(want.name if want else synergy.title)
    proposed = OwnPrecedent(
        precedent_id="",
        region_id=user.region_id,
        resource_en=resource[0],
        resource_tr=resource[1],
        giver_nace=classes["giver"],
        taker_nace=classes["taker"],
        use_en=use[0],
        use_tr=use[1],
        province=str(region.get("name_tr") or ""),
        waste_codes=have.waste_codes if have else (),
    )
    return Draft(proposed, firms["giver"], firms["taker"])


@permitted
def record(
    database: Database,
    user: User,
    synergy_id: str,
    own: OwnPrecedent,
    consents: Mapping[str, Consent],
    *,
    today: date,
    now: datetime,
) -> None:
    """Make a verified synergy a precedent; `consents` is by side, "giver" and "taker".

    Raises InvalidRecordError, NotFoundError where a consent is not of these firms, and as `draft` does.
    """
    with database.writing() as cursor:
        synergy = _ready(cursor, user, synergy_id)
        firm_ids = {"giver": synergy.giver_firm_id, "taker": synergy.taker_firm_id}
        if {side: consent.firm_id for side, consent in consents.items()} != firm_ids:
            raise NotFoundError()
        names = [records.find(cursor, Firm, firm_id).name for firm_id in firm_ids.values()]
        told.check_precedent(own, names, consents, today)
        whole = replace(
            own,
            region_id=user.region_id,
            giver_sector=_sector(own.giver_nace),
            taker_sector=_sector(own.taker_nace),
        )
        storage.keep(cursor, user, now, whole, synergy_id, [consents[side] for side in told.SIDES])


@permitted
def withdraw(
    database: Database,
    user: User,
    synergy_id: str,
    firm_id: str,
    row_version: int,
    *,
    on: date,
    now: datetime,
) -> None:
    """Write down that a firm withdrew its consent: the matching forgets the precedent.

    Raises NotFoundError, ChangedByOthersError.
    """
    with database.writing() as cursor:
        records.find_own(cursor, user, Synergy, synergy_id)
        own = storage.of_synergy(cursor, synergy_id)
        if own is None:
            raise NotFoundError()
        storage.withdraw(cursor, user, now, own, firm_id, on, row_version)
        good_practice.withdraw_of(cursor, user, now, "own_precedents.withdraw", synergy_id)


def _ready(cursor: Cursor, user: User, synergy_id: str) -> Synergy:
    """Return a synergy that may become a precedent."""
    synergy = storage.verified(cursor, user, synergy_id)
    if storage.of_synergy(cursor, synergy_id):
        raise AlreadyPrecedentError()
    return synergy


def _card(cursor: Cursor, user: User, resource_id: str | None) -> Card | None:
    found = cards.to_rank(cursor, user.region_id, resource_id) if resource_id else ()
    return found[0] if found else None


def _sector(code: str) -> str | None:
    group = nace.sector_group(code)
    return group.group_id if group else None
