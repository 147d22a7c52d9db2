"""Finding questions of the legal handbook: by words as typed, by route, by regulation, by what is unchecked."""

from core.domain.legal import handbook
from core.domain.legal.handbook import Outcome, Question, Route
from core.domain.text import fold


def found(
    typed: str = "",
    *,
    route: Route | None = None,
    regulation_id: str | None = None,
    only_unchecked: bool = False,
) -> tuple[Question, ...]:
    """Return the questions that hold every typed word, in either language, and meet the filters.

    A route keeps the questions of all routes too; the other filters ask for one outcome that meets them.

    >>> [question.question_id for question in found("motat")]
    ['transport_licence']
    """
    words = fold(typed).split()
    return tuple(
        question
        for question in handbook.questions().values()
        if (route is None or not question.routes or route.value in question.routes)
        and _meets(handbook.outcomes_of(question.question_id), regulation_id, only_unchecked)
        and _holds(question, words)
    )


def _meets(outcomes: tuple[Outcome, ...], regulation_id: str | None, only_unchecked: bool) -> bool:
    return any(
        (regulation_id is None or one.regulation.regulation_id == regulation_id)
        and not (only_unchecked and one.source.is_checked)
        for one in outcomes
    )


def _holds(question: Question, words: list[str]) -> bool:
    if not words:
        return True
    texts = [question.text_en, question.text_tr, question.hint_en, question.hint_tr]
    for one in handbook.outcomes_of(question.question_id):
        texts += [one.text_en, one.text_tr, one.authority_en, one.authority_tr]
        texts += [one.regulation.name_en, one.regulation.name_tr, one.regulation.gazette_number]
    whole = fold(" ".join(texts))
    return all(word in whole for word in words)
