"""Words about people who can help: why one fits, the letter that asks, and what a person's sectors are called."""

from functools import cache

from core.domain import nace
from core.domain.choices import StallReason
from core.domain.knowledge.materials import all_concepts
from core.domain.labels import label
from core.domain.programme.helping import Helper, Met, Reason
from core.domain.programme.people import language_name
from core.domain.synergies.following import Perspective
from core.domain.text import fold
from core.i18n import Translator

_MOST = 3  # reasons; more nobody reads


def language(code: str, t: Translator) -> str:
    """Return the name of a language that somebody speaks, in the reader's language."""
    return language_name(code, t.language)


def why(helper: Helper, t: Translator) -> list[str]:
    """Return why a person fits, a sentence each, the strongest first; sectors come together in one."""
    said = [reason(one, t) for one in helper.reasons if one.met is not Met.SECTOR][:_MOST]
    sectors = [sector(one.ours, t) for one in helper.reasons if one.met is Met.SECTOR]
    if sectors:
        said.append(t("Knows the sector: {sectors}", sectors=", ".join(sectors)))
    return list(dict.fromkeys(said))


def reason(one: Reason, t: Translator) -> str:
    """Return one reason in words."""
    if one.met is Met.SUBJECT and one.ours == one.theirs:
        return t("Knows {thing}", thing=concept(one.theirs, t))
    if one.met is Met.SUBJECT:
        return t("Knows {theirs}, near to {ours}", theirs=concept(one.theirs, t), ours=concept(one.ours, t))
    if one.met is Met.SKILL:
        return t("{skill} goes with {thing}", skill=concept(one.theirs, t), thing=concept(one.ours, t))
    if one.met is Met.BARRIER:
        held = label(StallReason(one.ours), t)
        return t("Barrier “{barrier}” calls for {skill}", barrier=held, skill=concept(one.theirs, t))
    if one.met is Met.PERSPECTIVE:
        unready = label(Perspective(one.ours), t)
        return t("“{perspective}” is not ready: {skill}", perspective=unready, skill=concept(one.theirs, t))
    return t("Knows the sector: {sectors}", sectors=sector(one.ours, t))


@cache
def concepts(language: str) -> dict[str, str]:
    """Return the name of every material, service and skill that is known, by id, in the order of the names."""
    names = {one.id: one.name_tr if language == "tr" else one.name_en for one in all_concepts()}
    return dict(sorted(names.items(), key=lambda one: (fold(one[1]), one[0])))


def concept(concept_id: str, t: Translator) -> str:
    """Return what a concept is called, "" for one that is not known any more."""
    return concepts(t.language).get(concept_id, "")


def sector(division: str, t: Translator) -> str:
    """Return the title of a NACE division without the examples in brackets."""
    return nace.title(division, t.language).partition(" (")[0] or division


def subject(resource: str, t: Translator) -> str:
    """Return the subject of the letter that asks a person."""
    return t("Request for your opinion: {resource}", resource=resource)


def letter(resource: str, giver: tuple[str, ...], taker: tuple[str, ...], asked: str, t: Translator) -> str:
    """Return the letter that asks a person: what it is about and what is asked; it names trades, never firms."""
    return t(
        "Dear colleague,\n\nIn the industrial symbiosis programme we follow an exchange in which a plant gives away "
        "“{resource}”. Sector of the giver: {giver}. Sector of the taker: {taker}.\n\nOur question to you: {asked}\n\n"
        "Would you be able to help? If so, please tell us when and on what terms. The firms are named once both have "
        "agreed.\n\nKind regards",
        resource=resource,
        giver=_trades(giver, t),
        taker=_trades(taker, t),
        asked=asked or "…",
    )


def _trades(codes: tuple[str, ...], t: Translator) -> str:
    divisions = dict.fromkeys(code for code in map(nace.division, codes) if code)
    return ", ".join(sector(one, t) for one in divisions) or t("not known")
