"""The stages of a synergy's life: what must be there to leave each, which step comes next, which moves are allowed.

A person may move a synergy on though something is missing; what was missing is kept with the stage. Only "verified"
cannot be had so: it says that the saving stands up to an auditor.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.domain.choices import STAGES_IN_ORDER, Recurrence, Stage, Transporter
from core.domain.model import Synergy
from core.domain.synergies.following import DocumentKind, LogWay, Perspective, Readiness
from core.errors import MoveNotAllowedError, NotProvedError
from core.i18n import marked as m

ENDED = (Stage.STALLED, Stage.DROPPED)
FLOWING = (Stage.RUNNING, Stage.VERIFIED)
_FACE_TO_FACE = frozenset({LogWay.MEETING, LogWay.SITE_VISIT})


class Need(StrEnum):
    """What must be there to leave a stage."""

    OWNER = "owner"
    GIVER_CONTACTED = "giver_contacted"
    TAKER_CONTACTED = "taker_contacted"
    MEETING_HELD = "meeting_held"
    LEGAL_OPENED = "legal_opened"
    WHO_CARRIES = "who_carries"
    SAMPLE_RESULT = "sample_result"
    READINESS_KNOWN = "readiness_known"
    QUANTITY = "quantity"
    PRICE = "price"
    LEGAL_READY = "legal_ready"
    RECURRENCE = "recurrence"
    VERIFIED_IMPACT = "verified_impact"


class Template(StrEnum):
    """A text that helps with the next step."""

    CALL_SCRIPT = "call_script"
    NON_DISCLOSURE = "non_disclosure"
    SAMPLE_REQUEST = "sample_request"
    TRANSPORT_ENQUIRY = "transport_enquiry"
    PERMIT_CHECK = "permit_check"


NEEDS: dict[Stage, tuple[Need, ...]] = {
    Stage.IDEA: (Need.OWNER,),
    Stage.CONTACTED: (Need.GIVER_CONTACTED, Need.TAKER_CONTACTED),
    Stage.MEETING: (Need.MEETING_HELD, Need.LEGAL_OPENED, Need.WHO_CARRIES),
    Stage.SAMPLE: (Need.SAMPLE_RESULT,),
    Stage.FEASIBILITY: (Need.READINESS_KNOWN,),
    Stage.AGREEMENT: (Need.QUANTITY, Need.PRICE, Need.LEGAL_READY, Need.RECURRENCE),
    Stage.RUNNING: (Need.RECURRENCE, Need.VERIFIED_IMPACT),
}


@dataclass(frozen=True)
class Step:
    """A proposed next step and the text that helps with it, if there is one."""

    text: str
    template: Template | None = None


STEPS: dict[Stage, Step] = {
    Stage.IDEA: Step(m("Call both firms and ask whether they are interested"), Template.CALL_SCRIPT),
    Stage.CONTACTED: Step(
        m("Bring both firms to one table; settle first what stays confidential"), Template.NON_DISCLOSURE
    ),
    Stage.MEETING: Step(
        m("Settle the legal questions and who carries, then ask for a sample"), Template.SAMPLE_REQUEST
    ),
    Stage.SAMPLE: Step(
        m("Write down what the sample showed and ask what transport costs"), Template.TRANSPORT_ENQUIRY
    ),
    Stage.FEASIBILITY: Step(
        m("Find out what is not known yet and check which permits are needed"), Template.PERMIT_CHECK
    ),
    Stage.AGREEMENT: Step(
        m("Agree on quantity, price and rhythm; have the permits in hand"), Template.PERMIT_CHECK
    ),
    Stage.RUNNING: Step(m("Collect the weighbridge slips or invoices and enter the measured impact")),
    Stage.VERIFIED: Step(m("Ask once a year whether it still runs and for the new documents")),
    Stage.STALLED: Step(m("Find out whether the barrier is gone, then revive it"), Template.CALL_SCRIPT),
    Stage.DROPPED: Step(m("Nothing to do. It can be revived if the reason falls away.")),
}
_DONE = Step(
    m("Nothing to do: it flowed once. Tell it to others as a good-practice sheet, in the part “Report”.")
)


def step(synergy: Synergy) -> Step:
    """Return the proposed next step of a synergy."""
    flowed_once = synergy.stage is Stage.VERIFIED and synergy.recurrence is Recurrence.ONE_OFF
    return _DONE if flowed_once else STEPS[synergy.stage]


@dataclass(frozen=True)
class Facts:
    """What is known of a synergy beside itself.

    `contacts` holds (firm_id, way) of the log, notes left out. `transporters` are what its cards say.
    """

    synergy: Synergy
    contacts: frozenset[tuple[str | None, LogWay]] = frozenset()
    readiness: Mapping[Perspective, Readiness] = field(default_factory=dict)
    documents: frozenset[DocumentKind] = frozenset()
    transporters: frozenset[Transporter] = frozenset()
    has_carrier: bool = False
    is_legal_opened: bool = False
    has_verified_impact: bool = False


def met(facts: Facts) -> frozenset[Need]:
    """Return the needs that a synergy meets, of whatever stage.

    An agreement among the files stands for quantity and price. A known legal readiness says that the legal questions
    were opened.
    """
    synergy = facts.synergy
    firms = {firm_id for firm_id, _ in facts.contacts}
    known = {one for one, level in facts.readiness.items() if level is not Readiness.NOT_KNOWN}
    is_agreed = DocumentKind.AGREEMENT in facts.documents
    answers = {
        Need.OWNER: synergy.owner_id is not None,
        Need.GIVER_CONTACTED: synergy.giver_firm_id in firms,
        Need.TAKER_CONTACTED: synergy.taker_firm_id in firms,
        Need.MEETING_HELD: any(way in _FACE_TO_FACE for _, way in facts.contacts),
        Need.LEGAL_OPENED: facts.is_legal_opened or Perspective.LEGAL in known,
        Need.WHO_CARRIES: facts.has_carrier
        or bool(facts.transporters & {Transporter.GIVER, Transporter.TAKER}),
        Need.SAMPLE_RESULT: DocumentKind.ANALYSIS in facts.documents or Perspective.TECHNOLOGY in known,
        Need.READINESS_KNOWN: known == set(Perspective),
        Need.QUANTITY: synergy.quantity is not None or is_agreed,
        Need.PRICE: synergy.price_per_unit is not None or is_agreed,
        Need.LEGAL_READY: facts.readiness.get(Perspective.LEGAL) is Readiness.YES,
        Need.RECURRENCE: synergy.recurrence is not None,
        Need.VERIFIED_IMPACT: facts.has_verified_impact,
    }
    return frozenset(need for need, is_met in answers.items() if is_met)


def missing(facts: Facts, target: Stage | None = None) -> tuple[Need, ...]:
    """Return what is missing to leave the present stage, or to come as far as `target`; () for any other way.

    Stages that are jumped over ask for what they ask for.
    """
    now = facts.synergy.stage
    if now in ENDED or target in ENDED:
        return ()
    start = STAGES_IN_ORDER.index(now)
    end = start + 1 if target is None else STAGES_IN_ORDER.index(target)
    there = met(facts)
    needs = [need for stage in STAGES_IN_ORDER[start:end] for need in NEEDS.get(stage, ())]
    return tuple(dict.fromkeys(need for need in needs if need not in there))


def moves(stage: Stage, before: Stage) -> tuple[Stage, ...]:
    """Return the stages that a synergy may be put into; `before` is the one that it stalled or was dropped at.

    >>> [str(one) for one in moves(Stage.STALLED, Stage.MEETING)]
    ['meeting', 'dropped']
    """
    if stage in ENDED:
        return (before, *(one for one in ENDED if one is not stage))
    return tuple(one for one in (*STAGES_IN_ORDER, *ENDED) if one is not stage)


def check_move(facts: Facts, before: Stage, target: Stage) -> tuple[Need, ...]:
    """Return what is missing for a move that a person may make all the same.

    Raises MoveNotAllowedError; NotProvedError for "verified" without a verified impact.
    """
    if target not in moves(facts.synergy.stage, before):
        raise MoveNotAllowedError()
    found = missing(facts, target)
    if target is Stage.VERIFIED and Need.VERIFIED_IMPACT in found:
        raise NotProvedError()
    return found


def stage_before(way: list[Stage]) -> Stage:
    """Return the last stage of a synergy's way that was not an end.

    >>> str(stage_before([Stage.IDEA, Stage.SAMPLE, Stage.STALLED]))
    'sample'
    """
    return next((stage for stage in reversed(way) if stage not in ENDED), Stage.IDEA)
