"""The legal handbook: the tables of data/reference/legal as typed rows. Guidance, never legal advice.

Which regulations there are and where they stand, which questions to settle before something moves, what follows from an
answer. A row counts as checked only where its text itself was read; what somebody else tells of it does not count.
Columns and standing: data/reference/README.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from core.config import REFERENCE
from core.domain.choices import Kind, Stage, Transporter
from core.domain.datafiles import day, listed, rows_of

_TABLES = REFERENCE / "legal"


class Route(StrEnum):
    """In which quality a material goes to its taker."""

    BY_PRODUCT = "by_product"
    RECOVERY = "recovery"
    END_OF_WASTE = "end_of_waste"
    PRODUCT = "product"


class Area(StrEnum):
    """What a question is about, in the order in which they are asked."""

    STATUS = "status"
    BY_PRODUCT = "by_product"
    TAKER = "taker"
    TRANSPORT = "transport"
    PLACE = "place"
    USE = "use"
    AFTER = "after"


class Said(StrEnum):
    """What is answered to a question."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"


class OutcomeKind(StrEnum):
    """What follows from an answer, the gravest first."""

    STOP = "stop"
    PERMIT = "permit"
    DOCUMENT = "document"
    DUTY = "duty"
    NOTE = "note"


class ReadAs(StrEnum):
    """As what a text was read: at the authority's, as a copy of it, or as somebody's account of it."""

    OFFICIAL = "official"
    COPY = "copy"
    ACCOUNT = "account"


class Where(StrEnum):
    """What a question asks of the two places."""

    ORGANISED_ZONE = "organised_zone"  # one side lies in one
    LEAVES_FREE_ZONE = "leaves_free_zone"
    ENTERS_FREE_ZONE = "enters_free_zone"


class Answerer(StrEnum):
    """What answers a question by itself, where no person is asked."""

    ROUTE = "route"
    WASTE_CODE = "waste_code"
    CARRIER = "carrier"
    PLACES = "places"
    BY_PRODUCT_CHECK = "by_product_check"


UNCHOSEN = "open"  # in a list of routes: as long as none is chosen; in a list of answers: none or "not known"
ALWAYS = "*"
_ARTICLE = ("article_en", "article_tr")
DISAGREE = "disagree"  # beside the entry types: card and code disagree on the hazard


@dataclass(frozen=True)
class Source:
    """Where a text stands, where and as what it was read, and when. `checked_on` is None unless the text was read."""

    address: str
    read_at: str
    read_as: ReadAs | None
    checked_on: date | None

    @property
    def is_checked(self) -> bool:
        """True where the text itself was read."""
        return self.checked_on is not None


@dataclass(frozen=True)
class Regulation:
    """A law, regulation, communiqué or directive with its Official Gazette, as far as it was found."""

    regulation_id: str
    kind: str
    name_en: str
    name_tr: str
    gazette_date: date | None
    gazette_number: str
    source: Source
    is_repealed: bool
    note_en: str
    note_tr: str

    def name(self, language: str) -> str:
        """Return the name in "tr" or "en"."""
        return self.name_tr if language == "tr" else self.name_en

    def note(self, language: str) -> str:
        """Return what to mind of it, in "tr" or "en"."""
        return self.note_tr if language == "tr" else self.note_en


@dataclass(frozen=True)
class Question:
    """A question and when it applies: an empty condition asks nothing, of a list one must be met.

    `topics` are sets of which all must be met. `stage` is the one that cannot be entered before it is settled;
    `settled_by` are the answers that settle it beside "not applicable".
    """

    question_id: str
    area: Area
    stage: Stage
    kinds: frozenset[Kind]
    routes: frozenset[str]
    is_hazardous: bool | None
    entry_types: frozenset[str]
    codes: tuple[str, ...]
    topics: tuple[frozenset[str], ...]
    where: Where | None
    carriers: frozenset[Transporter]
    settled_by: frozenset[Said]
    answered_by: Answerer | None
    text_en: str
    text_tr: str
    hint_en: str
    hint_tr: str

    def text(self, language: str) -> str:
        """Return the question in "tr" or "en"."""
        return self.text_tr if language == "tr" else self.text_en

    def hint(self, language: str) -> str:
        """Return where to look, in "tr" or "en"."""
        return self.hint_tr if language == "tr" else self.hint_en


@dataclass(frozen=True)
class Outcome:
    """What follows from an answer, who decides, and which article says so; no authority: the source names none."""

    outcome_id: str
    question_id: str
    answers: frozenset[str]
    kind: OutcomeKind
    text_en: str
    text_tr: str
    authority_en: str
    authority_tr: str
    regulation: Regulation
    article_en: str
    article_tr: str
    source: Source

    def text(self, language: str) -> str:
        """Return what follows, in "tr" or "en"."""
        return self.text_tr if language == "tr" else self.text_en

    def authority(self, language: str) -> str:
        """Return who decides, in "tr" or "en"."""
        return self.authority_tr if language == "tr" else self.authority_en


