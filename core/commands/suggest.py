"""`python -m core suggest`: ranks the counterparts of every card of a plain CSV, without any database."""

import argparse

import pandas as pd

from core.commands.writing import add_file_and_out, tell_unread, write
from core.domain.matching import ranking
from core.domain.matching.cards import read_cards
from core.domain.matching.scoring import FLOOR, PARTS
from core.errors import WrongTopError
from core.i18n import Translator, marked

NAME = "suggest"
SUMMARY = marked("rank counterparts for every card of a CSV file, without a database")


def add(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the arguments of this command."""
    add_file_and_out(parser, t, "id, direction, name")
    parser.add_argument(
        "--top",
        default="10",
        metavar="N|all",
        help=t("how many counterparts for each card, or “all”, weak ones too (default: 10)"),
    )


def run(args: argparse.Namespace, t: Translator) -> int:
    """Write resource_id, rank, counterpart_id, score and the terms of the score for every card of the file."""
    top = parse_top(args.top)
    cards, unread = read_cards(args.file)
    tell_unread(unread, t)
    index = ranking.build(cards)
    ranked = ranking.rank_all(index, top)
    if top is not None:
        ranked = ranked[ranked["score"] >= FLOOR]
    table = both_directions(ranked, [card.id for card in cards])
    write(table, args.out)
    return 0


def parse_top(text: str) -> int | None:
    """Return how many counterparts a card gets at most, None for all of them.

    >>> parse_top("5"), parse_top("ALL"), parse_top("hepsi")
    (5, None, None)
    """
    if text.strip().lower() in ("all", "hepsi", "tümü"):
        return None
    try:
        top = int(text)
    except ValueError as error:
        raise WrongTopError(value=text) from error
    if top < 1:
        raise WrongTopError(value=text)
    return top


def both_directions(pairs: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Return the pairs of `ranking.rank_all` once for each card that lists them: cards as in `ids`, then by rank."""
    columns = ["resource_id", "rank", "counterpart_id", "score", *PARTS]
    sides = (("have_id", "want_id", "want_rank"), ("want_id", "have_id", "have_rank"))
    frames = [
        pairs[pairs[rank] > 0].rename(columns={own: "resource_id", other: "counterpart_id", rank: "rank"})[
            columns
        ]
        for own, other, rank in sides
    ]
    table = pd.concat(frames, ignore_index=True)
    place = {card_id: number for number, card_id in enumerate(ids)}
    table["place"] = table["resource_id"].map(place)
    return table.sort_values(["place", "rank"], kind="stable").drop(columns="place").reset_index(drop=True)
