"""The legal path of a synergy: which questions apply, what is open, what follows. Guidance, never legal advice.

Nothing is decided here: the handbook's rows are laid beside what the cards say and what people answered. What is not
known is open, and what is open holds the next stage back only as a hint, for a person to weigh.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.domain import reference
from core.domain.choices import STAGES_IN_ORDER, Kind, Place, Stage, Transporter
from core.domain.legal import handbook
from core.domain.legal.handbook import (
    ALWAYS,
    DISAGREE,
    UNCHOSEN,
    Answerer,
    Outcome,
    OutcomeKind,
    Question,
    Route,
    Said,
    Topic,
    Where,
)
from core.domain.matching.cards import Card
from core.domain.matching.cautions import Spot, concepts_of


class State(StrEnum):
    """How a question stands. `against`: an answer that must not stay as it is."""

    SETTLED = "settled"
    OPEN = "open"
    AGAINST = "against"


class ByProduct(StrEnum):
    """What a by-product check comes to."""

    MEETS = "meets"
    DOES_NOT_MEET = "does_not_meet"
    OPEN = "open"


_SAID_BY_CHECK = {ByProduct.MEETS: Said.YES, ByProduct.DOES_NOT_MEET: Said.NO}


@dataclass(frozen=True)
class Facts:
    """What is known of a synergy: kind, codes and hazard of the have, topics, places, route, carrier."""

    kind: Kind
    waste_codes: tuple[str, ...] = ()
    says_hazardous: bool | None = None
    topics: frozenset[str] = frozenset()
    giver: Spot = field(default_factory=Spot)
    taker: Spot = field(default_factory=Spot)
    route: Route | None = None
    carrier: Transporter | None = None

    @property
    def entry_types(self) -> frozenset[str]:
        """Return AH, AN, MH, MN, H of the codes, and `DISAGREE` where card and codes contradict each other."""
        known = [
            reference.waste_codes()[code] for code in self.waste_codes if code in reference.waste_codes()
        ]
        types = {code.entry_type for code in known}
        if known and self.says_hazardous is not None:
            by_codes = any(code.hazardous for code in known)
            if by_codes is not self.says_hazardous:
                types.add(DISAGREE)
        return frozenset(types)

    @property
    def is_hazardous(self) -> bool | None:
        """Return True where card or a code says so, None where neither says anything."""
        known = [
            reference.waste_codes()[code] for code in self.waste_codes if code in reference.waste_codes()
        ]
        if self.says_hazardous or any(code.hazardous for code in known):
            return True
        return False if known or self.says_hazardous is False else None


@dataclass(frozen=True)
class Step:
    """A question that applies, what was said to it, how it stands, and what follows."""

    question: Question
    said: Said | None
    state: State
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Path:
    """The questions that apply to a synergy, in the order in which they are asked."""

    facts: Facts
    steps: tuple[Step, ...]

    def of_kind(self, kind: OutcomeKind) -> tuple[Outcome, ...]:
        """Return what follows of one kind, each once."""
        return tuple(dict.fromkeys(one for step in self.steps for one in step.outcomes if one.kind is kind))

    @property
    def unchecked(self) -> tuple[Outcome, ...]:
        """Return what follows by rows whose text nobody of us has read."""
        return tuple(
            dict.fromkeys(one for step in self.steps for one in step.outcomes if not one.source.is_checked)
        )

    def blocking(self, stage: Stage) -> tuple[Step, ...]:
        """Return what is not settled and should be before a stage is entered; nothing for stalled and dropped."""
        if stage not in STAGES_IN_ORDER:
            return ()
        reached = STAGES_IN_ORDER.index(stage)
        return tuple(
            step
            for step in self.steps
            if step.state is not State.SETTLED and STAGES_IN_ORDER.index(step.question.stage) <= reached
        )


def topics_of(have: Card | None, want: Card | None) -> frozenset[str]:
    """Return the topics that a have or its use meets.

    >>> from core.domain.choices import Direction
    >>> canteen = Card("h", Direction.HAVE, "yemekhane artığı", waste_codes=("200108",))
    >>> sorted(topics_of(canteen, Card("w", Direction.WANT, "hayvan yemi")))
    ['catering', 'feed']
    """
    given = concepts_of(have) if have else frozenset()
    taken = concepts_of(want) if want else frozenset()
    return frozenset(one.topic_id for one in handbook.topics() if _meets(one, have, given, want, taken))


def _meets(
    topic: Topic, have: Card | None, given: frozenset[str], want: Card | None, taken: frozenset[str]
) -> bool:
    return bool(
        topic.have_concepts & given
        or topic.want_concepts & taken
        or (have and topic.have_codes and any(code.startswith(topic.have_codes) for code in have.waste_codes))
        or (want and topic.want_nace and any(code.startswith(topic.want_nace) for code in want.nace))
    )


def path(facts: Facts, answers: Mapping[str, Said], by_product: ByProduct | None = None) -> Path:
    """Return the path of a synergy from what is known, what people answered and the last by-product check.

    >>> sand = Facts(Kind.MATERIAL, ("100908",), route=Route.RECOVERY)
    >>> [step.question.question_id for step in path(sand, {}).blocking(Stage.SAMPLE)]
    ['mirror', 'licence', 'carrier', 'transport_annex', 'border']
    """
    steps = []
    for question in handbook.questions().values():
        if _applies(question, facts):
            said = _itself(question, facts, by_product) if question.answered_by else None
            said = said or (answers.get(question.question_id) if asks(question, facts) else None)
            steps.append(Step(question, said, _state(question, said), _following(question, said)))
    return Path(facts, tuple(steps))


def overall(said: Mapping[str, Said]) -> ByProduct:
    """Return what a by-product check comes to: one condition not met is enough, all must be met.

    >>> met = dict.fromkeys(handbook.conditions(), Said.YES)
    >>> overall(met).value, overall(met | {"demand": Said.NO}).value, overall({"demand": Said.YES}).value
    ('meets', 'does_not_meet', 'open')
    """
    answers = [said.get(condition_id, Said.NOT_KNOWN) for condition_id in handbook.conditions()]
    if Said.NO in answers:
        return ByProduct.DOES_NOT_MEET
    return ByProduct.MEETS if all(one is Said.YES for one in answers) else ByProduct.OPEN


def is_open_at(stage: Stage) -> bool:
    """Return whether the path is shown at a stage: from the first contact on, also while it stalls."""
    return stage is not Stage.IDEA


def next_stage(stage: Stage) -> Stage | None:
    """Return the stage after this one; None at the end of the life and beside it."""
    if stage not in STAGES_IN_ORDER or stage is STAGES_IN_ORDER[-1]:
        return None
    return STAGES_IN_ORDER[STAGES_IN_ORDER.index(stage) + 1]


def asks(question: Question, facts: Facts) -> bool:
    """Return whether somebody has to answer: most questions, and those that the facts leave open for a person."""
    if question.answered_by is Answerer.PLACES:
        return _crossing(facts) is None
    return question.answered_by is None


def _applies(question: Question, facts: Facts) -> bool:
    route = facts.route.value if facts.route else UNCHOSEN
    return (
        facts.kind in question.kinds
        and (not question.routes or route in question.routes)
        and (question.is_hazardous is None or facts.is_hazardous is question.is_hazardous)
        and (not question.entry_types or bool(question.entry_types & facts.entry_types))
        and (not question.codes or any(code.startswith(question.codes) for code in facts.waste_codes))
        and (not question.topics or any(all_of <= facts.topics for all_of in question.topics))
        and (question.where is None or question.where in _places(facts))
        and (not question.carriers or facts.carrier in question.carriers)
    )


def _places(facts: Facts) -> frozenset[Where]:
    giver, taker = facts.giver, facts.taker
    found = set()
    if Place.ORGANISED_ZONE in (giver.place, taker.place):
        found.add(Where.ORGANISED_ZONE)
    apart = (giver.place, giver.zone_id) != (taker.place, taker.zone_id)
    if giver.place is Place.FREE_ZONE and taker.place is not None and apart:
        found.add(Where.LEAVES_FREE_ZONE)
    if taker.place is Place.FREE_ZONE and giver.place is not None and apart:
        found.add(Where.ENTERS_FREE_ZONE)
    return frozenset(found)


def _crossing(facts: Facts) -> Said | None:
    giver, taker = facts.giver, facts.taker
    if giver.place is None or taker.place is None:
        return None
    bordered = {Place.ORGANISED_ZONE, Place.FREE_ZONE} & {giver.place, taker.place}
    apart = (giver.place, giver.zone_id) != (taker.place, taker.zone_id)
    return Said.YES if bordered and apart else Said.NO


def _itself(question: Question, facts: Facts, by_product: ByProduct | None) -> Said | None:
    """Return what the facts say to a question, None where they say nothing."""
    if question.answered_by is Answerer.PLACES:
        return _crossing(facts)
    if question.answered_by is Answerer.BY_PRODUCT_CHECK:
        return _SAID_BY_CHECK.get(by_product) if by_product else None
    known = {
        Answerer.ROUTE: facts.route is not None,
        Answerer.WASTE_CODE: bool(facts.waste_codes),
        Answerer.CARRIER: facts.carrier is not None,
    }
    return Said.YES if question.answered_by and known[question.answered_by] else None


def _state(question: Question, said: Said | None) -> State:
    if said is None or said is Said.NOT_KNOWN:
        return State.OPEN
    return State.SETTLED if said is Said.NOT_APPLICABLE or said in question.settled_by else State.AGAINST


def _following(question: Question, said: Said | None) -> tuple[Outcome, ...]:
    if said is Said.NOT_APPLICABLE:
        return ()
    word = UNCHOSEN if said is None or said is Said.NOT_KNOWN else said.value
    return tuple(one for one in handbook.outcomes_of(question.question_id) if one.answers & {ALWAYS, word})
