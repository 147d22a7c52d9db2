"""`python -m core check`: says how much the database holds and what does not hang together."""

import argparse

from core.commands.opening import opened
from core.domain.model import SYSTEM
from core.domain.numbers import format_number
from core.i18n import Translator, marked
from core.services import checking

NAME = "check"
SUMMARY = marked("look for orphans, stale yearly amounts and unknown codes in the database")
_SHOWN = 10


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add nothing: the command has no arguments."""


def run(args: argparse.Namespace, t: Translator) -> int:  # noqa: ARG001  every command takes them
    """Print the report; exit code 1 where there are faults (an unknown code is none)."""
    with opened() as database:
        counts = checking.counts(database, SYSTEM)
        found = checking.findings(database, SYSTEM)
    for table, rows in zip(counts["table_name"], counts["row_count"], strict=True):
        print(f"{table:<20} {format_number(rows, t.language):>10}")
    for problem, label in checking.LABELS.items():
        those = found[found["problem"] == problem]
        print(f"\n{t(label)}: {format_number(len(those), t.language)}")
        for row in those.head(_SHOWN).itertuples():
            print(f"  {row.record_type} {row.record_id}  {row.field}: {row.value}")
        if len(those) > _SHOWN:
            print("  " + t("and {count} more", count=format_number(len(those) - _SHOWN, t.language)))
    return int(found["problem"].isin(checking.FAULTS).any())
