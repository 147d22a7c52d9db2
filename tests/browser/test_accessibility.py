"""axe finds on our pages no serious fault that a bare Streamlit page with the same widgets does not show too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests import examples
from tests.browser.conftest import PAGES, Visitor, settle
from tests.serving import running

BARE = Path(__file__).with_name("bare.py")
SCHEMES = ("light", "dark")
ADDRESSES = [*PAGES, f"synergies?synergy={examples.SYNERGY}"]
STREAMLITS_OWN = {
    "dark": {
        "color-contrast": "Streamlit writes a chosen segment in the primary colour on a tint of itself, the label of "
        "a primary button in white; on dark ground no primary colour reaches 4.5 : 1 in both; ours does on buttons."
    },
    "light": {},
}
Faults = dict[str, list[str]]


def serious(page: Page) -> Faults:
    """Return what breaks WCAG A and AA seriously or critically, rule (for contrast with its colours) → elements."""
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    violations: list[dict[str, Any]] = Axe().run(page, options=rules).response["violations"]
    found: Faults = {}
    for one in violations:
        for node in one["nodes"] if one["impact"] in ("serious", "critical") else ():
            data = (node["any"][0].get("data") or {}) if node["any"] else {}
            colours = [data[name] for name in ("fgColor", "bgColor")] if "fgColor" in data else []
            found.setdefault(" ".join([one["id"], *colours]), []).append(node["html"][:200])
    return found


@pytest.fixture(scope="module")
def of_streamlit(context: BrowserContext) -> Iterator[dict[str, Faults]]:
    """What axe finds on a bare page with our theme, by colour scheme."""
    with running(BARE) as server:
        page = context.new_page()
        found = {}
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.goto(server.address)
            settle(page)
            found[scheme] = serious(page)
        page.close()
        yield found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_streamlit_itself_breaks_is_known_with_its_reason(
    of_streamlit: dict[str, Faults], scheme: str
) -> None:
    assert {fault.split()[0] for fault in of_streamlit[scheme]} <= STREAMLITS_OWN[scheme].keys()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_breaks_what_streamlit_keeps(
    visitor: Visitor, of_streamlit: dict[str, Faults], address: str
) -> None:
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        found = serious(visitor.open(address))

        assert {fault: where for fault, where in found.items() if fault not in of_streamlit[scheme]} == {}, (
            scheme
        )
