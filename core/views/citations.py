"""How a rule of the knowledge tables is cited in each language: the Union's acts, and the words for parts of an act.

The tables keep Turkish acts by their Turkish names, which are theirs in every language, and acts of the Union in
English. A Turkish reader knows the latter as "2010/75/AB Direktifi" and "(AT) 1907/2006 Tüzüğü".
"""

import re
from collections.abc import Mapping

from core.i18n import Translator
from core.i18n import marked as m

_UNIONS = {"EU": "AB", "EC": "AT", "EEC": "AET", "Euratom": "Euratom"}
_UNION = "(EU|EC|EEC|Euratom)"
_SPOKEN = (m("own precaution"), m("Basel Convention"))
_TURKISH = {
    r"\bAnnex (?=[IVX\d])": "Ek ",
    r"\bChapter (?=[IVX\d])|\bch\. (?=[IVX\d])": "Bölüm ",
    r"\b[Aa]rt\. (?=\d)": "md. ",
    r"\bentr(?:y|ies) (?=\d)": "sıra ",
    r"\bclass (?=\d)": "sınıf ",
    r"(?<=[\dIVX]) and (?=[\dIVXA-Z])": " ve ",
}
_ENGLISH = {r"\bmd\. (?=\d)": "art. ", r"\bEk-(?=\d)": "Annex ", r"\bduyuru (?=\d)": "announcement "}


def cited(rule: str, t: Translator) -> str:
    """Return a citation as readers of the language write it.

    >>> from core.i18n import translator
    >>> cited("Directive 2010/75/EU, Chapter IV; own precaution", translator("tr"))
    '2010/75/AB Direktifi, Bölüm IV; kendi ihtiyat kuralımız'
    >>> cited("Regulation (EC) 1907/2006, Annex XVII, entries 19 and 31", translator("tr"))
    '(AT) 1907/2006 Tüzüğü, Ek XVII, sıra 19 ve 31'
    >>> cited("Directive (EU) 2020/2184; ADR, class 4.2; Directive 91/676/EEC, Art. 5", translator("tr"))
    '(AB) 2020/2184 Direktifi; ADR, sınıf 4.2; 91/676/AET Direktifi, md. 5'
    >>> cited("Directive 2010/75/EU, Chapter IV; İş Kanunu (4857), md. 7", translator("en"))
    'Directive 2010/75/EU, Chapter IV; İş Kanunu (4857), art. 7'
    """
    for word in _SPOKEN:
        rule = rule.replace(word, t(word))
    if t.language == "tr":
        return _in_words(_acts(rule), _TURKISH)
    return _in_words(rule, _ENGLISH) if t.language == "en" else rule


def _in_words(said: str, words: Mapping[str, str]) -> str:
    for pattern, word in words.items():
        said = re.sub(pattern, word, said)
    return said


def _acts(rule: str) -> str:
    said = re.sub(
        rf"\b(?:Council )?Regulation \({_UNION}\) (\d+/\d+)",
        lambda found: f"({_UNIONS[found[1]]}) {found[2]} Tüzüğü",
        rule,
    )
    said = re.sub(
        rf"\bDirective \({_UNION}\) (\d+/\d+)",
        lambda found: f"({_UNIONS[found[1]]}) {found[2]} Direktifi",
        said,
    )
    return re.sub(
        rf"\bDirective (\d+/\d+)/{_UNION}\b",
        lambda found: f"{found[1]}/{_UNIONS[found[2]]} Direktifi",
        said,
    )
