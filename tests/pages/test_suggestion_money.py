"""The price of transport is set by managers where the sums are shown; nobody else gets the form, guests no price."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.domain.settings import Name
from core.services import settings
from pages.shared import cache
from pages.shared.session import DEMO_USERS
from tests.pages.conftest import OpenPage

SAVE = "setting_transport_save"


def texts(at: AppTest) -> str:
    return "\n".join(one.value for one in (*at.markdown, *at.caption)).replace("\\", "")


def price_field(at: AppTest) -> str:
    """Return the key of the field that holds the price, "" where the form is not drawn."""
    return next((str(one.key) for one in at.text_input if str(one.key).endswith(".value")), "")


def test_a_manager_sets_the_price_and_sees_it(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("suggestions", Role.MANAGER, "tr")
    at.text_input(key=price_field(at)).input("5,25").run()
    at.button(key=SAVE).click().run()

    assert not at.exception
    assert "5,25 TL/t·km" in texts(at)
    kept = settings.current(cache.database(), DEMO_USERS[Role.MANAGER])[Name.TRANSPORT]
    assert (kept.value, kept.row_version) == (5.25, 2)


def test_a_price_that_makes_no_sense_is_not_kept(open_page: OpenPage, own_copy: Path) -> None:
    at = open_page("suggestions", Role.MANAGER, "en")
    at.text_input(key=price_field(at)).input("0").run()
    at.button(key=SAVE).click().run()

    assert settings.current(cache.database(), DEMO_USERS[Role.MANAGER])[Name.TRANSPORT].row_version == 1


def test_an_advisor_reads_the_price_but_cannot_set_it(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.ADVISOR, "en")

    assert "Transport price: " in texts(at)
    assert "Room for a deal: " in texts(at)
    assert price_field(at) == ""


def test_a_participant_sees_neither_sums_nor_the_price(open_page: OpenPage) -> None:
    at = open_page("suggestions", Role.PARTICIPANT, "en")

    assert not at.exception
    assert "Transport price" not in texts(at)
    assert "Room for a deal" not in texts(at)
