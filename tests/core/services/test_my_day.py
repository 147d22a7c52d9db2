"""My day: what is owed in the right bucket, by whom, with the days that managers set."""

from dataclasses import replace
from datetime import date

import pandas as pd

from core.domain import text
from core.domain.choices import Direction, Kind, Role, Stage, StallReason
from core.domain.model import Firm, Resource, Synergy, User, Visit
from core.domain.register import quality
from core.domain.settings import Name, Setting
from core.domain.synergies.following import LogEntry, LogWay
from core.domain.synergies.my_day import Bucket
from core.services import firms, following, my_day, resources, settings, synergies, visits
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

MANAGER = User("manager", "Ayşe", Role.MANAGER)
SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", owner_id="advisor")
ALL = tuple(Bucket)


def follow(
    database: Database, synergy_id: str, stage: Stage | None, on: date = TODAY, **more: object
) -> None:
    """Record a synergy and bring it to a stage on a day."""
    synergy = replace(SAND, synergy_id=synergy_id, stage_since=on, **more)  # type: ignore[arg-type]
    synergies.record(database, replace(ADVISOR, user_id=synergy.owner_id or "advisor"), synergy, now=NOW)
    if stage:
        reason = StallReason.PRICE if stage in (Stage.STALLED, Stage.DROPPED) else None
        synergies.move(
            database, ADVISOR, synergy_id, stage, 1, on=on, now=NOW, reason=reason, all_the_same=True
        )


def owed(database: Database, user: User = ADVISOR, everybody: bool = False) -> dict[str, str]:
    found = my_day.synergies(database, user, today=TODAY, everybody=everybody, buckets=ALL, most=50)
    return dict(zip(found["synergy_id"], found["bucket"], strict=True))


def test_a_next_action_stands_in_the_bucket_of_its_day(database: Database) -> None:
    # 2 November 2026 is a Monday, 8 November the Sunday of its week.
    days = {"a": date(2026, 11, 1), "b": TODAY, "c": date(2026, 11, 8), "d": date(2026, 11, 9)}
    for synergy_id, day in days.items():
        follow(database, synergy_id, Stage.CONTACTED, next_action="Ara", next_action_on=day)
    follow(database, "e", Stage.CONTACTED)
    follow(database, "f", None, next_action="Adres sor")

    expected = {
        "a": "overdue",
        "b": "this_week",
        "c": "this_week",
        "d": "later",
        "e": "undated",
        "f": "undated",
    }
    assert owed(database) == expected
    found = my_day.counts(database, ADVISOR, today=TODAY, everybody=False)
    assert found.buckets == {
        Bucket.OVERDUE: 1, Bucket.THIS_WEEK: 2, Bucket.LATER: 1, Bucket.UNDATED: 2, Bucket.SILENT: 0
    }  # fmt: skip


def test_silent_is_what_neither_moved_nor_was_heard_of_for_more_than_thirty_days(database: Database) -> None:
    month_ago, longer = date(2026, 10, 3), date(2026, 10, 2)  # 30 and 31 days before
    follow(database, "thirty", Stage.MEETING, month_ago)
    follow(database, "silent", Stage.MEETING, longer)
    follow(database, "heard", Stage.MEETING, longer)
    follow(database, "planned", Stage.MEETING, longer, next_action="Ara", next_action_on=date(2026, 12, 1))
    follow(database, "runs", Stage.RUNNING, longer)
    follow(database, "idea", None, longer)
    entry = LogEntry("l1", "heard", LogWay.NOTE, date(2026, 10, 20), "", note="bekliyor")
    following.log_contact(database, ADVISOR, entry, now=NOW, today=TODAY)

    assert owed(database) == {
        "silent": "silent",
        "thirty": "undated",
        "heard": "undated",
        "planned": "later",
    }


def test_managers_set_after_how_many_days_a_synergy_is_silent(database: Database) -> None:
    follow(database, "s2", Stage.MEETING, date(2026, 10, 20))  # 13 days before
    assert owed(database) == {"s2": "undated"}

    for days, bucket in ((12.0, "silent"), (13.0, "undated")):
        kept = settings.current(database, MANAGER).get(Name.SILENT_DAYS)
        asked = Setting(
            "izmir", Name.SILENT_DAYS, days, TODAY, "", row_version=kept.row_version if kept else 0
        )
        settings.save(database, MANAGER, asked, now=NOW)
        assert owed(database) == {"s2": bucket}


def test_what_was_dropped_is_owed_by_nobody_and_a_stalled_one_only_when_a_later_day_was_set(
    database: Database,
) -> None:
    action = {"next_action": "Yeniden sor"}
    follow(database, "dropped", Stage.DROPPED, **action, next_action_on=date(2026, 11, 1))
    follow(database, "left", Stage.STALLED, TODAY, **action, next_action_on=date(2026, 11, 1))
    follow(database, "again", Stage.STALLED, TODAY, **action, next_action_on=date(2026, 11, 20))
    follow(database, "stalled", Stage.STALLED, TODAY)

    assert owed(database) == {"again": "later"}


