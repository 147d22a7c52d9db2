"""The legal handbook as a document to print: questions with what follows from them, and the regulations they name."""

from collections.abc import Sequence

from core.domain.legal import handbook
from core.domain.legal.handbook import Outcome, Question, Regulation
from core.domain.reports.reporting import Head
from core.i18n import Translator
from core.views import legal_words
from core.views.reports import words
from core.views.reports.document import (
    Column,
    Document,
    Entries,
    Entry,
    Section,
    Table,
    Text,
    Tone,
)


def document(questions: Sequence[Question], head: Head, t: Translator) -> Document:
    """Return questions of the handbook as a document in the language of `t`: guidance, which it says first."""
    areas = [
        (area, [one for one in questions if one.area is area])
        for area in handbook.Area
        if any(one.area is area for one in questions)
    ]
    return Document(
        title=t("Legal handbook"),
        subtitle=t("Questions: {count}", count=len(questions)),
        programme=words.programme(head, t),
        made_on=head.made_on,
        language=t.language,
        notices=(Text(t(legal_words.GUIDANCE), Tone.WARNING), Text(t(legal_words.HOW_FAR), Tone.QUIET)),
        sections=(
            *(
                Section(legal_words.word(area, t), (Entries(tuple(_question(one, t) for one in some)),))
                for area, some in areas
            ),
            Section(t("Regulations"), (_regulations(questions, t),)),
        ),
    )


def _question(question: Question, t: Translator) -> Entry:
    # What answers a question by itself has hints that speak of the synergy's page.
    hint = question.hint(t.language) if question.answered_by is None else ""
    return Entry(
        title=question.text(t.language),
        facts=legal_words.before(question.stage, t),
        said=hint,
        heading=t("What follows"),
        points=tuple(_outcome(one, t) for one in handbook.outcomes_of(question.question_id)),
    )


def _outcome(one: Outcome, t: Translator) -> str:
    article = one.article_tr if t.language == "tr" else one.article_en
    rule = [legal_words.citation(one.regulation, article, t)]
    if authority := one.authority(t.language):
        rule.append(t("Deciding authority: {name}", name=authority))
    lines = (
        t("{kind}: {text}", kind=legal_words.word(one.kind, t), text=one.text(t.language)),
        " · ".join(rule),
        legal_words.standing(one.source, t),
        one.source.read_at or one.source.address,
    )
    return "\n".join(lines)


def _regulations(questions: Sequence[Question], t: Translator) -> Table:
    cited = {
        one.regulation.regulation_id: one.regulation
        for question in questions
        for one in handbook.outcomes_of(question.question_id)
    }
    columns = (Column(t("Regulation"), 2.2), Column(t("Standing"), 1.4), Column(t("Read at"), 2.0))
    return Table("", columns, tuple(_regulation(one, t) for one in cited.values()))


def _regulation(one: Regulation, t: Translator) -> tuple[str, str, str]:
    repealed = t("Repealed") if one.is_repealed else ""
    told = (legal_words.standing(one.source, t), repealed, one.note(t.language))
    return (
        legal_words.citation(one, "", t),
        "\n".join(part for part in told if part),
        one.source.read_at or one.source.address,
    )
