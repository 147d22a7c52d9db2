"""Money of a card is confidential: who sees which item of the room for a deal."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Direction, Kind, Role, Visibility
from core.domain.matching.room import Item
from core.domain.model import Resource, User
from core.domain.settings import Name, Setting
from core.services import dealing, resources, settings
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

MANAGER = User("manager", "Ayşe", Role.MANAGER)
GIVER = User("giver", "Ali", Role.PARTICIPANT, firm_id="foundry")
TAKER = User("taker", "Can", Role.PARTICIPANT, firm_id="cement")
OTHER = User("nobody", "Ece", Role.PARTICIPANT)
PAIR = ("priced", "priced-want")
OPEN = Visibility.EVERYBODY


@pytest.fixture
def priced(database: Database) -> Database:
    """A foundry pays 437 TRY/t for 120 t a year; 0.2 degrees (22.2 km) north a plant pays 911 TRY/t for 300 t."""
    have = Resource(
        "priced", "foundry-site", Direction.HAVE, "döküm kumu", visibility=OPEN, unit="t", period="month"
    )
    have = replace(have, quantity=10.0, price_per_unit=-437.0, price_unit="t", price_date=date(2026, 5, 1))
    want = Resource(
        "priced-want", "cement-site", Direction.WANT, "kum", visibility=OPEN, unit="t", period="year"
    )
    want = replace(want, quantity=300.0, price_per_unit=911.0, price_unit="t", price_date=date(2025, 5, 1))
    for card in (have, want):
        resources.save(database, ADVISOR, replace(card, price_vat_included=False), now=NOW, new=True)
    price = Setting("izmir", Name.TRANSPORT, 5.0, date(2026, 10, 1), "teklif")
    settings.save(database, MANAGER, price, now=NOW)
    return database


def test_staff_sees_every_item_and_the_sum(priced: Database) -> None:
    for user in (ADVISOR, MANAGER):
        deal = dealing.rooms(priced, user, [PAIR], today=TODAY)[PAIR]
        amounts = {line.item: round(line.amount) for line in deal.room.lines}

        assert deal.is_whole
        assert amounts == {Item.GIVER: 437, Item.TAKER: 911, Item.TRANSPORT: -111}  # 22.2 km × 5
        assert round(deal.room.per_unit or 0) == 1237
        assert deal.room.yearly == 120


@pytest.mark.parametrize(
    ("user", "own", "others"), [(GIVER, 437.0, "911"), (TAKER, 911.0, "437")], ids=["giver", "taker"]
)
def test_a_participant_sees_the_own_item_and_nothing_from_which_the_others_follows(
    priced: Database, user: User, own: float, others: str
) -> None:
    """Both firms show their cards to everybody: that agrees to the name, not to the price."""
    deal = dealing.rooms(priced, user, [PAIR], today=TODAY)[PAIR]

    assert [line.amount for line in deal.room.lines] == [own]
    assert (deal.room.per_unit, deal.room.per_year, deal.room.yearly) == (None, None, None)
    assert not deal.is_whole
    assert others not in repr(deal)


def test_a_guest_view_of_staff_shows_what_the_firm_in_the_room_may_see(priced: Database) -> None:
    guest = dealing.rooms(priced, ADVISOR, [PAIR], today=TODAY, as_guest=True, guest_of="foundry")

    assert guest == dealing.rooms(priced, GIVER, [PAIR], today=TODAY)


def test_who_has_no_card_in_a_pair_sees_no_money_of_it(priced: Database) -> None:
    assert dealing.rooms(priced, OTHER, [PAIR], today=TODAY) == {}
    assert dealing.rooms(priced, ADVISOR, [PAIR], today=TODAY, as_guest=True) == {}
    assert dealing.rooms(priced, STRANGER, [PAIR], today=TODAY) == {}


def test_a_card_kept_to_advisors_has_no_room_for_others(priced: Database) -> None:
    want = resources.get(priced, ADVISOR, "priced-want")
    resources.save(priced, ADVISOR, replace(want, visibility=Visibility.ADVISORS), now=NOW, new=False)

    assert dealing.rooms(priced, GIVER, [PAIR], today=TODAY) == {}
    assert PAIR in dealing.rooms(priced, ADVISOR, [PAIR], today=TODAY)


def test_without_a_transport_price_there_is_no_sum(priced: Database) -> None:
    other = replace(MANAGER, region_id="bursa")
    assert dealing.transport_rate(priced, other) is None
    heat = resources.get(priced, ADVISOR, "priced")
    resources.save(priced, ADVISOR, replace(heat, kind=Kind.WATER), now=NOW, new=False)

    assert dealing.rooms(priced, ADVISOR, [PAIR], today=TODAY)[PAIR].room.per_unit is None