def test_mine_is_what_i_own_and_everybodys_is_the_regions(database: Database) -> None:
    follow(database, "mine", Stage.CONTACTED)
    follow(database, "hers", Stage.CONTACTED, owner_id="other-advisor")
    follow(database, "nobodys", Stage.CONTACTED, owner_id=None)

    assert owed(database) == {"mine": "undated"}
    assert set(owed(database, everybody=True)) == {"mine", "hers", "nobodys"}
    assert owed(database, STRANGER, everybody=True) == {}


def test_the_longest_due_comes_first_and_no_more_than_asked_for(database: Database) -> None:
    for synergy_id, day in (("late", 30), ("latest", 28), ("later", 29)):
        follow(database, synergy_id, Stage.CONTACTED, next_action_on=date(2026, 10, day))

    found = my_day.synergies(
        database, ADVISOR, today=TODAY, everybody=False, buckets=(Bucket.OVERDUE,), most=2
    )

    assert list(found["synergy_id"]) == ["latest", "later"]
    assert list(found["giver_name"]) == ["Foundry", "Foundry"]


def test_cards_that_lack_something_come_first_where_the_firm_is_followed(database: Database) -> None:
    firms.save(database, ADVISOR, Firm("third", "izmir", "Third"), now=NOW, new=True)
    follow(database, "s2", Stage.CONTACTED, giver_firm_id="third", have_id=None)  # third and cement

    # All three lack a description; "unweighed" and "wanted" a quantity too.
    mine = my_day.cards(database, ADVISOR, everybody=False, most=10)
    every = my_day.cards(database, ADVISOR, everybody=True, most=10)

    assert list(mine["resource_id"]) == ["wanted"]
    assert list(every["resource_id"]) == ["wanted", "unweighed", "sand"]
    assert [list(gaps) for gaps in every["lacks"]] == [
        ["quantity", "description"],
        ["quantity", "description"],
        ["description"],
    ]
    assert my_day.counts(database, ADVISOR, today=TODAY, everybody=True).cards == 3


def test_a_visit_makes_a_firms_cards_mine_and_is_owed_until_it_is_closed(database: Database) -> None:
    visit = Visit("v1", "foundry-site", ADVISOR.user_id, TODAY)
    visits.start(database, ADVISOR, visit, now=NOW)
    visits.start(database, ADVISOR, replace(visit, visit_id="v2", advisor_id="other"), now=NOW)

    assert set(my_day.cards(database, ADVISOR, everybody=False, most=10)["firm_name"]) == {"Foundry"}
    assert list(my_day.open_visits(database, ADVISOR, everybody=False, most=9)["visit_id"]) == ["v1"]
    assert my_day.counts(database, ADVISOR, today=TODAY, everybody=True).visits == 2

    visits.close(database, ADVISOR, visit, now=NOW)
    assert my_day.open_visits(database, ADVISOR, everybody=False, most=9).empty


def test_a_draft_is_always_owed(database: Database) -> None:
    whole = Resource(
        "draft", "cement-site", Direction.WANT, "taslak", kind=Kind.SPACE, description="hol", is_draft=True
    )
    resources.save(database, ADVISOR, whole, now=NOW, new=True)

    found = my_day.cards(database, ADVISOR, everybody=True, most=9)

    assert found["resource_id"].iloc[0] == "draft"
    assert list(found["lacks"].iloc[0]) == []


def test_a_region_without_anything_owes_nothing(empty: Database) -> None:
    assert my_day.counts(empty, ADVISOR, today=TODAY, everybody=True).nothing


def test_what_a_card_lacks_is_the_same_in_sql_and_in_the_domain(laid_copy: Database) -> None:
    cards = resources.table(laid_copy, ADVISOR)
    expected = {
        str(row["resource_id"]): [gap.value for gap in quality.lacking(row)]
        for row in cards.to_dict("records")
        if quality.lacking(row) or row["is_draft"]
    }

    found = my_day.cards(laid_copy, ADVISOR, everybody=True, most=10_000)

    assert dict(zip(found["resource_id"], map(list, found["lacks"]), strict=True)) == expected
    assert len(expected) > 100


def test_folding_in_sql_is_folding_in_the_domain(laid_copy: Database) -> None:
    with laid_copy.reading() as cursor:
        found: pd.DataFrame = cursor.raw.execute(
            "SELECT title AS said, folded(title) AS folded FROM synergy "
            "UNION SELECT name, folded(name) FROM firm UNION SELECT 'Ø’ D''Ş  İI ğ', folded('Ø’ D''Ş  İI ğ')"
        ).df()

    assert list(found["folded"]) == [text.fold(said) for said in found["said"]]
