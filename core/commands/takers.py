"""`python -m core takers`: which activities would take what a CSV lists, without any database or listed want."""

import argparse

import pandas as pd

from core.commands.writing import add_file_and_out, tell_unread, top_of, write
from core.domain.choices import Direction
from core.domain.matching.cards import read_cards
from core.i18n import Translator, marked

NAME = "takers"
SUMMARY = marked("name the activities that would take each have of a CSV file")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    add_file_and_out(parser, t, "id, direction, name")
    parser.add_argument(
        "--top", default="3", metavar="N", help=t("how many activities for each have (default: 3)")
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Write id, rank, nace (a division) and confidence for every have of the file; wants are left out."""
    from core.domain.knowledge.takers import takers

    top = top_of(args.top)
    cards, unread = read_cards(args.file)
    tell_unread(unread, t)
    haves = [card for card in cards if card.direction is Direction.HAVE]
    rows = [
        (have.id, rank, taker.nace, taker.confidence)
        for have, found in zip(haves, takers(haves, top), strict=True)
        for rank, taker in enumerate(found, 1)
    ]
    write(pd.DataFrame(rows, columns=["id", "rank", "nace", "confidence"]), args.out)
    return 0
