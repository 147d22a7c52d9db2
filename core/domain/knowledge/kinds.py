"""What kind of thing a name speaks of: a card's kind stands at "material" until somebody sets it, and who is in a hurry
leaves it there, though steam, water or a lorry then meet the wrong counterparts."""

from core.domain.choices import Kind
from core.domain.knowledge.concepts import concept_base, find

_SURELY = 0.75  # how much a name must be about a concept


def likely_kind(name: str) -> Kind | None:
    """Return the kind of all that a name is surely about, None where it is about nothing known or about several kinds.

    A liquid that waste codes name ("karasu") may as well be called a material, and travels farther then: None.

    >>> [likely_kind(name) for name in ("buhar", "cam kırığı", "buhar, cam kırığı", "karasu", "şöyle böyle")]
    [<Kind.ENERGY: 'energy'>, <Kind.MATERIAL: 'material'>, None, None, None]
    """
    about = [concept_base().concepts[row] for row, weight in find(name).items() if weight >= _SURELY]
    kinds = {Kind(concept.kind) for concept in about}
    if len(kinds) != 1 or (kinds != {Kind.MATERIAL} and any(concept.waste_codes for concept in about)):
        return None
    return kinds.pop()
