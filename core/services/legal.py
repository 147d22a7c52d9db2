"""The legal path of a synergy: what is to be settled before something moves, and what people found out about it.

It guides and never stops anybody: a stage can be entered with questions open. Each write is on record with its person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.domain.choices import Stage
from core.domain.legal import guidance, state
from core.domain.legal.guidance import Facts, Path
from core.domain.legal.state import Answered, Check, Choice, Paper
from core.domain.matching.cards import Card
from core.domain.matching.cautions import Spot
from core.domain.model import Permit, Resource, Site, Synergy, User
from core.services.permissions import permitted
from core.storage import cards, records, sites
from core.storage import legal as storage
from core.storage.database import Cursor, Database


@dataclass(frozen=True)
class Legal:
    """The path of a synergy with all that was kept of it; `checks` newest first.

    `licences` are the permits of the taker's sites that the register holds for a waste code of the have.
    """

    synergy_id: str
    stage: Stage
    path: Path
    choice: Choice
    answers: Mapping[str, Answered]
    papers: Mapping[str, Paper]
    checks: tuple[Check, ...]
    licences: tuple[Permit, ...]


@permitted
def of_synergy(database: Database, user: User, synergy_id: str) -> Legal:
    """Return the legal path of a synergy of the user's region. Raises NotFoundError."""
    with database.reading() as cursor:
        synergy = records.find_own(cursor, user, Synergy, synergy_id)
        choice = storage.choice_of(cursor, synergy_id)
        answers = storage.answers_of(cursor, synergy_id)
        checks = storage.checks_of(cursor, synergy_id)
        facts = _facts(cursor, user, synergy, choice)
        papers = storage.papers_of(cursor, synergy_id)
        taker = sites.of_firm(cursor, synergy.taker_firm_id)
    said = {one.question_id: one.said for one in answers.values() if one.said}
    path = guidance.path(facts, said, checks[0].result if checks else None)
    held = tuple(one for site in taker for one in site.permits if one.waste_code in facts.waste_codes)
    return Legal(synergy_id, synergy.stage, path, choice, answers, papers, checks, held)


@permitted
def choose(database: Database, user: User, choice: Choice, *, now: datetime) -> None:
    """Keep route and carrier. Raises NotFoundError, ChangedByOthersError."""
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, choice.synergy_id)
        storage.keep_choice(cursor, user, now, choice)


@permitted
def answer(database: Database, user: User, one: Answered, *, now: datetime) -> None:
    """Keep an answer, or take it back where nothing is said.

    Raises NotFoundError, InvalidRecordError, ChangedByOthersError.
    """
    state.check_answer(one)
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, one.synergy_id)
        storage.keep_answer(cursor, user, now, one)


@permitted
def note_paper(database: Database, user: User, one: Paper, *, now: datetime) -> None:
    """Keep whether a permit or document is at hand. Raises NotFoundError, InvalidRecordError, ChangedByOthersError."""
    state.check_paper(one, now.date())
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, one.synergy_id)
        storage.keep_paper(cursor, user, now, one)


@permitted
def check_by_product(database: Database, user: User, check: Check, *, now: datetime) -> None:
    """Add a by-product check; earlier ones stay. Raises NotFoundError, InvalidRecordError."""
    state.check_check(check, now.date())
    with database.writing(changes_cards=False) as cursor:
        records.find_own(cursor, user, Synergy, check.synergy_id)
        storage.keep_check(cursor, user, now, check)


def _facts(cursor: Cursor, user: User, synergy: Synergy, choice: Choice) -> Facts:
    have = records.find(cursor, Resource, synergy.have_id) if synergy.have_id else None
    want = records.find(cursor, Resource, synergy.want_id) if synergy.want_id else None
    ranked_have, ranked_want = _ranked(cursor, user, have), _ranked(cursor, user, want)
    return Facts(
        kind=have.kind if have else synergy.kind,
        waste_codes=have.waste_codes if have else (),
        says_hazardous=have.hazardous if have else None,
        topics=guidance.topics_of(ranked_have, ranked_want),
        giver=_spot(cursor, synergy.giver_firm_id, have),
        taker=_spot(cursor, synergy.taker_firm_id, want),
        route=choice.route,
        carrier=choice.carrier,
    )


def _ranked(cursor: Cursor, user: User, resource: Resource | None) -> Card | None:
    if resource is None:
        return None
    found = cards.to_rank(cursor, user.region_id, resource.resource_id)
    return found[0] if found else None


def _spot(cursor: Cursor, firm_id: str, resource: Resource | None) -> Spot:
    """Return where a side lies: the card's site, else the firm's only one, else not known."""
    if resource:
        site = records.find(cursor, Site, resource.site_id)
        return Spot(site.place, site.zone_id)
    own = sites.of_firm(cursor, firm_id)
    return Spot(own[0].place, own[0].zone_id) if len(own) == 1 else Spot()
