"""The legal handbook on paper: guidance first, each question with what follows from it and where that was read."""

from datetime import date

import pytest

from core.domain.legal import handbook
from core.domain.reports.reporting import Audience, Head
from core.i18n import translator
from core.views.reports import handbook as paper
from core.views.reports import pdf
from tests.reading import text_of

HEAD = Head("İzmir", "İzmir", False, date(2026, 11, 23), Audience.OUTSIDE)


@pytest.mark.parametrize(("language", "said"), [("tr", "hukuki görüş değildir"), ("en", "not legal advice")])
def test_the_printed_handbook_says_that_it_guides_and_holds_every_question_and_source(
    language: str, said: str
) -> None:
    t = translator(language)
    asked = tuple(handbook.questions().values())

    told = text_of(pdf.content(paper.document(asked, HEAD, t), t)).replace(" ", "")

    assert said.replace(" ", "") in told
    for question in asked:
        assert question.text(language).replace(" ", "") in told, question.question_id
        for one in handbook.outcomes_of(question.question_id):
            assert one.text(language).replace(" ", "") in told, one.outcome_id
            assert (one.source.read_at or one.source.address) in told, one.outcome_id


def test_a_printed_selection_names_only_the_regulations_that_it_cites() -> None:
    t = translator("en")
    one = next(iter(handbook.questions().values()))
    cited = {row.regulation.name("en") for row in handbook.outcomes_of(one.question_id)}

    listed = paper.document((one,), HEAD, t).sections[-1].blocks[0]

    assert {str(row[0]).partition(", ")[0] for row in listed.rows} == {  # type: ignore[union-attr]
        name.partition(", ")[0] for name in cited
    }
