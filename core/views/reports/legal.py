"""The legal path in a synergy's dossier: questions, what follows with regulation and source, papers at hand."""

from collections.abc import Iterator

from core.domain.labels import label
from core.domain.legal.handbook import Outcome
from core.domain.numbers import format_date
from core.domain.reports.dossier import DossierLegal
from core.i18n import Translator
from core.views import legal_words
from core.views.reports.document import Block, Cell, Column, Fact, Facts, Text, Tone, filled


def blocks(found: DossierLegal | None, t: Translator) -> tuple[Block, ...]:
    """Return the path as blocks; none before it opens."""
    if found is None:
        return ()
    return (
        Text(t(legal_words.GUIDANCE), Tone.WARNING),
        Text(t(legal_words.HOW_FAR), Tone.QUIET),
        _facts(found, t),
        _questions(found, t),
        _following(found, t),
    )


def _facts(found: DossierLegal, t: Translator) -> Facts:
    result = legal_words.word(found.by_product, t) if found.by_product else None
    if result and found.by_product_on:
        day = format_date(found.by_product_on, t.language)
        result = t("{result}, checked on {day}", result=result, day=day)
    permits = [" · ".join(part for part in (one.kind, one.operation) if part) for one in found.licences]
    return Facts(
        (
            Fact(t("Route"), legal_words.word(found.route, t) if found.route else t("not chosen")),
            Fact(t("Who carries"), label(found.carrier, t) if found.carrier else t("not chosen")),
            Fact(t("By-product check"), result),
            Fact(t("Permits of the taker for this waste code"), "\n".join(permits)),
        )
    )


def _questions(found: DossierLegal, t: Translator) -> Block:
    columns = (
        Column(t("Question"), 3.0),
        Column(t("Answer"), 0.8),
        Column(t("State"), 0.9),
        Column(t("To settle before"), 1.0),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            step.question.text(t.language),
            legal_words.word(step.said, t) if step.said else "",
            legal_words.word(step.state, t),
            label(step.question.stage, t),
        )
        for step in found.steps
    ]
    return filled(t("Questions"), columns, rows)


def _following(found: DossierLegal, t: Translator) -> Block:
    columns = (
        Column(t("What follows"), 2.6),
        Column(t("By which rule, who decides"), 2.2),
        Column(t("Read where"), 2.0),
        Column(t("At hand since"), 0.8),
    )
    seen = dict(found.papers)
    rows = [_outcome(one, t, seen.get(one.outcome_id)) for one in _outcomes(found)]
    return filled(t("What follows"), columns, rows)


def _outcomes(found: DossierLegal) -> Iterator[Outcome]:
    yield from dict.fromkeys(one for step in found.steps for one in step.outcomes)


def _outcome(one: Outcome, t: Translator, seen: Cell) -> tuple[Cell, ...]:
    article = one.article_tr if t.language == "tr" else one.article_en
    rule = [legal_words.citation(one.regulation, article, t)]
    if authority := one.authority(t.language):
        rule.append(t("Deciding authority: {name}", name=authority))
    what = t("{kind}: {text}", kind=legal_words.word(one.kind, t), text=one.text(t.language))
    read_at = one.source.read_at or one.source.address
    return what, "\n".join(rule), f"{legal_words.standing(one.source, t)}\n{read_at}", seen
