"""Why a card has no partner: rules without names, points without names, and what its own card lacks."""

from functools import partial

import pytest

from core.domain.choices import Direction, Role, Visibility
from core.domain.matching.scoring import FLOOR
from core.domain.model import Resource, User
from core.domain.register.quality import Gap
from core.errors import NotFoundError
from core.services import reasons, resources, suggesting
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, add_firm

CAFE = User("cafe", "Ece", Role.PARTICIPANT, firm_id="cafe")
GIVE, WANT = Direction.HAVE, Direction.WANT


@pytest.fixture
def region(empty: Database) -> Database:
    """A canteen with frying oil and a feed mill that wants oil: a pair that is never suggested."""
    add_firm(empty, "cafe", 38.40, "5629")
    add_firm(empty, "mill", 38.41, "1091")
    save = partial(resources.save, empty, ADVISOR, now=NOW, new=True)
    save(Resource("oil", "cafe-site", GIVE, "kullanılmış kızartma yağı", visibility=Visibility.EVERYBODY))
    save(Resource("fat", "mill-site", WANT, "kızartma yağı, yem yağı"))
    save(Resource("odd", "cafe-site", GIVE, "zımbırtı", visibility=Visibility.EVERYBODY))
    return empty


def test_the_rule_is_said_to_both_sides_without_a_name(region: Database) -> None:
    index = suggesting.index(region, ADVISOR)
    for card in ("oil", "fat"):
        found = reasons.refused(region, ADVISOR, index, card)

        assert "catering_to_farm_animals" in [one.exclusion_id for one in found]
        assert "Mill" not in repr(found)
    assert suggesting.for_card(region, ADVISOR, index, "oil").empty


def test_a_rule_about_a_card_that_the_reader_may_not_see_is_not_said(region: Database) -> None:
    index = suggesting.index(region, ADVISOR)
    assert reasons.refused(region, CAFE, index, "oil")

    fat = resources.get(region, ADVISOR, "fat")
    hidden = Resource(**{**vars(fat), "visibility": Visibility.ADVISORS})
    resources.save(region, ADVISOR, hidden, now=NOW, new=False)
    assert reasons.refused(region, CAFE, suggesting.index(region, ADVISOR), "oil") == ()


def test_a_card_that_is_not_there_or_has_no_refused_partner_has_no_rule(region: Database) -> None:
    index = suggesting.index(region, ADVISOR)

    assert reasons.refused(region, ADVISOR, index, "odd") == ()
    assert reasons.refused(region, ADVISOR, index, "nowhere") == ()


def test_what_would_help_are_the_gaps_that_count_and_a_wider_name(region: Database) -> None:
    resources.save(region, ADVISOR, Resource("pp", "cafe-site", GIVE, "polipropilen"), now=NOW, new=True)
    found = reasons.nearest(region, ADVISOR, suggesting.index(region, ADVISOR), "pp")

    assert found.gaps == (Gap.QUANTITY, Gap.DESCRIPTION, Gap.WASTE_CODE, Gap.TIMING)
    assert [one.id for one in found.wider] == ["plastic"]
    assert found.is_known
    assert found.floor == FLOOR


def test_a_name_that_says_no_known_thing_is_told(region: Database) -> None:
    found = reasons.nearest(region, ADVISOR, suggesting.index(region, ADVISOR), "odd")

    assert not found.is_known
    assert found.wider == ()


def test_the_nearest_is_points_below_the_floor_of_what_the_reader_may_see(region: Database) -> None:
    save = partial(resources.save, region, ADVISOR, now=NOW, new=True)
    save(Resource("jar", "cafe-site", GIVE, "cam kavanoz", visibility=Visibility.EVERYBODY))
    save(Resource("lid", "mill-site", WANT, "metal kapak", visibility=Visibility.ADVISORS))
    index = suggesting.index(region, ADVISOR)
    known = reasons.nearest(region, ADVISOR, index, "jar")
    seen = reasons.nearest(region, CAFE, index, "jar")

    assert known.score is not None
    assert 0 < known.score < FLOOR
    assert seen.score is None or seen.score < known.score


def test_a_card_that_the_reader_may_not_see_is_not_there(region: Database) -> None:
    with pytest.raises(NotFoundError):
        reasons.nearest(region, CAFE, suggesting.index(region, ADVISOR), "nowhere")
