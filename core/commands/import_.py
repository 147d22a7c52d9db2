"""`python -m core import`: shows what a spreadsheet would change and what is wrong in it; with --apply imports it."""

import argparse
from pathlib import Path

from core.commands.opening import now, opened
from core.domain.exchange import report
from core.domain.exchange.plan import Plan
from core.domain.model import SYSTEM
from core.errors import FileMissingError
from core.i18n import Translator, marked
from core.services import importing

NAME = "import"
SUMMARY = marked("import firms and resources from a spreadsheet in the form (XLSX or CSV)")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument("file", type=Path, metavar="FILE", help=t("the spreadsheet, XLSX or CSV"))
    parser.add_argument(
        "--apply", action="store_true", help=t("write what is right; without it only show what would be done")
    )
    parser.add_argument(
        "--numbers",
        choices=("tr", "en"),
        help=t("how to read “1.234” where the column does not tell: tr or en"),
    )
    parser.add_argument(
        "--dates",
        choices=("dmy", "mdy"),
        help=t("how to read “03/04/2026” where the column does not tell: dmy or mdy"),
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Print the findings and what is added, changed and unchanged; write it with --apply."""
    try:
        content = args.file.read_bytes()
    except OSError as error:
        raise FileMissingError(path=args.file) from error
    with opened() as database:
        found = importing.preview(
            database, SYSTEM, content, args.file.name, numbers=args.numbers, dates=args.dates
        )
        _print(found.plan, t)
        if not args.apply:
            print(t("Nothing was written. With --apply what is right is imported."))
            return 0
        result = importing.apply(database, SYSTEM, found, now=now())
    print(t("{count} records were written.", count=result.plan.writes))
    return 0


def _print(plan: Plan, t: Translator) -> None:
    for line, column, wrong, value, effect in report.findings(plan, t).itertuples(index=False):
        print(f"{line}\t{column}\t{value}\t{wrong}\t[{effect}]")
    print(report.counts(plan, t).to_string(index=False))
