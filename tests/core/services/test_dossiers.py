"""A synergy's dossier: all that was kept of it, and nothing in the copy to hand out that is only for staff."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Direction, Stage, StallReason, Visibility
from core.domain.impact.entries import Measure
from core.domain.model import Synergy
from core.domain.reports.reporting import Audience, FileKind
from core.domain.synergies.following import (
    Barrier,
    LogEntry,
    LogWay,
    Party,
    PartyRole,
    Perspective,
    Readiness,
    ReadinessMark,
)
from core.errors import NotFoundError, NotPermittedError
from core.errors.reports import (
    NoSuchSubjectError,
)
from core.i18n import translator
from core.services import dossiers, firms, following, impact_ledger, resources, synergies
from core.storage.database import Database
from core.views.reports import writing
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY, add_firm
from tests.ledger import DIVERTED
from tests.reading import sheets, text_of

SYNERGY = Synergy(
    "s1", "izmir", "Kum Kaledibi'ne", "foundry", "cement", have_id="sand", want_id="wanted", said_by="Ali Bey",
    next_action="Ayşe Hanım aransın", next_action_on=date(2026, 12, 1), owner_id=ADVISOR.user_id,
    quantity=8.0, unit="t", period="month", price_per_unit=-150.0, price_unit="t", price_date=TODAY, notes="Gizli not",
)  # fmt: skip


@pytest.fixture
def followed(database: Database) -> Database:
    cement = firms.get(database, ADVISOR, "cement")
    firms.save(database, ADVISOR, replace(cement, name="Kaledibi Çimento A.Ş."), now=NOW, new=False)
    add_firm(database, "carrier", 38.5, "4941")
    synergies.record(database, ADVISOR, SYNERGY, now=NOW)
    party = Party("p", "s1", "carrier", PartyRole.CARRIER)
    following.save_party(database, ADVISOR, party, now=NOW, new=True)
    mark = ReadinessMark("s1", Perspective.LEGAL, Readiness.NO, "Lisans yok", ADVISOR.user_id)
    following.save_readiness(database, ADVISOR, mark, now=NOW)
    barrier = Barrier("b", "s1", StallReason.LEGAL, TODAY, note="Kaledibi istemiyor")
    following.save_barrier(database, ADVISOR, barrier, now=NOW, today=TODAY, new=True)
    call = LogEntry("l", "s1", LogWay.PHONE, TODAY, "", firm_id="cement", note="Fatma Hanım ile konuşuldu")
    following.log_contact(database, ADVISOR, call, now=NOW, today=TODAY)
    return database


def test_the_dossier_holds_parties_cards_readiness_barriers_contacts_and_what_was_agreed(
    followed: Database,
) -> None:
    found = dossiers.synergy(followed, ADVISOR, "s1", Audience.INSIDE, today=TODAY)

    assert [(one.role.value, one.name) for one in found.parties] == [
        ("giver", "Foundry"), ("taker", "Kaledibi Çimento A.Ş."), ("carrier", "Carrier"),
    ]  # fmt: skip
    assert [(one.name, one.direction, one.yearly_amount) for one in found.cards] == [
        ("Atık döküm kumu", Direction.HAVE, 120.0), ("silis kumu", Direction.WANT, None),
    ]  # fmt: skip
    assert (found.amount, found.unit, found.price_per_unit) == (96.0, "t", -150.0)  # 8 t a month
    assert {one.perspective: one.level for one in found.readiness}[Perspective.LEGAL] is Readiness.NO
    assert len(found.readiness) == 6
    assert [(one.reason, one.note) for one in found.barriers] == [(StallReason.LEGAL, "Kaledibi istemiyor")]
    assert [(one.firm, one.note, one.made_by) for one in found.contacts] == [
        ("Kaledibi Çimento A.Ş.", "Fatma Hanım ile konuşuldu", "Deniz")
    ]
    assert [(one.stage, one.moved_by) for one in found.stages] == [(Stage.IDEA, "Deniz")]
    assert (found.next_action, found.notes, found.owner) == ("Ayşe Hanım aransın", "Gizli not", "Deniz")


def test_the_copy_to_hand_out_names_nobody_who_did_not_agree_and_says_nothing_internal(
    followed: Database,
) -> None:
    sand = resources.get(followed, ADVISOR, "sand")
    resources.save(followed, ADVISOR, replace(sand, visibility=Visibility.EVERYBODY), now=NOW, new=False)

    found = dossiers.synergy(followed, ADVISOR, "s1", Audience.OUTSIDE, today=TODAY)

    for told in ("Kaledibi", "Fatma", "Ayşe", "Ali Bey", "Gizli", "Lisans yok", "-150"):
        assert told not in str(found)
    assert [one.name for one in found.parties] == ["Foundry", None, None]
    assert found.unnamed
    assert found.title == "Kum …'ne"
    assert found.amount == 96.0


def test_the_legal_path_stands_in_the_dossier_from_the_first_contact_on(followed: Database) -> None:
    before = dossiers.synergy(followed, ADVISOR, "s1", Audience.INSIDE, today=TODAY)
    synergies.move(followed, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW)

    after = dossiers.synergy(followed, ADVISOR, "s1", Audience.INSIDE, today=TODAY)

    assert before.legal is None
    assert after.legal is not None
    assert "licence" in {step.question.question_id for step in after.legal.steps}


def test_a_dossier_is_for_staff_of_its_region_and_found_by_id_or_title(followed: Database) -> None:
    with pytest.raises(NotFoundError):
        dossiers.synergy(followed, STRANGER, "s1", Audience.INSIDE, today=TODAY)
    with pytest.raises(NotPermittedError):
        dossiers.synergy(followed, PARTICIPANT, "s1", Audience.OUTSIDE, today=TODAY)
    said = [dossiers.synergy_meant(followed, ADVISOR, one) for one in ("s1", " Kum Kaledibi'ne")]
    assert said == ["s1", "s1"]
    with pytest.raises(NoSuchSubjectError):
        dossiers.synergy_meant(followed, ADVISOR, "Kum")


def test_pdf_and_workbook_hold_the_figures_of_the_dossier(followed: Database) -> None:
    synergies.move(followed, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW)
    found, t = dossiers.synergy(followed, ADVISOR, "s1", Audience.INSIDE, today=TODAY), translator("tr")

    said = text_of(writing.content(found, t, FileKind.PDF))
    cells = sheets(writing.content(found, t, FileKind.XLSX))

    assert "Yıllık anlaşılan miktar 96 t" in said
    assert "Fiyat, alıcıdan vericiye -150 TL/t" in said
    assert "Veren Atık döküm kumu Veriyor 120 t Düzenli depolamaya gidiyor 10 09 08" in said
    assert "Yol gösterme amaçlıdır, hukuki görüş değildir." in said
    assert "Önündeki engel: Mevzuat (Hazır değil)" in said
    assert cells["Kartlar"][1][:5] == ("Veren", "Atık döküm kumu", "Veriyor", 120, "t")
    first = next(iter(cells.values()))
    assert [row[1] for row in first if row[0] == "Yıllık anlaşılan miktar (t)"] == [96]


def test_the_dossier_says_what_an_entry_rests_on(followed: Database) -> None:
    synergies.move(followed, ADVISOR, "s1", Stage.CONTACTED, 1, on=TODAY, now=NOW)
    virgin = replace(
        DIVERTED, synergy_id="s1", measure=Measure.VIRGIN, value=100.0, high=108.0, replacement_ratio=0.9
    )
    impact_ledger.enter(followed, ADVISOR, virgin, now=NOW)
    found = dossiers.synergy(followed, ADVISOR, "s1", Audience.INSIDE, today=TODAY)

    cells = sheets(writing.content(found, translator("tr"), FileKind.XLSX))["Neye dayanıyor"]

    assert cells[1][1] == ("Öncesi: Düzenli depolamaya gidiyor\nMiktar: 120 t\nİkame oranı: 0,9\nömür 5 yıl")
