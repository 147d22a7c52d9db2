"""What marks a danger or a use in a card: the groups of data/knowledge/danger_words.csv.

Nobody writes "treated_wood_waste": people write "old doors, varnished". A group is met by a concept, the beginning of a
waste code or of a NACE code, a hazard, or words. What a have says it is not ("boyasız", "free of solvents") is cut out
before anything is looked for, so that it is not held against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from core.domain.datafiles import rows_of
from core.domain.text import fold, stem

Facts = frozenset[str]
Term = tuple[Facts, ...]  # met where each part shares a fact with the card

_TOKEN = re.compile(r"[^\W_]+")
_SUFFIX = re.compile(r"(?<=[^\W_]{2})['’‘][^\W_]+")
_AFTER = r"[^\W_]+(?:(?:, ?[^\W_]+){0,3} (?:or|and|nor) [^\W_]+)?"  # a comma may also end what is denied
_BEFORE = r"[^\W_]+(?: (?:ve|veya|ya da) [^\W_]+){0,2}"
_LACKING = re.compile(r"['’‘](?=s[ıiuü]z)", re.IGNORECASE)  # "PCB'siz" is without, "PCB'si" is not
_LENT = (
    r"(?:tank\w*|truck|trailer|lorr|tipper|silo|room|oven|crew|team|hour|capacit|space|van|wagon|mixer|dryer)"
)
_WHEN = r"in|on|at|for|until|during|every|each|all|most|after|before|now|this|next|days?|nights?|hours?|weeks?|\d+"
_SOFTENED = re.compile(r"(?<=[^\W_]{2}[aeiou])g(?=[aeiou])")  # toprak, toprağı
_NOT_MEANT = re.compile(  # folded words that hold a danger's name and mean none
    r"solvent[- ]?(?:extract\w*|ekstraks\w*)|cozucu ekstraks\w*|heat[- ]treated|isil islem\w*(?: gormus)?|"
    r"free of charge|lead[- ]?time|soda[- ]lime|soda kirec|(?:ch|k)lor[- ]alkali|"
    r"(?:concrete|steel|plastic|composite) (?:railway |rail |track )?(?:sleepers?|ties?)|"
    r"(?:beton|celik|plastik|kompozit) travers\w*|"
    r"(?:passed|approved|released|checked|inspected|certified) by (?:the |a |our )?vet\w*|"
    r"vet(?:erinar(?:y|ian|ily))?[- ](?:passed|stamped|checked|inspected|approved|certifi\w*|document\w*|"
    r"control\w*|health)|"
    r"veteriner\w* (?:kontrol\w*|onay\w*|belge\w*|damgali|muhurlu|muayene\w*|rapor\w*|denetim\w*|izin\w*)|"
    r"(?:radium|radon|uranium|thorium|radioactivity) (?:[^\W_]+ )?below (?:the )?(?:limit|detection|clearance)\w*|"
    r"(?:radyum|radon|uranyum|toryum|radyoaktivite)\w* (?:[^\W_]+ ){0,2}altinda"
)
_DENIED = re.compile(  # "tanker free" is to be had, "paint free" has none
    rf"\b(?:free (?:of|from)|without|never (?:held|touched|contained)|does not contain|contains? no|no contact with|"
    rf"never|no|not) (?:(?:any|the|an?|with|been|in contact|contact|contain\w*|use\w*|mixed) )*{_AFTER}|"
    rf"\b(?!{_LENT})[^\W_]+[- ]free\b(?! (?:of|{_WHEN})\b)|\bnon(?:[- ]|(?=hazard|toxic))[^\W_]+|"
    rf"{_BEFORE} (?:[^\W_]+ )?(?:icerme[zy]\w*|bulunma[zy]\w*|bulasmamis\w*|degmemis\w*|temas etmemis\w*|"
    r"kullanilmamis\w*|karismamis\w*|olmayan)|"
    r"[^\W_]+ (?:degil\w*|yok\w*|gormemis\w*)|(?!sterilize|dezenfekte|pastorize|arit)\b[^\W_]+ edilmemis\w*|"
    r"\b(?!ilacsiz)[^\W_]{3,}s[iu]z(?:d[ia]r|lar\w*|ler\w*)?\b"
)
_SENTENCE = re.compile(r"[.;!?](?=\s|$)")
_PURPOSE = re.compile(
    r"\b(?:icin|for|to be|use[ds]?|using|kullan\w*|olarak|as|into|yapi\w*|yapma\w*|uret\w*)\b"
)
_RULED_OUT = re.compile(r"\b(?:gereksiz|gerekmiyor|istemeyiz|degil|not|no|never|kalan|onemli degil)\b")
_NOT_FOR = re.compile(
    r"\bnon[- ](?:food|feed|edible|potable)\b|\bnot for [^\W_]+(?: [^\W_]+)?|\b[^\W_]+ disi\b|"
    r"\b(?:gida|yem|icme)[^\W_]* (?:[^\W_]+ )?degil\w*|"
    r"\b(?:without|no|not in)(?: any| direct)* (?:food|feed|skin) contact\b|"
    r"\bnot (?:in|for)(?: direct)? contact with [^\W_]+|"
    r"\b(?:dogrudan )?(?:gida|yem)[^\W_]* (?:dogrudan )?(?:degmeyen|temas etmeyen|temassiz|temasi olmayan)|"
    r"\b(?:no|without)(?: an?| any)?(?: [^\W_]+(?:-[^\W_]+)?){0,2} (?:permit|licen[cs]e)s?\b|"
    r"\b(?:izinsiz|lisanssiz|ruhsatsiz)\b|\b(?:izni|lisansi|ruhsati) (?:yok\w*|olmayan)"
)
_METAL = re.compile(
    r"\b(cd|hg|pb|as|cr|cu|ni|zn|cadmium|mercury|lead|arsenic|chromium|copper|nickel|zinc|"
    r"kadmiyum|civa|kursun|arsenik|krom|bakir|nikel|cinko)\W{1,2}(\d[\d.,]*) ?(?:mg/kg|ppm|g/t)\b"
)
_UN_NUMBER = re.compile(r"\bun[ -]?(?:no\.? ?)?[0-3]\d{3}\b")  # of goods dangerous to carry: UN 0004 to 3560
_MAY_HOLD = {  # mg/kg dry: RG 3.8.2010/27661, EK I-B (sewage sludge on land); arsenic: Swiss ChemRRV 2.2.1.1, PFC 1(A)
    **dict.fromkeys(("cd", "cadmium", "kadmiyum", "hg", "mercury", "civa"), 10),
    **dict.fromkeys(("as", "arsenic", "arsenik"), 40),
    **dict.fromkeys(("ni", "nickel", "nikel"), 300),
    **dict.fromkeys(("pb", "lead", "kursun"), 750),
    **dict.fromkeys(("cr", "chromium", "krom", "cu", "copper", "bakir"), 1000),
    **dict.fromkeys(("zn", "zinc", "cinko"), 2500),
}


@dataclass(frozen=True)
class Group:
    """One line of danger_words.csv: `single` facts each suffice, of a combination each part must be met."""

    name: str
    side: str
    single: Facts
    combined: tuple[Term, ...]
    unless: Facts


@dataclass(frozen=True)
class _Phrases:
    """All phrases of the groups: by word or beginning of a word the parts it may be, by first part the phrases."""

    by_stem: Mapping[str, tuple[str, ...]]
    beginnings: Facts
    by_first: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]


@cache
def all_groups() -> tuple[Group, ...]:
    """Return the lines of danger_words.csv in the order of the file; a line leans only on lines above it."""
    return tuple(_group(row) for row in rows_of("danger_words.csv"))


def _group(row: dict[str, str]) -> Group:
    terms: list[Term] = [
        (frozenset([f"{column}:{part}"]),)
        for column, cell in (
            ("concept", "concepts"),
            ("code", "codes"),
            ("hazard", "hazards"),
            ("made", "nace"),
        )
        for part in row[cell].split(";")
        if part
    ]
    for language in ("words_en", "words_tr"):
        terms += [_term(text) for text in row[language].split(",") if text.strip()]
    return Group(
        name=row["group"],
        side=row["side"],
        single=frozenset(fact for term in terms if len(term) == 1 for fact in term[0]),
        combined=tuple(term for term in terms if len(term) > 1),
        unless=frozenset(f"@{name}" for name in row["unless"].split(";") if name),
    )


def _term(text: str) -> Term:
    return tuple(
        frozenset(_fact(one.strip()) for one in part.split("|") if one.strip()) for part in text.split("&")
    )


def _fact(text: str) -> str:
    return text if text[0] == "@" or ":" in text else " ".join(_parts(text))


def _parts(phrase: str) -> list[str]:
    """Return the parts of a phrase: beginnings of words (written with *) as they are, other words as stems."""
    return [word if word.endswith("*") else stem(word) for word in re.findall(r"[^\W_]+\*?", fold(phrase))]


@cache
def _phrases() -> _Phrases:
    texts = {
        fact
        for group in all_groups()
        for part in (group.single, *(part for term in group.combined for part in term))
        for fact in part
        if fact[0] != "@" and ":" not in fact
    }
    by_stem: dict[str, list[str]] = defaultdict(list)
    beginnings: set[str] = set()
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for text in sorted(texts):
        parts = tuple(text.split(" "))
        by_first[parts[0]].append((text, parts[1:]))
        for part in parts:
            if part.endswith("*"):
                beginnings.add(part)
            elif part not in by_stem[part]:
                by_stem[part].append(part)
    return _Phrases(
        MappingProxyType({word: tuple(parts) for word, parts in by_stem.items()}),
        frozenset(beginnings),
        MappingProxyType({word: tuple(rest) for word, rest in by_first.items()}),
    )


@lru_cache(maxsize=100_000)
def _readings(word: str) -> Facts:
    phrases = _phrases()
    known = [word, *(word[: soft.start()] + "k" for soft in _SOFTENED.finditer(word))]
    return frozenset(phrases.by_stem.get(stem(word), ())).union(
        part
        for one in known
        for end in range(len(one) + 1)
        if (part := f"{one[:end]}*") in phrases.beginnings
    )


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return a text folded, without suffixes after an apostrophe, its lines as parts of one sentence."""
    return fold(_SUFFIX.sub("", _LACKING.sub("", text)).replace("\n", "; "))


