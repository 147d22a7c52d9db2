"""`python -m core evaluate`: how well the matching finds what is known to work, and what each part of it adds."""

import argparse

from core.domain.evaluation import ROUNDS
from core.i18n import Translator, marked

NAME = "evaluate"
SUMMARY = marked("measure the matching on published exchanges, each place held out, and on written cases")
_HITS = 50


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--quick", action="store_true", help=t("fewer settings of the published exchanges"))
    parser.add_argument(
        "--round",
        type=int,
        dest="only_round",
        choices=ROUNDS,
        help=t("only the written cases of this round"),
    )
    parser.add_argument(
        "--bands",
        action="store_true",
        help=t(
            "only how much oftener a score stands on right pairs than on others, by which it has its word"
        ),
    )
    parser.add_argument(
        "--coverage",
        action="store_true",
        help=t("only how many official names and published texts the concepts know, with 50 hits to check"),
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Print the tables in Markdown: rankings, what each part adds, takers, waste codes, what is kept apart, bands."""
    from core.domain.evaluation import report
    from core.domain.matching.scoring import FLOOR

    if args.coverage:
        sections = [report.covered(_HITS)]
    elif args.bands:
        sections = [report.strengths(args.only_round)]
    else:
        sections = [
            report.rankings(args.quick, args.only_round),
            report.ablation(args.quick, args.only_round),
            report.other_answers(FLOOR, args.only_round),
            report.strengths(args.only_round),
        ]
    for section in sections:
        for line in section:
            print(line, flush=True)
        print()
    if args.only_round is None:
        print(
            t("Sources of the published exchanges were seen while the knowledge was written: upper limits.")
        )
    return 0
