"""What is kept of a region's impact tells after each write what would be told if everything were computed anew."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from core.domain.choices import Basis, Stage, StallReason
from core.domain.impact.counting import Counted
from core.domain.model import Firm, Synergy
from core.domain.synergies.following import DocumentKind
from core.services import firms, impact_ledger, impact_results, resources, synergies
from core.services.impact_kept import KeptImpact
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY
from tests.ledger import CLAIM, DIVERTED, MANAGER, add_file, enter, run

SECOND = Synergy("second", "izmir", "Aynı kum", "foundry", "cement", have_id="sand", want_id="wanted")


@pytest.fixture
def running(database: Database) -> Database:
    return run(database)


def follow(database: Database, synergy: Synergy) -> None:
    synergies.record(database, ADVISOR, synergy, now=NOW)
    synergies.move(
        database, ADVISOR, synergy.synergy_id, Stage.SAMPLE, 1, on=TODAY, now=NOW, all_the_same=True
    )


def check(database: Database, kept: KeptImpact, today: date = TODAY) -> None:
    told = impact_results.of_region(database, ADVISOR, today=today, kept=kept)
    anew = impact_results.of_region(database, ADVISOR, today=today)
    for name in ("lines", "parts", "not_counted"):
        pd.testing.assert_frame_equal(getattr(told, name), getattr(anew, name))
    for name in ("counted", "measures", "terms", "not_counted"):
        pd.testing.assert_frame_equal(getattr(told.computed, name), getattr(anew.computed, name))
    assert told.entries == anew.entries


def test_after_each_write_the_kept_results_are_those_computed_anew(running: Database) -> None:
    kept = KeptImpact(running, "izmir")
    check(running, kept)
    follow(running, SECOND)
    check(running, kept)
    follow(running, replace(SECOND, synergy_id="third", have_id="unweighed", want_id=None))
    check(running, kept)
    enter(running, DIVERTED)
    check(running, kept)
    enter(running, replace(DIVERTED, entry_id="other", synergy_id="second", basis=Basis.AGREED), by=MANAGER)
    check(running, kept)
    enter(running, CLAIM, "slip")
    check(running, kept)
    impact_ledger.confirm(running, MANAGER, "claim", 1, on=TODAY, now=NOW)
    check(running, kept)
    add_file(running, "more", DocumentKind.INVOICE)
    check(running, kept)
    impact_ledger.withdraw(running, ADVISOR, "other", 1, "yanlış", on=TODAY, now=NOW)
    check(running, kept)
    card = resources.get(running, ADVISOR, "sand")
    resources.save(running, ADVISOR, replace(card, quantity=4.0), now=NOW, new=False)
    check(running, kept)
    firm = firms.get(running, ADVISOR, "foundry")
    firms.save(running, ADVISOR, replace(firm, name="Dökümhane"), now=NOW, new=False)
    check(running, kept)
    synergies.move(running, ADVISOR, "third", Stage.DROPPED, 2, on=TODAY, now=NOW, reason=StallReason.PRICE)
    check(running, kept)


def test_what_a_synergy_takes_changes_what_counts_of_another_of_the_same_have(running: Database) -> None:
    kept = KeptImpact(running, "izmir")
    enter(running, DIVERTED)
    follow(running, SECOND)
    assert kept.current(TODAY).entries[0].state.share == 1.0  # type: ignore[union-attr]
    agreed = {"basis": Basis.AGREED, "value": 90.0, "low": 90.0, "high": 90.0, "quantity": 90.0}
    enter(running, replace(DIVERTED, entry_id="firm", synergy_id="second", **agreed))

    states = {one.entry.entry_id: one.state for one in kept.current(TODAY).entries}

    # 90 of the foundry's 120 t are agreed to the other: 30 of the 120 t estimated are left
    assert isinstance(states["estimate"], Counted)
    assert states["estimate"].share == pytest.approx(0.25)


def test_a_new_day_is_computed_anew(running: Database) -> None:
    kept = KeptImpact(running, "izmir")
    enter(running, replace(DIVERTED, lifetime_years=2))
    check(running, kept)

    check(running, kept, TODAY + timedelta(days=400))

    assert not kept.current(TODAY + timedelta(days=400)).lines["current"].any()


def test_where_nothing_of_it_changed_the_same_results_are_given(running: Database) -> None:
    kept = KeptImpact(running, "izmir")
    first = kept.current(TODAY)
    firms.save(running, ADVISOR, Firm("lone", "izmir", "Yalnız"), now=NOW, new=True)

    assert kept.current(TODAY) is first


def test_what_is_kept_of_one_region_is_not_told_to_another(running: Database) -> None:
    enter(running, DIVERTED)

    told = impact_results.of_region(running, STRANGER, today=TODAY, kept=KeptImpact(running, "izmir"))

    assert told.entries == ()
    assert told.lines.empty
