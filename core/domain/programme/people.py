"""People who can help synergies, what they were asked, and research that belongs to synergies.

A person's contact data stands only with a consent, and all that is known of a person can be erased.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel import Locale

from core.domain import nace
from core.domain.choices import ConsentWay
from core.domain.findings import NAME_LIMIT, TEXT_LIMIT, Findings, check_day, check_text, refuse
from core.domain.knowledge.materials import all_concepts
from core.domain.text import fold, tokens
from core.errors import (
    MissingValueError,
    UnknownChoiceError,
    WrongDateOrderError,
)
from core.errors.people import ConsentMissingError

LANGUAGES = ("tr", "en", "de", "fr", "es", "it", "ar", "ru")


class ExpertKind(StrEnum):
    ACADEMIC = "academic"
    EXPERT = "expert"


class RequestState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


OPEN_REQUESTS = (RequestState.ASKED, RequestState.ACCEPTED)


class ResearchKind(StrEnum):
    PROJECT = "project"
    DOCTORATE = "doctorate"


class ResearchState(StrEnum):
    PROPOSED = "proposed"
    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Expert:
    """A person who can help: `fields` in free words with commas between, `sectors` NACE divisions of two digits.

    `email` and `phone` only with a consent: `consent_on` and `consent_how`.
    """

    expert_id: str
    region_id: str
    kind: ExpertKind
    name: str
    institution: str | None = None
    fields: str | None = None
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    consent_on: date | None = None
    consent_how: ConsentWay | None = None
    is_sample: bool = False
    row_version: int = 1

    @property
    def has_consent(self) -> bool:
        """True if the person agreed that contact data is kept."""
        return self.consent_on is not None and self.consent_how is not None


@dataclass(frozen=True)
class ExpertRequest:
    """What a person was asked for a synergy; `state_on`: since when it stands so; `note`: what came of it."""

    request_id: str
    synergy_id: str
    expert_id: str
    asked: str
    asked_on: date
    asked_by: str
    state: RequestState
    state_on: date
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True)
class Research:
    """An academic–industry project or a doctoral topic; `concept_id`: of data/knowledge/materials.csv."""

    research_id: str
    region_id: str
    kind: ResearchKind
    title_tr: str
    title_en: str | None = None
    institution: str | None = None
    fields: str | None = None
    state: ResearchState = ResearchState.PROPOSED
    support: str | None = None
    synergy_id: str | None = None
    concept_id: str | None = None
    is_sample: bool = False
    row_version: int = 1

    def title(self, language: str) -> str:
        """Return the title in a language; the Turkish one stands in for a missing English one."""
        return self.title_tr if language == "tr" else self.title_en or self.title_tr


def check_expert(expert: Expert, today: date) -> None:
    """Raise InvalidRecordError unless a person has a name, known sectors, and a consent for contact data."""
    findings = _texts(expert, "name", "institution", "fields", "email", "phone", needed="name")
    for division in expert.sectors:
        if len(division) != 2 or not nace.known(division):
            findings["sectors"] = UnknownChoiceError(value=division)
    if (expert.consent_on is None) != (expert.consent_how is None):
        findings["consent_on" if expert.consent_on is None else "consent_how"] = MissingValueError()
    check_day(findings, "consent_on", expert.consent_on, today)
    if not expert.has_consent:
        findings |= {name: ConsentMissingError() for name in ("email", "phone") if getattr(expert, name)}
    refuse(findings)


def check_request(request: ExpertRequest, today: date) -> None:
    """Raise InvalidRecordError unless it says what is asked, and its days are past and in order."""
    findings = _texts(request, "asked", "note", needed="asked")
    for name in ("asked_on", "state_on"):
        check_day(findings, name, getattr(request, name), today)
    if request.state_on < request.asked_on:
        findings.setdefault("state_on", WrongDateOrderError())
    refuse(findings)


def check_research(research: Research) -> None:
    """Raise InvalidRecordError unless it has a Turkish title, and its subject, if any, is one that is known."""
    findings = _texts(research, "title_tr", "title_en", "institution", "fields", "support", needed="title_tr")
    if research.concept_id and research.concept_id not in {one.id for one in all_concepts()}:
        findings["concept_id"] = UnknownChoiceError(value=research.concept_id)
    refuse(findings)


def found(experts: Iterable[Expert], typed: str) -> list[Expert]:
    """Return the people in whose name, institution, fields, sectors or languages each word typed occurs, in order.

    Letters are folded: "cevre" finds "Çevre".
    """
    words = _folded(typed)
    return [one for one in experts if all(word in _said(one) for word in words)]


def found_research(research: Iterable[Research], typed: str) -> list[Research]:
    """Return the projects and topics in which every word typed occurs, in their order; letters are folded."""
    words = _folded(typed)
    return [one for one in research if all(word in _told(one) for word in words)]


def language_name(code: str, language: str) -> str:
    """Return what a language is called in Turkish or English.

    >>> language_name("de", "tr"), language_name("de", "en")
    ('Almanca', 'German')
    """
    return str(Locale.parse("tr" if language == "tr" else "en").languages.get(code, code))


def _folded(typed: str) -> list[str]:
    return [fold(word) for word in tokens(typed)] or ([fold(typed.strip())] if typed.strip() else [])


def _said(expert: Expert) -> str:
    both = ("tr", "en")
    sectors = (nace.title(code, language) for code in expert.sectors for language in both)
    spoken = (language_name(code, language) for code in expert.languages for language in both)
    return fold(" ".join(filter(None, (expert.name, expert.institution, expert.fields, *sectors, *spoken))))


def _told(one: Research) -> str:
    about = (
        name
        for known in all_concepts()
        if known.id == one.concept_id
        for name in (known.name_tr, known.name_en)
    )
    texts = (one.title_tr, one.title_en, one.institution, one.fields, one.support, *about)
    return fold(" ".join(filter(None, texts)))


def _texts(record: object, *names: str, needed: str) -> Findings:
    """Return what is missing or too long; what is said in a line is as long as a name at most."""
    findings: Findings = {}
    for name in names:
        limit = TEXT_LIMIT if name in ("note", "fields") else 2 * NAME_LIMIT
        check_text(findings, name, getattr(record, name), limit, needed=name == needed)
    return findings
