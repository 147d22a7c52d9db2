"""A firm's report: flows in and out, absolute and relative; copies that say no more than their reader may know."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.choices import Carrier, Direction, Visibility
from core.domain.impact.entries import Measure
from core.domain.model import Opportunity, Resource, Synergy, Visit
from core.domain.reports.reporting import Audience, FileKind, FirmReport, Reference
from core.errors import NotFoundError, NotPermittedError, SeveralFirmsError
from core.errors.reports import (
    NoSuchSubjectError,
)
from core.i18n import translator
from core.services import firms, reporting, resources, suggesting, synergies, visits
from core.storage.database import Database
from core.views.reports import figures as figures_in_words
from core.views.reports import writing
from tests.core.services.conftest import ADVISOR, NOW, PARTICIPANT, STRANGER, TODAY, add_firm
from tests.ledger import DIVERTED, enter, run
from tests.reading import sheets, text_of

VISIT = Visit("v1", "foundry-site", ADVISOR.user_id, TODAY, notes="Müdür temkinli", next_steps="Numune")


@pytest.fixture
def visited(database: Database) -> Database:
    visits.start(database, ADVISOR, VISIT, now=NOW)
    return database


def report(database: Database, audience: Audience, firm_id: str = "foundry") -> FirmReport:
    index = suggesting.index(database, ADVISOR)
    return reporting.firm(database, ADVISOR, index, firm_id, audience, today=TODAY)


def test_flows_stand_apart_absolute_and_relative_to_what_the_site_makes(visited: Database) -> None:
    site = firms.sites(visited, ADVISOR, "foundry")[0]
    made = replace(site, output_quantity=2000.0, output_unit="ton/yıl", output_product="döküm parça")
    firms.save_site(visited, ADVISOR, made, now=NOW, new=False)
    slag = Resource("slag", "foundry-site", Direction.HAVE, "cüruf", quantity=40.0, unit="t", period="year")
    resources.save(visited, ADVISOR, slag, now=NOW, new=True)
    resin = Resource("resin", "foundry-site", Direction.WANT, "reçine", quantity=5.0, unit="t", period="year")
    resources.save(visited, ADVISOR, resin, now=NOW, new=True)

    found = report(visited, Audience.INSIDE)

    given = {flow.name: (flow.yearly_amount, flow.share, flow.per_output) for flow in found.given()}
    # 10 t a month are 120 t a year: of 120 + 40 t given it is 0.75, beside 2,000 t of product 0.06 t/t
    assert given["Atık döküm kumu"] == (120.0, 0.75, 0.06)
    assert given["cüruf"] == (40.0, 0.25, 0.02)
    assert given["Atık döküm kumu, miktarı bilinmiyor"] == (None, None, None), "unknown is not zero"
    assert [(flow.name, flow.share, flow.output) for flow in found.taken()] == [
        ("reçine", 1.0, Reference(2000.0, "t"))
    ]


def test_the_firms_copy_holds_no_notes_and_names_nobody_who_did_not_agree(visited: Database) -> None:
    cement = firms.get(visited, ADVISOR, "cement")
    firms.save(visited, ADVISOR, replace(cement, name="Kaledibi Çimento A.Ş."), now=NOW, new=False)
    synergy = Synergy(
        "s1", "izmir", "Kum Kaledibi'ne", "foundry", "cement", have_id="sand", want_id="wanted",
        next_action="Ayşe Hanım aransın", next_action_on=date(2026, 12, 1),
    )  # fmt: skip
    synergies.record(visited, ADVISOR, synergy, now=NOW)

    for_firm, for_staff = report(visited, Audience.OUTSIDE), report(visited, Audience.INSIDE)

    assert "Kaledibi" not in str(for_firm)
    assert "Ayşe Hanım" not in str(for_firm)
    assert "Müdür temkinli" not in str(for_firm)
    assert "silis kumu" in str(for_firm), "what somebody looks for may be said"
    assert (for_firm.synergies[0].partners, for_firm.synergies[0].unnamed) == ((), 1)
    assert for_staff.synergies[0].partners == ("Kaledibi Çimento A.Ş.",)
    assert for_staff.synergies[0].next_action == "Ayşe Hanım aransın"
    assert for_staff.visits[0].notes == "Müdür temkinli"
    assert for_firm.visits[0].next_steps == "Numune"


def test_a_firm_that_agreed_is_named_on_the_firms_copy(visited: Database) -> None:
    wanted = resources.get(visited, ADVISOR, "wanted")
    resources.save(visited, ADVISOR, replace(wanted, visibility=Visibility.EVERYBODY), now=NOW, new=False)

    found = {flow.resource_id: flow for flow in report(visited, Audience.OUTSIDE).flows}

    assert [one.firm_name for one in found["sand"].partners] == ["Cement"]


def test_cards_kept_to_advisors_do_not_reach_the_firms_copy(visited: Database) -> None:
    wanted = resources.get(visited, ADVISOR, "wanted")
    resources.save(visited, ADVISOR, replace(wanted, visibility=Visibility.ADVISORS), now=NOW, new=False)

    assert "silis kumu" not in str(report(visited, Audience.OUTSIDE))
    assert "silis kumu" in str(report(visited, Audience.INSIDE))


def test_only_the_firms_own_sites_cards_and_opportunities_stand_in_its_report(visited: Database) -> None:
    add_firm(visited, "glass", 38.5, "2311")
    glass = Resource("cullet", "glass-site", Direction.HAVE, "cam kırığı")
    resources.save(visited, ADVISOR, glass, now=NOW, new=True)
    lamp = Opportunity("o1", "glass-site", "Fırın yalıtımı", Carrier.GAS)
    visits.save_opportunity(visited, ADVISOR, lamp, now=NOW, new=True)

    found = report(visited, Audience.INSIDE)

    assert {flow.site_id for flow in found.flows} == {"foundry-site"}
    assert found.opportunities == ()
    assert [one.measure for one in report(visited, Audience.INSIDE, "glass").opportunities] == [
        "Fırın yalıtımı"
    ]


def test_a_draft_has_no_partners(visited: Database) -> None:
    draft = Resource("d", "foundry-site", Direction.HAVE, "Atık döküm kumu", is_draft=True)
    resources.save(visited, ADVISOR, draft, now=NOW, new=True)

    found = {flow.resource_id: flow for flow in report(visited, Audience.INSIDE).flows}

    assert (found["d"].is_draft, found["d"].partners) == (True, ())


def test_a_partner_whose_card_asks_for_another_thing_is_marked(visited: Database) -> None:
    add_firm(visited, "oil", 38.41, "10.41")
    add_firm(visited, "maker", 38.42, "20.41")
    soap = Resource("soap", "oil-site", Direction.HAVE, "soap stock", quantity=40.0, unit="t", period="year")
    resources.save(visited, ADVISOR, soap, now=NOW, new=True)
    names = {"wood": "kazan altı odun", "stock": "soap stock"}
    for card, name in names.items():
        resources.save(
            visited, ADVISOR, Resource(card, "maker-site", Direction.WANT, name), now=NOW, new=True
        )

    partners = next(
        flow for flow in report(visited, Audience.INSIDE, "oil").flows if flow.resource_id == "soap"
    ).partners

    assert {one.name: one.asks_for_another for one in partners} == {
        "soap stock": False,
        "kazan altı odun": True,
    }


def test_another_regions_firm_has_no_report(visited: Database) -> None:
    index = suggesting.index(visited, ADVISOR)
    with pytest.raises(NotFoundError):
        reporting.firm(visited, STRANGER, index, "foundry", Audience.INSIDE, today=TODAY)
    with pytest.raises(NotPermittedError):
        reporting.firm(visited, PARTICIPANT, index, "foundry", Audience.OUTSIDE, today=TODAY)


def test_a_firm_is_meant_by_its_id_its_external_id_or_its_exact_name(database: Database) -> None:
    foundry = firms.get(database, ADVISOR, "foundry")
    named = replace(foundry, name="Şule Döküm", external_id="OSB-17")
    firms.save(database, ADVISOR, named, now=NOW, new=False)

    said = ("foundry", "OSB-17", " Şule Döküm ")
    assert [reporting.firm_meant(database, ADVISOR, one) for one in said] == ["foundry"] * 3
    with pytest.raises(NoSuchSubjectError):
        reporting.firm_meant(database, ADVISOR, "Şule")
    cement = firms.get(database, ADVISOR, "cement")
    firms.save(database, ADVISOR, replace(cement, name="Şule Döküm"), now=NOW, new=False)
    with pytest.raises(SeveralFirmsError):
        reporting.firm_meant(database, ADVISOR, "Şule Döküm")


def test_what_the_synergies_bring_stands_in_the_reports_of_both_and_money_in_its_owners_only(
    database: Database,
) -> None:
    site = firms.sites(database, ADVISOR, "foundry")[0]
    made = replace(site, output_quantity=2000.0, output_unit="ton/yıl")
    firms.save_site(database, ADVISOR, made, now=NOW, new=False)
    run(database)
    enter(database, DIVERTED)
    saved = replace(
        DIVERTED, entry_id="money", measure=Measure.SAVINGS, unit="TRY", value=24_000.0, low=24_000.0,
        high=24_000.0, firm_id="foundry", price_on=date(2025, 1, 1), baseline=None, quantity=None,
        quantity_unit=None, attribution=0.5,
    )  # fmt: skip
    enter(database, saved)

    giver = {one.measure: one for one in report(database, Audience.OUTSIDE).impact}
    assert set(giver) == {Measure.DIVERTED, Measure.SAVINGS}
    assert (giver[Measure.DIVERTED].direction, giver[Measure.DIVERTED].band.value) == (Direction.HAVE, 120.0)
    assert giver[Measure.DIVERTED].per_output == 0.06  # 120 t beside 2,000 t of castings
    assert (giver[Measure.SAVINGS].direction, giver[Measure.SAVINGS].band.value) == (None, 12_000.0)

    (taker,) = report(database, Audience.OUTSIDE, "cement").impact
    assert (taker.measure, taker.direction) == (Measure.DIVERTED, Direction.WANT)
    figures = {one.key: one.value for one in report(database, Audience.INSIDE).figures()}
    assert figures["entry/first/diverted/2025-01-01"] == 120.0

    told = report(database, Audience.INSIDE)
    names = [figures_in_words.name(one.figure, translator("tr")) for one in told.impact]
    assert names == [
        "Depolamadan kurtarılan atık: Döküm kumu, 01.01.2025",
        "Maliyet tasarrufu: Döküm kumu, 01.01.2025",
    ]
    row = ("Döküm kumu", "Depolamadan kurtarılan atık", "Tahmini", 120, 100, 120, "t/yıl", 0.06)
    cells = sheets(writing.content(told, translator("tr"), FileKind.XLSX))
    assert row in [one[:8] for one in cells["Sinerjilerde çıkan akışlar"]]
    said = " ".join(text_of(writing.content(told, translator("tr"), FileKind.PDF)).split())
    assert "Tahmini 120 100 120 t/yıl 0,06" in said
