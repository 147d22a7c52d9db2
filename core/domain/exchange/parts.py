"""Reads the cells of an import that need the project's lists: activities, waste codes, zones, districts."""

import re
from functools import cache

from core.domain import nace, reference, wastecodes
from core.domain.model import SiteActivity
from core.domain.text import fold
from core.errors import (
    NotAnActivityCodeError,
    NotAWasteCodeError,
    SimbiyozError,
    UnknownActivityCodeError,
    UnknownDistrictError,
    UnknownZoneError,
)

UNKNOWN_REVISION = "unknown"
_BETWEEN_NACE = re.compile(r"[;|\n]|,\s|/")  # "10,41" may be one code or two divisions, so it is not parted
_BETWEEN_CODES = re.compile(r"[;|\n,/]")
_WITH_TITLE = re.compile(r"([A-Za-z]?\s*\d[\d.\s]*\d|[A-Ua-u])(?:\s*[-–:]\s*|\s+)[^\d\s].*", re.DOTALL)
_CODE_WITH_TITLE = re.compile(r"(\d{2}[ .]?\d{2}[ .]?\d{2}\s*\*?)\s*[-–:]?\s+[^\d\s*].*", re.DOTALL)


def activities(text: str) -> tuple[tuple[SiteActivity, ...], list[SimbiyozError]]:
    """Return the activities of a cell, the first as the main one; a code that our list lacks is kept and named.

    >>> found, errors = activities("10.41.05 Zeytinyağı; 3511; 10,41")
    >>> [one.code for one in found], [error.text(str.format) for error in errors]
    (['10.41.05', '35.11'], ['“10,41” is not an activity code. Expected two to six digits, for example 10.41.'])
    """
    found: dict[str, SiteActivity] = {}
    errors: list[SimbiyozError] = []
    for part in filter(None, (part.strip() for part in _BETWEEN_NACE.split(text))):
        titled = _WITH_TITLE.fullmatch(part)
        code = nace.normalise(titled[1] if titled else part)
        if code is None:
            errors.append(NotAnActivityCodeError(value=part[:60]))
            continue
        if not nace.known(code):
            errors.append(UnknownActivityCodeError(value=code))
        revision = "2" if nace.known(code) else UNKNOWN_REVISION
        found.setdefault(code, SiteActivity(code, revision, is_main=not found))
    codes = list(found.values())
    return (*codes[:1], *sorted(codes[1:], key=lambda one: one.code)), errors  # in the order of storage


def waste_codes(text: str) -> tuple[tuple[str, ...], list[SimbiyozError]]:
    """Return the waste codes of a cell that the list of wastes knows, six digits each, and what is wrong with others.

    >>> waste_codes("10 09 08; 12 01 09* Emülsiyon")[0]
    ('100908', '120109')
    """
    found: dict[str, None] = {}
    errors: list[SimbiyozError] = []
    for part in filter(None, (part.strip() for part in _BETWEEN_CODES.split(text))):
        titled = _CODE_WITH_TITLE.fullmatch(part)
        try:
            found[wastecodes.check(titled[1] if titled else part).code] = None
        except NotAWasteCodeError:
            errors.append(NotAWasteCodeError(value=part[:60]))
        except SimbiyozError as error:
            errors.append(error)
    return tuple(found), errors


def zone_id(text: str) -> str:
    """Return the id of a zone by its Turkish or English name, short name or id. Raises UnknownZoneError.

    >>> zone_id("Tire OSB"), zone_id("kosbi"), zone_id("Aegean Free Zone")
    ('tosbi', 'kosbi', 'esbas')
    """
    found = _zones().get(_zone_key(text))
    if found is None:
        raise UnknownZoneError(value=text[:60])
    return found


def district(text: str) -> str:
    """Return a district as its name is written. Raises UnknownDistrictError.

    >>> district("KEMALPASA")
    'Kemalpaşa'
    """
    found = {fold(name): name for name in reference.districts()}.get(fold(text))
    if found is None:
        raise UnknownDistrictError(value=text[:60])
    return found


def district_of_zone(zone: str) -> str:
    """Return the district in which a zone lies."""
    return reference.zones()[zone].district


def spelled(number: float) -> str:
    """Return a number that the spreadsheet holds as such, written so that both languages read the same.

    >>> spelled(1250.0), spelled(2.5), spelled(0.125)
    ('1250', '2,5', '0,1250')
    """
    written = f"{number:.6f}".rstrip("0").rstrip(".")
    if len(written.partition(".")[2]) == 3:
        written += "0"  # three digits behind the sign could be thousands
    return written.replace(".", ",")


def _zone_key(text: str) -> str:
    words = re.sub(r"\bo\.?\s?s\.?\s?b\b\.?", "organize sanayi bolgesi", fold(text))
    return re.sub(r"[^a-z0-9]", "", words)


@cache
def _zones() -> dict[str, str]:
    return {
        _zone_key(name): zone.zone_id
        for zone in reference.zones().values()
        for name in (zone.zone_id, zone.name_tr, zone.name_en, zone.name_en.partition("(")[0], zone.short)
        if name
    }
