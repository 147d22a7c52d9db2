"""What people typed, made safe to stand inside Markdown: shown letter by letter, never as formatting."""

import re

_MARKS = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
# Of no width: icons, emoji and bare addresses are looked for after the backslashes are gone.
_JOINER = "\u2060"
_SHORTCODE = re.compile(r":(?=[\w+\-/]+:)")
_ARROW = re.compile(r"(?<!\S)(<|-|>|~)(?=(?:->|>|-|=)(?!\S))")
_ADDRESS = re.compile(r"(?i)(?<=\bwww)(?=\.)|(?<=\bhttp)(?=:)|(?<=\bhttps)(?=:)|(?<=\w)(?=@\w)")


def plain(typed: object) -> str:
    r"""Return text that Markdown shows as it was typed: no emphasis, links, formulas, colours, icons or HTML.

    None becomes "", line breaks stay. For st.markdown, labels and captions; st.dataframe needs it not.

    >>> plain("*Salça* $x$ <b>"), plain(None)
    ('\\*Salça\\* \\$x\\$ \\<b\\>', '')
    """
    if typed is None:
        return ""
    broken = _SHORTCODE.sub(f":{_JOINER}", _ADDRESS.sub(_JOINER, str(typed)))
    broken = _ARROW.sub(rf"\1{_JOINER}", broken)
    lines = (_MARKS.sub(r"\\\1", " ".join(line.split())) for line in broken.splitlines())
    return "  \n".join(lines)
