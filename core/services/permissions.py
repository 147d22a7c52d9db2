"""Who may do what: one table of role × action, asked before every service function runs.

An action is named `module.function`. A test walks the services and fails on a public function that is missing here.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from core.domain.choices import Role
from core.domain.model import User
from core.errors import NotPermittedError
from core.storage.database import Database

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

ALL = frozenset(Role)
STAFF = frozenset({Role.ADMINISTRATOR, Role.MANAGER, Role.ADVISOR})
LEADERS = frozenset({Role.ADMINISTRATOR, Role.MANAGER})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})

PERMISSIONS: dict[str, frozenset[Role]] = {
    "drafts.load": ALL,
    "drafts.keep": ALL,
    "drafts.discard": ALL,
    "firms.table": ALL,
    "firms.get": STAFF,
    "firms.sites": STAFF,
    "firms.contacts": STAFF,
    "firms.save": STAFF,
    "firms.save_site": STAFF,
    "firms.save_contact": STAFF,
    "firms.erase_contact": LEADERS,
    "firms.retire": LEADERS,
    "firms.retire_site": LEADERS,
    "firms.history": STAFF,
    "resources.table": ALL,
    "resources.get": STAFF,
    "resources.save": STAFF,
    "resources.retire": STAFF,
    "resources.history": STAFF,
    "resources.save_photo": STAFF,
    "resources.photo": ALL,
    "synergies.table": ALL,
    "synergies.get": STAFF,
    "synergies.record": STAFF,
    "synergies.save": STAFF,
    "synergies.move": STAFF,
    "synergies.stages": STAFF,
    "following.standing": STAFF,
    "following.way": STAFF,
    "following.blocking": STAFF,
    "following.parties": STAFF,
    "following.save_party": STAFF,
    "following.retire_party": STAFF,
    "following.readiness": STAFF,
    "following.save_readiness": STAFF,
    "following.barriers": STAFF,
    "following.save_barrier": STAFF,
    "following.retire_barrier": STAFF,
    "following.log": STAFF,
    "following.last_contacts": STAFF,
    "following.log_contact": STAFF,
    "following.save_log_entry": STAFF,
    "following.erase_note": STAFF,
    "following.history": STAFF,
    "filing.files": STAFF,
    "filing.add": STAFF,
    "filing.content": STAFF,
    "filing.retire": STAFF,
    "users.table": STAFF,
    "users.names": STAFF,
    "users.save": LEADERS,
    "users.retire": LEADERS,
    "visits.table": STAFF,
    "visits.get": STAFF,
    "visits.start": STAFF,
    "visits.save": STAFF,
    "visits.close": STAFF,
    "visits.opportunities": STAFF,
    "visits.save_opportunity": STAFF,
    "visits.retire_opportunity": STAFF,
    "reporting.firm": STAFF,
    "reporting.firm_meant": STAFF,
    "dossiers.synergy": STAFF,
    "programme_reports.programme": STAFF,
    "issuing.issue": LEADERS,
    "issuing.table": STAFF,
    "issuing.content": STAFF,
    "dossiers.synergy_meant": STAFF,
    "pasting.save_drafts": STAFF,
    "impact.of_region": STAFF,
    "impact.flow_of": STAFF,
    "impact.propose": STAFF,
    "impact_ledger.of_region": STAFF,
    "impact_ledger.of_synergy": STAFF,
    "impact_ledger.table": STAFF,
    "impact_ledger.waiting": STAFF,
    "impact_ledger.lapsed": STAFF,
    "impact_ledger.documents": STAFF,
    "impact_ledger.parties": STAFF,
    "impact_ledger.enter": STAFF,
    "impact_ledger.confirm": LEADERS,
    "impact_ledger.refuse": LEADERS,
    "impact_ledger.withdraw": STAFF,
    "impact_results.of_region": STAFF,
    "impact_results.stage_times": STAFF,
    "impact_results.drop_outs": STAFF,
    "indicators.of_region": STAFF,
    "indicators.save": LEADERS,
    "indicators.retire": LEADERS,
    "indicators.enter_value": LEADERS,
    "indicators.retire_value": LEADERS,
    "indicators.values": STAFF,
    "money.rates": STAFF,
    "money.deflators": STAFF,
    "money.save_rate": LEADERS,
    "money.retire_rate": LEADERS,
    "money.save_deflator": LEADERS,
    "money.retire_deflator": LEADERS,
    "mapping.of_region": ALL,
    "overview.of_region": ALL,
    "board.counts": ALL,
    "board.cards": ALL,
    "board.page": ALL,
    "board.blocking": STAFF,
    "my_day.counts": STAFF,
    "my_day.synergies": STAFF,
    "my_day.cards": STAFF,
    "my_day.open_visits": STAFF,
    "suggesting.cards": STAFF,
    "suggesting.index": ALL,
    "suggesting.for_card": ALL,
    "suggesting.pairs": ALL,
    "suggesting.explain": ALL,
    "suggesting.reveal": STAFF,
    "prospecting.sites": ALL,
    "prospecting.for_card": ALL,
    "prospecting.for_region": ALL,
    "sharing.for_region": ALL,
    "reasons.nearest": ALL,
    "reasons.refused": ALL,
    "dealing.rooms": ALL,
    "dealing.transport_rate": STAFF,
    "legal.of_synergy": STAFF,
    "legal.choose": STAFF,
    "legal.answer": STAFF,
    "legal.note_paper": STAFF,
    "legal.check_by_product": STAFF,
    "people.experts": STAFF,
    "people.for_synergy": STAFF,
    "people.save": STAFF,
    "people.erase": LEADERS,
    "people.requests": STAFF,
    "people.ask": STAFF,
    "people.save_request": STAFF,
    "people.retire_request": STAFF,
    "people.research": STAFF,
    "people.save_research": STAFF,
    "people.retire_research": STAFF,
    "support.calls": STAFF,
    "support.save_call": LEADERS,
    "support.retire_call": LEADERS,
    "support.applications": STAFF,
    "support.pilots": STAFF,
    "support.begin": STAFF,
    "support.save": STAFF,
    "support.retire": STAFF,
    "support.grown": STAFF,
    "settings.current": STAFF,
    "settings.save": LEADERS,
    "answering.answer": STAFF,
    "answering.take_back": STAFF,
    "answering.standing": STAFF,
    "answering.agreement": LEADERS,
    "own_precedents.own_precedents": ALL,
    "own_precedents.of_synergy": STAFF,
    "own_precedents.draft": LEADERS,
    "own_precedents.record": LEADERS,
    "own_precedents.withdraw": LEADERS,
    "importing.preview": STAFF,
    "importing.apply": STAFF,
    "exporting.file": STAFF,
    "exporting.form": STAFF,
    "exporting.archive": LEADERS,
    "exporting.folder": LEADERS,
    "backing_up.save": ADMINISTRATORS,
    "backing_up.content": ADMINISTRATORS,
    "checking.findings": ADMINISTRATORS,
    "checking.counts": ADMINISTRATORS,
    "installing.fill": ADMINISTRATORS,
    "installing.create": ADMINISTRATORS,
}


def allows(role: Role, action: str) -> bool:
    """Return whether a role may do an action; pages ask it to hide what would be refused anyway."""
    return role in PERMISSIONS[action]


def permitted(
    function: Callable[Concatenate[Database, User, Parameters], Result],
) -> Callable[Concatenate[Database, User, Parameters], Result]:
    """Wrap a service function so that it raises NotPermittedError for roles that the table does not name."""
    action = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"

    @wraps(function)
    def asking(
        database: Database, user: User, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Result:
        if not allows(user.role, action):
            raise NotPermittedError()
        return function(database, user, *args, **kwargs)

    return asking
