"""`python -m core evaluate`: how well the ranking finds the published exchanges, each place and source held out."""

import argparse

from core.domain import evaluation
from core.i18n import Translator, marked

NAME = "evaluate"
SUMMARY = marked("measure the ranking on the published exchanges, each place held out")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "--quick", action="store_true", help=t("only English, Turkish and Turkish against English")
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Print the tables: the ranking and what it is compared with, then what each part adds."""
    for line in evaluation.report(quick=args.quick):
        print(line, flush=True)
    print(t("These sources were seen while the knowledge was written: the figures are upper limits."))
    return 0
