"""The legal handbook on paper: one self-contained HTML document, ready for the browser's print dialog."""

from collections.abc import Iterable
from html import escape

from core.domain.legal import handbook
from core.domain.legal.handbook import Outcome, Question, Regulation
from core.i18n import Translator
from core.views import legal_words

_STYLE = """
@page { size: A4; margin: 16mm 15mm; }
body { font: 10pt/1.4 system-ui, "Segoe UI", Roboto, sans-serif; color: #1b2a24; max-width: 180mm; margin: 0 auto; }
h1 { font-size: 18pt; margin: 0 0 2mm; color: #0b6e4f; } h2 { font-size: 13pt; margin: 7mm 0 2mm; color: #0b6e4f;
border-bottom: 1px solid #c9d6cf; } h3 { font-size: 10.5pt; margin: 4mm 0 1mm; } .quiet { color: #4b5c54; }
.warn { color: #8a4b00; font-weight: 600; } article { break-inside: avoid; } ul { margin: 1mm 0; padding-left: 5mm; }
li { margin: 0 0 1.5mm; } p { margin: 1mm 0; } a { color: inherit; overflow-wrap: anywhere; }
"""


def document(questions: Iterable[Question], t: Translator) -> str:
    """Return questions with what follows from them, and the regulations they name, as an HTML document."""
    asked = list(questions)
    title = t("Legal handbook")
    areas = "".join(
        f"<h2>{escape(legal_words.word(area, t))}</h2>" + "".join(_question(one, t) for one in some)
        for area in handbook.Area
        if (some := [one for one in asked if one.area is area])
    )
    cited = {
        one.regulation.regulation_id: one.regulation
        for question in asked
        for one in handbook.outcomes_of(question.question_id)
    }
    listed = "".join(_regulation(one, t) for one in cited.values())
    guidance, how_far = escape(t(legal_words.GUIDANCE)), escape(t(legal_words.HOW_FAR))
    return (
        f'<!doctype html><html lang="{"tr" if t.language == "tr" else "en"}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f'<p class="warn">{guidance}</p><p>{how_far}</p>{areas}'
        f"<h2>{escape(t('Regulations'))}</h2><ul>{listed}</ul></body></html>"
    )


def _question(question: Question, t: Translator) -> str:
    hint = question.hint(t.language) if question.answered_by is None else ""
    hinted = f'<p class="quiet">{escape(hint)}</p>' if hint else ""
    items = "".join(_outcome(one, t) for one in handbook.outcomes_of(question.question_id))
    stage = escape(legal_words.before(question.stage, t))
    return (
        f"<article><h3>{escape(question.text(t.language))}</h3>"
        f'<p class="quiet">{stage}</p>{hinted}<ul>{items}</ul></article>'
    )


def _outcome(outcome: Outcome, t: Translator) -> str:
    article = outcome.article_tr if t.language == "tr" else outcome.article_en
    kind, text = legal_words.word(outcome.kind, t), outcome.text(t.language)
    authority = outcome.authority(t.language)
    lines = [legal_words.citation(outcome.regulation, article, t)]
    if authority:
        lines.append(t("Deciding authority: {name}", name=authority))
    quiet = escape(" · ".join(lines))
    mark = "quiet" if outcome.source.is_checked else "warn"
    said = escape(legal_words.standing(outcome.source, t))
    read_at = outcome.source.read_at or outcome.source.address
    return (
        f"<li><b>{escape(kind)}:</b> {escape(text)}<br><span class='quiet'>{quiet}</span><br>"
        f'<span class="{mark}">{said}</span> <a href="{escape(read_at)}">{escape(read_at)}</a></li>'
    )


def _regulation(regulation: Regulation, t: Translator) -> str:
    note = regulation.note(t.language)
    repealed = t("Repealed") if regulation.is_repealed else ""
    quiet = " · ".join(part for part in (repealed, note) if part)
    address = escape(regulation.source.address)
    return (
        f"<li>{escape(legal_words.citation(regulation, '', t))}<br>"
        f"<span class='quiet'>{escape(legal_words.standing(regulation.source, t))}</span> "
        f'<a href="{address}">{address}</a><br><span class="quiet">{escape(quiet)}</span></li>'
    )
