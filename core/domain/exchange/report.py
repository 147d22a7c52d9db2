"""What an import would do and what is wrong in its file, as tables for people: on the page and on the command line."""

from dataclasses import fields

import pandas as pd

from core.domain.exchange.cells import EFFECTS
from core.domain.exchange.columns import COLUMNS, Part
from core.domain.exchange.plan import Changes, Plan
from core.domain.model import Firm, Resource, Site
from core.i18n import Translator
from core.i18n import marked as m

KINDS = {"firms": m("Firms"), "sites": m("Sites"), "cards": m("Resources")}
_PARTS = {"firms": Part.FIRM, "sites": Part.SITE, "cards": Part.CARD}
_HEADING = {(column.part, column.target): column.heading for column in COLUMNS}


def counts(plan: Plan, t: Translator) -> pd.DataFrame:
    """Return how many records of each kind are added, changed and unchanged; headings in the reader's language."""
    rows = [
        (t(label), len(changes.added), len(changes.changed), len(changes.unchanged))
        for name, label in KINDS.items()
        for changes in [getattr(plan, name)]
    ]
    return pd.DataFrame(rows, columns=["", t("New"), t("Changed"), t("Unchanged")])


def findings(plan: Plan, t: Translator) -> pd.DataFrame:
    """Return all findings in the order of lines: line, column, what is wrong, what stands there, what it costs."""
    rows = [
        (
            one.line,
            t(one.column.heading) if one.column else "",
            one.error.text(t),
            one.value,
            t(EFFECTS[one.effect]),
        )
        for one in plan.findings
    ]
    headings = [t("Line"), t("Column"), t("What to look at"), t("In the file"), t("What happens")]
    return pd.DataFrame(rows, columns=headings)


def changes(plan: Plan, t: Translator) -> pd.DataFrame:
    """Return the records that would be added or changed: kind, name, what happens, which columns change."""
    rows = [row for name in KINDS for row in _rows(name, getattr(plan, name), t)]
    return pd.DataFrame(rows, columns=[t("Kind"), t("Name"), t("What happens"), t("Columns that change")])


def _rows(
    name: str, found: Changes[Firm] | Changes[Site] | Changes[Resource], t: Translator
) -> list[tuple[str, str, str, str]]:
    kind, part = t(KINDS[name]), _PARTS[name]
    added = [(kind, record.name, t("New"), "") for record in found.added]
    changed = [
        (kind, new.name, t("Changed"), ", ".join(_changed_columns(part, old, new, t)))
        for old, new in found.changed
    ]
    return [*changed, *added]


def _changed_columns(
    part: Part, old: Firm | Site | Resource, new: Firm | Site | Resource, t: Translator
) -> list[str]:
    names = [one.name for one in fields(old) if getattr(old, one.name) != getattr(new, one.name)]
    return [t(_HEADING[(part, name)]) for name in names if (part, name) in _HEADING]
