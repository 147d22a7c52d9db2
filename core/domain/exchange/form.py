"""How the headings and choices of the spreadsheet form may be written: in Turkish and English, with or without dots."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from core.domain.choices import Direction, Handling, Kind, Place, Recurrence, Transporter, Visibility
from core.domain.exchange.columns import COLUMNS, Column, Sort
from core.domain.labels import LABELS
from core.domain.text import fold
from core.i18n import LANGUAGES, translator
from core.i18n import marked as m

YES, NO = m("Yes"), m("No")
_SAID_YES = "yes y evet e true 1 var x dahil included"
_SAID_NO = "no n hayir h false 0 yok haric excluded"


def key(heading: str) -> str:
    """Return what is left of a heading for comparison: letters and digits, folded.

    >>> key("Atık  Kodu*"), key("waste_code")
    ('atikkodu', 'wastecode')
    """
    return re.sub(r"[^a-z0-9]", "", fold(heading))


def column_of(heading: str) -> Column | None:
    """Return the column that a heading means, None if it is none of the form's.

    >>> column_of("FİRMA ADI").name, column_of("Electricity").name, column_of("Notes")
    ('firm', 'electricity_kwh_per_year', None)
    """
    return _headings().get(key(heading))


@cache
def _headings() -> dict[str, Column]:
    exact: dict[str, Column] = {}
    short: dict[str, Column] = {}
    for column in COLUMNS:
        said = [translator(language)(column.heading) for language in LANGUAGES]
        for name in (column.name, *said, *(column.also.split("|") if column.also else ())):
            exact[key(name)] = column
        for name in said:
            short.setdefault(key(name.partition("(")[0]), column)
    return short | exact


def choice_of(column: Column, typed: str) -> StrEnum | None:
    """Return the choice that a cell means, in Turkish or English, None if it is none.

    >>> choice_of(column_of("size"), "küçük"), choice_of(column_of("place"), "Free zone")
    (<SizeClass.SMALL: 'small'>, <Place.FREE_ZONE: 'free_zone'>)
    """
    return _choices(column.choice).get(key(typed)) if column.choice else None


@cache
def _choices(choice: type[StrEnum]) -> dict[str, StrEnum]:
    words: dict[str, StrEnum] = {}
    for one, label in LABELS[choice].items():
        said = [translator(language)(label) for language in LANGUAGES]
        for name in (one.value, *said, *(re.split(r"[(,]", text)[0] for text in said)):
            words.setdefault(key(name), one)
    for one, more in _MORE_WORDS.items():
        if isinstance(one, choice):
            words |= {key(word): one for word in more.split("|")}
    return words


_MORE_WORDS: dict[StrEnum, str] = {
    Direction.HAVE: "haves|offer|gives|give|supply|var|verilen|veren|vermek|verir|arz",
    Direction.WANT: "wants|need|needs|seek|demand|istiyor|istenen|aranan|arar|almak|talep|ihtiyaç",
    Kind.MATERIAL: "malzeme|madde|hammadde|atık|yan ürün|waste|by-product",
    Kind.ENERGY: "ısı|buhar|heat|steam",
    Kind.LOGISTICS: "nakliye|taşıma|transport|depolama|storage",
    Kind.WORKFORCE: "işgücü|personel|labour|labor",
    Place.ORGANISED_ZONE: "osb|organize sanayi|organize",
    Place.SMALL_ESTATE: "kss|sanayi sitesi|küçük sanayi",
    Place.TECHNOPARK: "teknoloji geliştirme bölgesi|tgb",
    Recurrence.RECURRING: "düzenli|devamlı|periyodik|regular|continuous",
    Recurrence.ONE_OFF: "tek seferlik|bir defalık|once",
    Visibility.EVERYBODY: "herkes|herkese açık|public",
    Visibility.ANONYMOUS: "isimsiz|anonim",
    Visibility.ADVISORS: "danışmanlar|yalnız danışmanlar",
    Handling.LANDFILL: "depolama|düzenli depolama|bertaraf|landfill",
    Handling.INCINERATION: "yakma|incineration",
    Handling.RECOVERY: "geri kazanım|geri dönüşüm|recovery|recycling",
    Handling.BOUGHT: "satın alma|bought",
    Transporter.GIVER: "veren taraf|verici",
    Transporter.TAKER: "alan taraf|alıcı",
    Transporter.CARRIER: "nakliyeci firma",
}


def yes_or_no(typed: str) -> bool | None:
    """Return yes or no as typed in Turkish or English, None if it is neither.

    >>> yes_or_no("Evet"), yes_or_no("hariç"), yes_or_no("belki")
    (True, False, None)
    """
    said = key(typed)
    return True if said in _SAID_YES.split() else False if said in _SAID_NO.split() else None


def choice_labels(column: Column) -> Iterable[str]:
    """Return the English labels of what a cell of the column may say, nothing where it is free."""
    if column.sort is Sort.YES_NO:
        return (YES, NO)
    return tuple(LABELS[column.choice].values()) if column.choice else ()
