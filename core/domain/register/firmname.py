"""What is left of a firm's name without legal form and trade words: to compare it, and to say it in a few words."""

import re

from core.domain.text import fold

_LEGAL_FORMS = frozenset(
    "as ltd sti sirketi sirket anonim limited san sanayi sanayii tic ticaret ve and koop kooperatifi "
    "ith ihr ithalat ihracat paz pazarlama tas inc llc gmbh co corp plc".split()
)

_AT_THE_END = _LEGAL_FORMS - {"koop", "kooperatifi"} | {"ic", "dis"}  # "San. ve Dış Tic. A.Ş."


def short(name: str) -> str:
    """Return a name without the legal form at its end, for places where little room is; never nothing.

    >>> short("Kordelya Salça Gıda San. ve Dış Tic. A.Ş."), short("Yamançim Çimento ve Klinker San. T.A.Ş.")
    ('Kordelya Salça Gıda', 'Yamançim Çimento ve Klinker')
    >>> short("Sanayi A.Ş."), short("S.S. Falaka Zeytin Kooperatifi")
    ('Sanayi', 'S.S. Falaka Zeytin Kooperatifi')
    """
    words = name.split()
    while len(words) > 1 and re.sub("[^a-z]", "", fold(words[-1])) in _AT_THE_END:
        words.pop()
    return " ".join(words)


def key(name: str) -> str:
    """Return what tells a firm's name from others, for comparison only; a name of legal words alone stays whole.

    >>> key("Kordelya Salça Gıda San. ve Tic. A.Ş.") == key("KORDELYA SALÇA GIDA LTD. ŞTİ.") == "kordelya salca gida"
    True
    >>> key("Sanayi A.Ş.")
    'sanayi as'
    """
    joined = re.sub(r"\ba s\b", "as", " ".join(re.findall(r"[a-z0-9]+", fold(name))))
    telling = [word for word in joined.split() if word not in _LEGAL_FORMS]
    return " ".join(telling) or joined