@dataclass(frozen=True)
class Condition:
    """One of the conditions of a by-product, and what shows that it is met."""

    condition_id: str
    text_en: str
    text_tr: str
    evidence_en: str
    evidence_tr: str
    regulation: Regulation
    article_en: str
    article_tr: str
    source: Source

    def text(self, language: str) -> str:
        """Return the condition as a question, in "tr" or "en"."""
        return self.text_tr if language == "tr" else self.text_en

    def evidence(self, language: str) -> str:
        """Return what shows it, in "tr" or "en"."""
        return self.evidence_tr if language == "tr" else self.evidence_en


@dataclass(frozen=True)
class Topic:
    """Something that rules speak of beside waste codes; met by what is given or by what it is used for."""

    topic_id: str
    name_en: str
    name_tr: str
    have_concepts: frozenset[str]
    have_codes: tuple[str, ...]
    want_concepts: frozenset[str]
    want_nace: tuple[str, ...]


@cache
def regulations() -> Mapping[str, Regulation]:
    """Return the regulations by id, in the order of the file."""
    return MappingProxyType(
        {
            row["regulation_id"]: Regulation(
                gazette_date=day(row["gazette_date"]),
                source=_source(row, row["address"]),
                is_repealed=row["status"] == "repealed",
                **{
                    name: row[name]
                    for name in (
                        "regulation_id", "kind", "name_en", "name_tr", "gazette_number", "note_en", "note_tr"
                    )
                },
            )
            for row in rows_of("regulations.csv", _TABLES)
        }
    )  # fmt: skip


@cache
def questions() -> Mapping[str, Question]:
    """Return the questions by id, in the order in which they are asked."""
    return MappingProxyType({row["question_id"]: _question(row) for row in rows_of("questions.csv", _TABLES)})


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return what follows from answers, in the order of the file."""
    texts = ("outcome_id", "question_id", "text_en", "text_tr", "authority_en", "authority_tr", *_ARTICLE)
    return tuple(
        Outcome(
            answers=frozenset(listed(row["answers"])),
            kind=OutcomeKind(row["kind"]),
            regulation=regulations()[row["regulation_id"]],
            source=_source(row, regulations()[row["regulation_id"]].source.address),
            **{name: row[name] for name in texts},
        )
        for row in rows_of("outcomes.csv", _TABLES)
    )


@cache
def conditions() -> Mapping[str, Condition]:
    """Return the conditions of a by-product by id, in the order of article 19."""
    texts = ("condition_id", "text_en", "text_tr", "evidence_en", "evidence_tr", *_ARTICLE)
    return MappingProxyType(
        {
            row["condition_id"]: Condition(
                regulation=regulations()[row["regulation_id"]],
                source=_source(row, regulations()[row["regulation_id"]].source.address),
                **{name: row[name] for name in texts},
            )
            for row in rows_of("by_product_conditions.csv", _TABLES)
        }
    )


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics in the order of the file."""
    return tuple(
        Topic(
            topic_id=row["topic_id"],
            name_en=row["name_en"],
            name_tr=row["name_tr"],
            have_concepts=frozenset(listed(row["have_concepts"])),
            have_codes=listed(row["have_codes"]),
            want_concepts=frozenset(listed(row["want_concepts"])),
            want_nace=listed(row["want_nace"]),
        )
        for row in rows_of("topics.csv", _TABLES)
    )


def outcomes_of(question_id: str) -> tuple[Outcome, ...]:
    """Return all that may follow from a question, the gravest first."""
    order = list(OutcomeKind)
    found = [one for one in outcomes() if one.question_id == question_id]
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _question(row: dict[str, str]) -> Question:
    return Question(
        area=Area(row["area"]),
        stage=Stage(row["stage"]),
        kinds=frozenset(Kind(one) for one in listed(row["kinds"])),
        routes=frozenset(listed(row["routes"])),
        is_hazardous=row["hazard"] == "hazardous" if row["hazard"] else None,
        entry_types=frozenset(listed(row["entry_types"])),
        codes=listed(row["codes"]),
        topics=tuple(frozenset(one.split("+")) for one in listed(row["topics"])),
        where=Where(row["where"]) if row["where"] else None,
        carriers=frozenset(Transporter(one) for one in listed(row["carriers"])),
        settled_by=frozenset(Said(one) for one in listed(row["settled_by"])),
        answered_by=Answerer(row["answered_by"]) if row["answered_by"] else None,
        **{name: row[name] for name in ("question_id", "text_en", "text_tr", "hint_en", "hint_tr")},
    )


def _source(row: dict[str, str], address: str) -> Source:
    read_as = ReadAs(row["read_as"]) if row["read_as"] else None
    return Source(address, row["read_at"], read_as, day(row["checked_on"]))
