"""A statement of the legal handbook as Markdown: what follows, who says so, and whether the text was read."""

from core.domain.legal.handbook import Outcome
from core.i18n import Translator
from core.views import legal_words
from pages.shared.text import plain


def statement(outcome: Outcome, t: Translator) -> str:
    """Return what follows as Markdown: words, who decides, the article with its address, whether it was read."""
    article = outcome.article_tr if t.language == "tr" else outcome.article_en
    source = outcome.source
    cited = f"[{plain(legal_words.citation(outcome.regulation, article, t))}]({source.address})"
    parts = [cited]
    if outcome.authority(t.language):
        parts.append(plain(t("Deciding authority: {name}", name=outcome.authority(t.language))))
    if source.read_at and source.read_at != source.address:
        parts.append(f"[{plain(t('where it was read'))}]({source.read_at})")
    kind = plain(legal_words.word(outcome.kind, t))
    said = f"**{kind}:** {plain(outcome.text(t.language))}  \n  :gray[{' · '.join(parts)}]"
    colour, icon = ("green", "check") if source.is_checked else ("orange", "help")
    return f"{said}  \n  :{colour}[:material/{icon}: {plain(legal_words.standing(source, t))}]"
