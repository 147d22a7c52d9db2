"""The programme's own precedents: verified synergies, told without the firms' names, beside the published exchanges.

What stands here is what the matching may know of them: sector, resource, use and province. The texts are generic names
that a manager has checked in both languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from core.domain import disclosure, nace, reference, wastecodes
from core.domain.datafiles import rows_of
from core.domain.findings import Findings, refuse
from core.domain.knowledge import mentions, precedents
from core.domain.knowledge.likeness import likeness
from core.domain.knowledge.materials import all_concepts
from core.domain.knowledge.precedents import Precedent
from core.domain.knowledge.sectors import sector_base
from core.domain.matching.cards import Card
from core.domain.matching.features import Knowledge, knowledge
from core.domain.model import Consent, OwnPrecedent
from core.errors import (
    FutureDateError,
    InvalidRecordError,
    MissingValueError,
    NamesFirmError,
    NotAWasteCodeError,
    SimbiyozError,
    TooLongError,
)

PROGRAMME = "Simbiyoz"
"""The source of such a precedent, as published ones name theirs."""
SIDES = ("giver", "taker")
TEXTS = ("resource_en", "resource_tr", "use_en", "use_tr")
TEXT_LIMIT = 120
_SURE = 0.5  # how much a card must be about a concept or a use for its name to stand for it
_STATUS = "implemented"


def as_precedent(own: OwnPrecedent) -> Precedent:
    """Return an own precedent as the matching reads precedents; activities are said by the titles of their classes."""
    digits = {side: getattr(own, f"{side}_nace").replace(".", "") for side in SIDES}
    return Precedent(
        id=own.precedent_id,
        resource_en=own.resource_en,
        resource_tr=own.resource_tr,
        donor_en=nace.title(own.giver_nace, "en"),
        donor_tr=nace.title(own.giver_nace, "tr"),
        donor_nace=digits["giver"],
        receiver_en=nace.title(own.taker_nace, "en"),
        receiver_tr=nace.title(own.taker_nace, "tr"),
        receiver_nace=digits["taker"],
        use_en=own.use_en,
        use_tr=own.use_tr,
        waste_codes=";".join(own.waste_codes),
        code_note="",
        status=_STATUS,
        place=own.province,
        source=PROGRAMME,
    )


@lru_cache(maxsize=4)
def knowledge_with(own: tuple[Precedent, ...]) -> Knowledge:
    """Return all that data/knowledge holds and, among its precedents, the programme's own (by `as_precedent`)."""
    if not own:
        return knowledge()
    return replace(knowledge(), precedents=precedents.base_of((*precedents.all_precedents(), *own)))


def generic_resource(card: Card) -> tuple[str, str]:
    """Return what a card is about, in English and Turkish: its concept, else its waste code's name, else "".

    >>> from core.domain.choices import Direction
    >>> generic_resource(Card("1", Direction.HAVE, "KORDELYA'nın yaş salça posası"))
    ('Tomato pomace', 'Domates posası')
    """
    found = mentions.concepts_of([card]).toarray()[0]
    if found.max(initial=0.0) >= _SURE:
        concept = all_concepts()[int(found.argmax())]
        return concept.name_en, concept.name_tr
    for code in card.waste_codes:
        if code in reference.waste_codes():
            entry = reference.waste_codes()[code]
            return entry.name("en"), entry.name("tr")
    return "", ""


def generic_use(wanted: str) -> tuple[str, str]:
    """Return the use of uses.csv that a text names, in English and Turkish, "" where it names none.

    >>> generic_use("hayvan yemi hammaddesi")[0], generic_use("zzz")
    ('feed', ('', ''))
    """
    near = likeness([wanted], sector_base().uses)[0]
    return _uses()[int(near.argmax())] if near.max(initial=0.0) >= _SURE else ("", "")


@cache
def _uses() -> tuple[tuple[str, str], ...]:
    rows = rows_of("uses.csv")
    return tuple((row["use_en"].split(",")[0].strip(), row["use_tr"].split(",")[0].strip()) for row in rows)


def activity_class(code: str | None) -> str:
    """Return the class (four digits, with a dot) of an activity code, wider where it is, "" for what is no code.

    >>> activity_class("24.51.05"), activity_class("24"), activity_class("?"), activity_class(None)
    ('24.51', '24', '', '')
    """
    dotted = nace.normalise(code or "")
    return dotted[:5] if dotted and dotted[0].isdigit() else ""


def check_precedent(
    own: OwnPrecedent, firm_names: Sequence[str], consents: Mapping[str, Consent], today: date
) -> None:
    """Raise InvalidRecordError unless all is said, nothing names a firm, and both sides consented by today.

    `consents` is by side, "giver" and "taker"; findings of theirs are called "giver.given_by" and so on.
    """
    findings: Findings = {}
    for field in TEXTS:
        if error := _text_error(getattr(own, field), firm_names):
            findings[field] = error
    for field in ("giver_nace", "taker_nace", "province"):
        if not getattr(own, field):
            findings[field] = MissingValueError()
    for code in own.waste_codes:
        if wastecodes.normalise(code) is None:
            findings["waste_codes"] = NotAWasteCodeError(value=code)
    for side in SIDES:
        findings |= {f"{side}.{field}": error for field, error in _consent_errors(consents[side], today)}
    refuse(findings)


def check_consent(consent: Consent, today: date) -> None:
    """Raise InvalidRecordError unless a consent says who gave it, by today."""
    if findings := dict(_consent_errors(consent, today)):
        raise InvalidRecordError(findings)


def _consent_errors(consent: Consent, today: date) -> Iterator[tuple[str, SimbiyozError]]:
    if error := _text_error(consent.given_by, ()):
        yield "given_by", error
    if consent.given_on > today:
        yield "given_on", FutureDateError()


def _text_error(said: str, firm_names: Sequence[str]) -> SimbiyozError | None:
    if not said.strip():
        return MissingValueError()
    if len(said.strip()) > TEXT_LIMIT:
        return TooLongError(limit=TEXT_LIMIT)
    if any(disclosure.without_name(said, name) != said for name in firm_names):
        return NamesFirmError()
    return None
