"""The word for the score of a suggested pair, its number, and what the word rests on, as measured.

Only for pairs: the scores of firms by activity, merged haves, shared use and chains are made otherwise.
"""

from core.domain.labels import label
from core.domain.matching.explaining import Explanation
from core.domain.matching.strength import BANDS, CASES, Strength, strength
from core.domain.numbers import format_number
from core.i18n import Translator
from core.i18n import marked as m

_COLOURS = {Strength.STRONG: "green", Strength.GOOD: "blue", Strength.WORTH_A_TRY: "gray"}

_NO_PROMISE = m(
    "A word says how promising a pair is, not that it will work: what speaks for it has to be checked."
)


def badge(score: float, t: Translator, why: Explanation | None = None) -> str:
    """Return the word for a score (0–1) as a badge in Markdown; none of them where the card asks for something else."""
    elsewhere = bool(why and why.asks_for_another)
    colour = "gray" if elsewhere else _COLOURS[strength(score)]
    return f":{colour}-badge[**{word(score, elsewhere, t)}**]"


def word(score: float, asks_for_another: bool, t: Translator) -> str:
    """Return the word for a score (0–1), or that the want's card asks for something else."""
    return t("Asks for something else") if asks_for_another else label(strength(score), t)


def rests_on(score: float, t: Translator) -> str:
    """Return in one sentence what the word for a score (0–1) rests on."""
    band = strength(score)
    return t(
        "{word}: in {cases} published and written cases, such a score was about {times} times as common among right "
        "pairs as among others.",
        word=label(band, t),
        cases=format_number(CASES, t.language),
        times=format_number(BANDS[band].times, t.language),
    )


def in_a_line(t: Translator) -> str:
    """Return what the three words mean and rest on as plain text, for a printed page."""
    strong, good, least = (BANDS[word] for word in Strength)
    said = t(
        "The words come from the score of a pair: strong candidate from {strong} of 100 points, good candidate from "
        "{good}, worth a try from {least}. In {cases} published and written cases, such scores were about "
        "{strong_times}, {good_times} and {least_times} times as common among right pairs as among others.",
        strong=strong.least_points,
        good=good.least_points,
        least=least.least_points,
        cases=format_number(CASES, t.language),
        strong_times=strong.times,
        good_times=good.times,
        least_times=least.times,
    )
    return f"{said} {t(_NO_PROMISE)}"


def legend(t: Translator) -> str:
    """Return all words with their scores and what each rests on, as Markdown in some lines."""
    lines = []
    below = None
    for word, band in BANDS.items():
        values = {"word": label(word, t), "low": band.least_points, "times": band.times}
        if below is None:
            lines.append(t("**{word}**, {low} points and more: about {times} times", **values))
        else:
            lines.append(t("**{word}**, {low} to {high}: about {times} times", **values, high=below - 1))
        below = band.least_points
    head = t(
        "How many times as common such a score was among right pairs as among others, in {cases} published and written "
        "cases:",
        cases=format_number(CASES, t.language),
    )
    return "\n".join([head, "", *(f"- {line}" for line in lines), "", t(_NO_PROMISE)])