def affirmed(text: str) -> str:
    """Return the folded text of a have without what it says it is not.

    >>> affirmed("Boyasız, emprenyesiz palet"), affirmed("wood chips, free of paint and glue")
    (', palet', 'wood chips,')
    """
    return " ".join(_DENIED.sub(" ", meant(text)).split())


def meant(text: str) -> str:
    """Return the folded text of a have without words that hold a danger's name and mean none ("free of charge")."""
    return _NOT_MEANT.sub(" ", plain(text))


def asked(text: str) -> str:
    """Return the folded text of a want without the uses it rules out ("non-food")."""
    return _NOT_FOR.sub(" ", plain(text))


def sentences(folded: str) -> list[str]:
    """Return the sentences of a folded text, so that words of different ones are not read together."""
    return [one for one in _SENTENCE.split(folded) if one.strip()]


def purposes(folded: str) -> list[str]:
    """Return the sentences of a folded description of a want that say what it is for, none that rules a use out.

    >>> purposes("olive growers use it for irrigation. drinking quality is not needed.")
    ['olive growers use it for irrigation']
    """
    return [one for one in sentences(folded) if _PURPOSE.search(one) and not _RULED_OUT.search(one)]


def phrases_in(folded: str) -> Facts:
    """Return the phrases of danger_words.csv that a folded text holds."""
    readings = [_readings(word) for word in _TOKEN.findall(folded)]
    by_first = _phrases().by_first
    return frozenset(
        text
        for place, parts in enumerate(readings)
        for part in parts
        for text, rest in by_first.get(part, ())
        if len(rest) < len(readings) - place
        and all(one in readings[place + 1 + step] for step, one in enumerate(rest))
    )


