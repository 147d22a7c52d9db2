"""Texts in the user's language: English is the source, Turkish stands in locales/tr/*.po, read once by Babel.

A Translator is passed to whoever needs it. It is never global, because one process serves both languages at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("tr", "en")
PSEUDO = "xx"  # wraps each text in ⟦⟧: a test finds what was never translated
_LOCALES = Path(__file__).parent / "locales"


@dataclass(frozen=True)
class Translator:
    """Callable that gives the text of a language; `texts` maps an English text to its translation."""

    language: str
    texts: dict[str, str]

    def __call__(self, message: str, /, **values: object) -> str:
        """Return `message` in this language with the named fields filled in; unknown texts stay English."""
        text = self.texts.get(message, message)
        if values:
            text = text.format(**values)
        return f"⟦{text}⟧" if self.language == PSEUDO else text


Translate = Callable[..., str]


@cache
def translator(language: str) -> Translator:
    """Return the translator of "tr", "en" or the pseudo-language "xx"; any other language is Turkish."""
    if language in ("en", PSEUDO):
        return Translator(language, {})
    return Translator("tr", catalogue("tr"))


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all translated texts of a language, English text → translation; empty translations are left out."""
    texts: dict[str, str] = {}
    for path in sorted((_LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if (
                    isinstance(message.id, str)
                    and message.id
                    and isinstance(message.string, str)
                    and message.string
                ):
                    texts[message.id] = message.string
    return texts


def marked(message: str) -> str:
    """Return `message` unchanged; marks a text for translation that is said elsewhere."""
    return message
