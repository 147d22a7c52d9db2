"""What a synergy is followed by: kept, changed, taken out, on the trail, and never another region's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.domain.choices import Stage, StallReason
from core.domain.legal.handbook import Route
from core.domain.legal.state import Choice
from core.domain.model import Contact, Firm, Synergy
from core.domain.synergies.following import (
    Barrier,
    LogEntry,
    LogWay,
    Party,
    PartyRole,
    Perspective,
    Readiness,
)
from core.domain.synergies.readiness import Lowest
from core.domain.synergies.stages import Need
from core.errors import ChangedByOthersError, InvalidRecordError, NotFoundError
from core.services import firms, following, legal, synergies
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY, add_firm

SAND = Synergy("s1", "izmir", "Döküm kumu", "foundry", "cement", have_id="sand", want_id="wanted")
CALL = LogEntry("l1", "s1", LogWay.PHONE, TODAY, "", firm_id="foundry", note="Müdür ilgili")


@pytest.fixture
def followed(database: Database) -> Database:
    synergies.record(database, ADVISOR, SAND, now=NOW)
    return database


def test_a_further_firm_takes_part_in_a_role_with_its_card(followed: Database) -> None:
    add_firm(followed, "haulier", 38.5, "4941")
    party = Party("p1", "s1", "haulier", PartyRole.CARRIER)

    following.save_party(followed, ADVISOR, party, now=NOW, new=True)
    following.save_party(
        followed, ADVISOR, Party("p2", "s1", "foundry", PartyRole.GIVER, "unweighed"), now=NOW, new=True
    )

    found = following.parties(followed, ADVISOR, "s1")
    assert list(found["firm_name"]) == ["Haulier", "Foundry"]
    assert found["resource_name"].iloc[1] == "Atık döküm kumu, miktarı bilinmiyor"


def test_a_firm_brings_no_card_of_another_firm_and_no_role_twice(followed: Database) -> None:
    others_card = Party("p1", "s1", "cement", PartyRole.GIVER, "sand")
    twice = Party("p1", "s1", "foundry", PartyRole.GIVER, "sand")

    for party, field in ((others_card, "resource_id"), (twice, "role")):
        with pytest.raises(InvalidRecordError) as found:
            following.save_party(followed, ADVISOR, party, now=NOW, new=True)
        assert set(found.value.findings) == {field}


def test_a_party_can_be_taken_out(followed: Database) -> None:
    party = Party("p1", "s1", "cement", PartyRole.PROCESSOR)
    following.save_party(followed, ADVISOR, party, now=NOW, new=True)

    following.retire_party(followed, ADVISOR, "p1", 1, now=NOW)

    assert following.parties(followed, ADVISOR, "s1").empty


def test_readiness_is_set_by_perspective_and_the_lowest_known_blocks(followed: Database) -> None:
    marks = following.readiness(followed, ADVISOR, "s1")
    said = {Perspective.LEGAL: Readiness.NO, Perspective.BUSINESS: Readiness.PARTLY}
    for perspective, level in said.items():
        mark = replace(marks[perspective], level=level, note="bakılacak")
        following.save_readiness(followed, ADVISOR, mark, now=NOW)

    kept = following.readiness(followed, ADVISOR, "s1")
    assert (kept[Perspective.LEGAL].level, kept[Perspective.LEGAL].set_by) == (Readiness.NO, "advisor")
    assert kept[Perspective.SOCIETY].row_version == 0
    assert following.blocking(followed, ADVISOR, ["s1"]) == {"s1": Lowest(Readiness.NO, (Perspective.LEGAL,))}


def test_the_second_of_two_who_set_a_perspective_gets_the_newer_value(followed: Database) -> None:
    unset = following.readiness(followed, ADVISOR, "s1")[Perspective.LEGAL]
    following.save_readiness(followed, ADVISOR, replace(unset, level=Readiness.YES), now=NOW)

    with pytest.raises(ChangedByOthersError) as found:
        following.save_readiness(followed, ADVISOR, replace(unset, level=Readiness.NO), now=NOW)

    assert found.value.newer["level"] == "yes"


def test_a_barrier_stands_until_it_is_removed(followed: Database) -> None:
    barrier = Barrier("b1", "s1", StallReason.LEGAL, TODAY, note="Kod lisansta yok")
    following.save_barrier(followed, ADVISOR, barrier, now=NOW, today=TODAY, new=True)

    with pytest.raises(InvalidRecordError) as found:
        early = replace(barrier, removed_on=date(2026, 10, 1))
        following.save_barrier(followed, ADVISOR, early, now=NOW, today=TODAY, new=False)
    gone = replace(barrier, removed_on=TODAY)
    following.save_barrier(followed, ADVISOR, gone, now=NOW, today=TODAY, new=False)

    assert set(found.value.findings) == {"removed_on"}
    assert following.barriers(followed, ADVISOR, "s1")[0].removed_on == TODAY


def test_a_call_is_logged_by_who_made_it_and_counts_as_a_contact(followed: Database) -> None:
    following.log_contact(followed, ADVISOR, CALL, now=NOW, today=TODAY)
    note = replace(CALL, log_entry_id="l2", way=LogWay.NOTE, firm_id="cement")
    following.log_contact(followed, ADVISOR, note, now=NOW, today=TODAY)
    synergies.move(followed, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW, all_the_same=True)

    log = following.log(followed, ADVISOR, "s1").set_index("log_entry_id")
    assert (log.loc["l1", "made_by"], log.loc["l1", "firm_name"]) == ("advisor", "Foundry")
    assert following.standing(followed, ADVISOR, "s1").missing == (Need.TAKER_CONTACTED,)


def test_nobody_called_tomorrow(followed: Database) -> None:
    with pytest.raises(InvalidRecordError) as found:
        ahead = replace(CALL, made_on=date(2026, 11, 3))
        following.log_contact(followed, ADVISOR, ahead, now=NOW, today=TODAY)

    assert set(found.value.findings) == {"made_on"}


def test_a_contact_of_another_firm_is_not_whom_one_spoke_to(followed: Database) -> None:
    person = Contact("c1", "cement", "Örnek kişi")
    firms.save_contact(followed, ADVISOR, person, now=NOW, new=True)

    with pytest.raises(NotFoundError):
        following.log_contact(followed, ADVISOR, replace(CALL, contact_id="c1"), now=NOW, today=TODAY)


def test_an_erased_note_is_gone_from_the_trail_too(followed: Database) -> None:
    following.log_contact(followed, ADVISOR, CALL, now=NOW, today=TODAY)

    following.erase_note(followed, ADVISOR, "l1", 1, now=NOW)

    assert following.log(followed, ADVISOR, "s1")["note"].isna().all()
    with followed.reading() as cursor:
        held = cursor.raw.execute(
            "SELECT count(*) FROM audit_value WHERE values_json LIKE '%Müdür%'"
        ).fetchone()
    assert held == (0,)


def test_a_carrier_that_the_register_lacks_is_added_with_its_role_or_not_at_all(followed: Database) -> None:
    haulier = Firm("new", "izmir", "Körfez Nakliyat Ltd.")
    party = Party("p1", "s1", "new", PartyRole.CARRIER)
    following.save_party(followed, ADVISOR, party, now=NOW, new=True, new_firms=[haulier])
    assert following.parties(followed, ADVISOR, "s1")["firm_name"].tolist() == ["Körfez Nakliyat Ltd."]

    again = Party("p2", "s1", "newer", PartyRole.CARRIER)  # the same firm under its short name
    with pytest.raises(InvalidRecordError):
        named = Firm("newer", "izmir", "KÖRFEZ NAKLİYAT")
        following.save_party(followed, ADVISOR, again, now=NOW, new=True, new_firms=[named])
    wrong = replace(again, firm_id="other", role=PartyRole.GIVER, resource_id="sand")
    with pytest.raises(InvalidRecordError):
        other = Firm("other", "izmir", "Başka Kum A.Ş.")
        following.save_party(followed, ADVISOR, wrong, now=NOW, new=True, new_firms=[other])
    assert "Başka Kum A.Ş." not in set(firms.table(followed, ADVISOR)["name"])


def test_the_history_tells_what_happened_to_a_synergy_and_to_all_that_hangs_on_it(followed: Database) -> None:
    following.log_contact(followed, ADVISOR, CALL, now=NOW, today=TODAY)
    mark = following.readiness(followed, ADVISOR, "s1")[Perspective.LEGAL]
    following.save_readiness(followed, ADVISOR, replace(mark, level=Readiness.YES), now=NOW)

    found = following.history(followed, ADVISOR, "s1")

    assert set(found["action"]) == {"synergies.record", "following.log_contact", "following.save_readiness"}
    assert set(found["about"].dropna()) == {CALL.way.value, "legal"}


def test_the_history_tells_the_legal_path_too(followed: Database) -> None:
    synergies.move(followed, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW, all_the_same=True)
    later = NOW + timedelta(minutes=1)
    legal.choose(followed, ADVISOR, Choice("s1", route=Route.PRODUCT), now=later)

    found = following.history(followed, ADVISOR, "s1")

    assert (found["action"].iloc[0], found["changed_fields"].iloc[0]) == ("legal.choose", "route")


def test_where_a_stalled_synergy_stood_before_is_known(followed: Database) -> None:
    synergies.move(followed, ADVISOR, "s1", Stage.SAMPLE, 1, on=TODAY, now=NOW, all_the_same=True)
    synergies.move(followed, ADVISOR, "s1", Stage.STALLED, 2, on=TODAY, now=NOW, reason=StallReason.TRUST)

    standing = following.standing(followed, ADVISOR, "s1")

    assert (standing.before, standing.moves) == (Stage.SAMPLE, {Stage.SAMPLE: (), Stage.DROPPED: ()})
    assert following.way(followed, ADVISOR, "s1")["stage"].tolist() == ["idea", "sample", "stalled"]


def test_another_region_can_neither_read_nor_write(followed: Database) -> None:
    following.log_contact(followed, ADVISOR, CALL, now=NOW, today=TODAY)

    for refused in (
        lambda: following.log(followed, STRANGER, "s1"),
        lambda: following.standing(followed, STRANGER, "s1"),
        lambda: following.erase_note(followed, STRANGER, "l1", 1, now=NOW),
        lambda: following.save_party(
            followed, STRANGER, Party("p", "s1", "cement", PartyRole.CARRIER), now=NOW, new=True
        ),
    ):
        with pytest.raises(NotFoundError):
            refused()