def figures_in(folded: str) -> Facts:
    """Return what figures of a folded text tell: "figure:metals", "figure:un_number".

    The first: more of a heavy metal than sludge on land may hold; the second: the number of a dangerous good.

    >>> figures_in("camur, cd 48 mg/kg"), figures_in("ash, as 12 mg/kg, zn 1.900 mg/kg")
    (frozenset({'figure:metals'}), frozenset())
    >>> figures_in("bags marked un 1564")
    frozenset({'figure:un_number'})
    """
    found = set()
    if any(_amount(text) > _MAY_HOLD[metal] for metal, text in _METAL.findall(folded)):
        found.add("figure:metals")
    if _UN_NUMBER.search(folded):
        found.add("figure:un_number")
    return frozenset(found)


def _amount(text: str) -> float:
    """Return a number as people write it: "1.900" and "1,900" are thousands, "1,9" and "1.9" are not.

    >>> _amount("1.900"), _amount("1,9"), _amount("250,000.5")
    (1900.0, 1.9, 250000.5)
    """
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", text.strip(".,"))
    return float(whole.replace(",", "."))


@cache
def _touched(side: str) -> Mapping[str, int]:
    """Return for each fact the groups of a side, as bits, that cannot be met without it or one of its like."""
    bits: dict[str, int] = defaultdict(int)
    for place, group in enumerate(all_groups()):
        if group.side == side:
            for part in (group.single, *(term[0] for term in group.combined)):
                for fact in part:
                    bits[fact] |= 1 << place
    return MappingProxyType(bits)


def groups_met(facts: Iterable[str], sides: Iterable[str]) -> Facts:
    """Return the names of the groups of the sides (danger, use, helper …) that facts meet.

    Facts are phrases, and "concept:…", "hazard:…", "code:…", "nace:…" (of the card), "made:…" (NACE that tells what
    the wanted thing is for).
    """
    known = set(facts)
    touched = [_touched(side) for side in sides]
    groups = all_groups()
    waiting = 0
    for bits in touched:
        for fact in known:
            waiting |= bits.get(fact, 0)
    found = set()
    while waiting:
        lowest = waiting & -waiting
        waiting ^= lowest
        group = groups[lowest.bit_length() - 1]
        if group.unless.isdisjoint(known) and _is_met(group, known):
            found.add(group.name)
            known.add(f"@{group.name}")
            for bits in touched:
                waiting |= bits.get(f"@{group.name}", 0)
    return frozenset(found)


def _is_met(group: Group, known: set[str]) -> bool:
    return not group.single.isdisjoint(known) or any(
        all(not part.isdisjoint(known) for part in term) for term in group.combined
    )
