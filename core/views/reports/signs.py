"""Signs that the type of the reports lacks, told in words: a box on paper says nothing.

The type holds Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian letters and many signs. Emoji that it lacks
are named in the reader's language, letters of other scripts counted; the workbook holds what was typed, unaltered.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from PIL import ImageFont

from core.domain import reference
from core.i18n import Translator
from core.views.reports.drawing import FONTS

TYPE = ("SimbiyozSans-Regular.ttf", "DejaVuSans.ttf")
_VARIATIONS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")  # how an emoji is drawn, and skin tones
_NOBODYS = "\U0010ffff"  # no font has it
_DRAWS_NOTHING = ("Cc", "Cf", "Zs", "Zl", "Zp")


def printable(said: str, t: Translator) -> str:
    """Return a text in which every sign can be printed.

    >>> from core.i18n import translator
    >>> printable("Yeşil ♻️ 🏭 A.Ş. Ανακύκλωση", translator("en"))
    'Yeşil ♻ [factory] A.Ş. Ανακύκλωση'
    """
    if all(map(_is_held, said)):
        return said
    bare = _VARIATIONS.sub("", said)
    return _counted(_emoji().sub(lambda found: _named(found[0], t), bare), t)


def printable_spec(spec: Any, t: Translator) -> Any:
    """Return a chart's spec in which every sign of its texts can be printed."""
    if isinstance(spec, str):
        return printable(spec, t)
    if isinstance(spec, Mapping):
        return {printable(str(name), t): printable_spec(value, t) for name, value in spec.items()}
    return [printable_spec(one, t) for one in spec] if isinstance(spec, list) else spec


def _named(sign: str, t: Translator) -> str:
    if len(sign) == 1 and _is_held(sign):
        return sign
    turkish, english = reference.emoji_names()[sign]
    return f"[{turkish if t.language == 'tr' else english}]"


def _counted(run: str, t: Translator) -> str:
    """Tell how many letters of which script stand where none of them can be printed."""
    told, lacking = [], ""
    for sign in [*run, ""]:
        plain = unicodedata.normalize("NFKC", sign)  # letters in another dress: 𝐀, Ａ
        belongs = lacking and sign and unicodedata.category(sign).startswith("M")
        if belongs or not all(map(_is_held, plain)):
            lacking += sign
            continue
        if lacking:
            script = unicodedata.name(lacking[0], "?").partition(" ")[0]
            letters = sum(not unicodedata.category(one).startswith("M") for one in lacking)
            told.append(t("[{count} letters: {script}]", count=letters, script=script))
            lacking = ""
        told.append(sign if all(map(_is_held, sign)) else plain)
    return "".join(told)


@cache
def _emoji() -> re.Pattern[str]:
    """Find emoji, those of several signs before those that they begin with."""
    longest_first = sorted(reference.emoji_names(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _fonts() -> tuple[tuple[ImageFont.FreeTypeFont, bytes], ...]:
    made = [ImageFont.truetype(FONTS / name, 24) for name in TYPE]
    return tuple((font, _drawn(font, _NOBODYS)) for font in made)


@cache
def _is_held(sign: str) -> bool:
    """Return whether a font of the type draws a sign as anything but its box."""
    if sign.isascii() or unicodedata.category(sign) in _DRAWS_NOTHING:
        return True
    return any(_drawn(font, sign) != box for font, box in _fonts())


def _drawn(font: ImageFont.FreeTypeFont, sign: str) -> bytes:
    mask = font.getmask(sign)
    return bytes(mask) + repr(mask.size).encode()
