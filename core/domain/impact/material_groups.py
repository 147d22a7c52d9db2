"""Which impact factors a resource takes: its material group, told by its words, else by its waste code."""

from collections.abc import Iterable
from functools import cache

from core.domain import reference
from core.domain.choices import Kind
from core.domain.reference import MaterialGroup
from core.domain.text import stems, tokens


def material_group(
    name: str, waste_codes: Iterable[str] = (), description: str | None = None, kind: Kind = Kind.MATERIAL
) -> MaterialGroup | None:
    """Return the group of a resource: by the words of its name, else its waste codes, else its description, else None.

    Groups stand in the table from telling to wide, so polypropylene is found before plastics.

    >>> material_group("PP çapak").group_id, material_group("pres altı", ["120103"]).group_id
    ('pp', 'metals')
    >>> material_group("danışmanlık", kind=Kind.EXPERTISE) is None
    True
    """
    if kind not in (Kind.MATERIAL, Kind.ENERGY, Kind.WATER):
        return None
    groups = [group for group in reference.material_groups().values() if _fits(group.kind, kind)]
    return (
        _by_words(groups, name)
        or _by_codes(groups, waste_codes)
        or (_by_words(groups, description) if description else None)
    )


def _fits(group_kind: str, kind: Kind) -> bool:
    return group_kind == kind.value


def _by_words(groups: list[MaterialGroup], said: str) -> MaterialGroup | None:
    words = set(stems(tokens(said)))
    found = ((group, _most_words(group, words)) for group in groups)
    best = max(found, key=lambda pair: pair[1], default=None)
    return best[0] if best and best[1] else None


def _most_words(group: MaterialGroup, words: set[str]) -> int:
    """Return how many words the longest term of the group has that is wholly said: "çelik cürufu" beats "çelik"."""
    return max((len(term) for term in _terms(group.group_id) if term <= words), default=0)


@cache
def _terms(group_id: str) -> tuple[frozenset[str], ...]:
    group = reference.material_groups()[group_id]
    return tuple(term for word in group.words if (term := frozenset(stems(tokens(word)))))


def _by_codes(groups: list[MaterialGroup], waste_codes: Iterable[str]) -> MaterialGroup | None:
    codes = tuple(waste_codes)
    found = [
        (len(prefix), group)
        for group in groups
        for prefix in group.waste_code_prefixes
        if any(code.startswith(prefix) for code in codes)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
