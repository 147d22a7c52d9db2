"""What board and table say of a synergy in few words."""

from core.domain.labels import label
from core.domain.synergies.board import Blocks
from core.i18n import Translator


def blocks(found: Blocks | None, t: Translator) -> str:
    """Return what holds a synergy up: barriers not removed, then what is least ready; "" if nothing."""
    if found is None:
        return ""
    said = [label(reason, t) for reason in found.barriers]
    if found.lowest.blocks and found.lowest.level:
        level = label(found.lowest.level, t)
        said += [
            t("{perspective}: {level}", perspective=label(one, t), level=level)
            for one in found.lowest.perspectives
        ]
    return " · ".join(said)
