"""Whether two names are the same firm's: by what is left of them without legal form and trade words."""

import re

from core.domain.text import fold

_LEGAL_FORMS = frozenset(
    "as ltd sti sirketi sirket anonim limited san sanayi sanayii tic ticaret ve and koop kooperatifi "
    "ith ihr ithalat ihracat paz pazarlama tas inc llc gmbh co corp plc".split()
)


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
