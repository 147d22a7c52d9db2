"""Records that page and browser tests lay over the sample region, so that no page shows only its empty state.

Two firms bear hostile names and agreed to be named; one firm never agreed, and its words must reach no participant.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.domain.choices import (
    Carrier,
    Direction,
    Handling,
    Kind,
    Place,
    Role,
    Stage,
    StallReason,
    Visibility,
)
from core.domain.model import Contact, Firm, Opportunity, Resource, Site, SiteActivity, Synergy, User, Visit
from core.services import firms, resources, synergies, visits
from core.storage.database import Database
from tests import moving

ADVISOR = User("demo-advisor", "Demo", Role.ADVISOR)
MARKUP = "<img src=x onerror=\"document.title='hit'\"> & *Çelik* :red[A.Ş.]"
FORMULA = '=HYPERLINK("http://example.invalid/";"tıkla") $x^2$'
HIDDEN = "Gizlikalan Kompresör A.Ş."
HIDDEN_WORDS = ("Gizlikalan", "4540536920", "Saklı Kişi", "0232 555 01 23", "sakli@example.invalid")
SYNERGY = "example-synergy-meeting"
VISIT = "example-visit-open"


def lay(database: Database, today: date) -> None:
    """Lay the examples into a database; `today` is what the pages will call today."""
    now = datetime(today.year, today.month, today.day, 8)
    for firm_id, name in (("markup", MARKUP), ("formula", FORMULA), ("hidden", HIDDEN)):
        _firm(database, now, firm_id, name)
    _cards(database, now)
    _synergies(database, now, today)
    _visits(database, now, today)


def _firm(database: Database, now: datetime, firm_id: str, name: str) -> None:
    hidden = firm_id == "hidden"
    firm = Firm(firm_id, "izmir", name, tax_number=HIDDEN_WORDS[1] if hidden else None, is_sample=True)
    firms.save(database, ADVISOR, firm, now=now, new=True)
    site = Site(
        f"{firm_id}-site",
        firm_id,
        "Merkez" if hidden else name,
        Place.NONE,
        district="Kınık" if hidden else "Bornova",
        lat=39.0871 if hidden else 38.4622,
        lon=27.3833 if hidden else 27.2177,
        activity="kompresör imalatı" if hidden else name,
        activities=(SiteActivity("2813" if hidden else "2451", is_main=True),),
    )
    firms.save_site(database, ADVISOR, site, now=now, new=True)
    if hidden:
        _, _, person, phone, email = HIDDEN_WORDS
        contact = Contact("hidden-contact", firm_id, person, site.site_id, phone=phone, email=email)
        firms.save_contact(database, ADVISOR, contact, now=now, new=True)


def _cards(database: Database, now: datetime) -> None:
    sand = Resource(
        "markup-have",
        "markup-site",
        Direction.HAVE,
        f"Atık döküm kumu {MARKUP}",
        description=FORMULA,
        quantity_typed="10 t/ay",
        quantity=10.0,
        unit="t",
        period="month",
        waste_codes=("100908",),
        handling=Handling.LANDFILL,
        visibility=Visibility.EVERYBODY,
    )
    want = Resource(
        "formula-want",
        "formula-site",
        Direction.WANT,
        f"Döküm kumu arıyoruz {FORMULA}",
        description=MARKUP,
        quantity_typed="50 ton/yıl",
        quantity=50.0,
        unit="t",
        period="year",
        handling=Handling.BOUGHT,
        visibility=Visibility.EVERYBODY,
    )
    heat = Resource(
        "hidden-have",
        "hidden-site",
        Direction.HAVE,
        "Gizlikalan fabrikasının kompresör atık ısısı",
        kind=Kind.ENERGY,
        description="Ayrıntı için Saklı Kişi, 0232 555 01 23, sakli@example.invalid",
        visibility=Visibility.ANONYMOUS,
    )
    draft = Resource("hidden-draft", "hidden-site", Direction.HAVE, "Gizlikalan taslağı", is_draft=True)
    for card in (sand, want, heat, draft):
        resources.save(database, ADVISOR, card, now=now, new=True)


def _synergies(database: Database, now: datetime, today: date) -> None:
    first = Synergy(
        SYNERGY,
        "izmir",
        f"Döküm kumu {MARKUP}",
        "markup",
        "formula",
        have_id="markup-have",
        want_id="formula-want",
        said_by="2. masa",
        stage_since=today - timedelta(days=90),
        next_action=FORMULA,
        next_action_on=today - timedelta(days=2000),  # before all others, so that it is seen
        notes=MARKUP,
    )
    silent = replace(
        first,
        synergy_id="example-synergy-silent",
        title="Gizlikalan atık ısısı",
        giver_firm_id="hidden",
        have_id="hidden-have",
        want_id=None,
        kind=Kind.ENERGY,
        next_action=None,
        next_action_on=None,
    )
    others = {
        SYNERGY: (first, Stage.MEETING),
        silent.synergy_id: (silent, Stage.SAMPLE),
        "example-synergy-verified": (replace(first, quantity=4.0, unit="t", period="month"), Stage.VERIFIED),
        "example-synergy-agreed": (first, Stage.AGREEMENT),
        "example-synergy-stalled": (first, Stage.STALLED),
        "example-synergy-idea": (first, None),
    }
    for synergy_id, (synergy, stage) in others.items():
        synergies.record(database, ADVISOR, replace(synergy, synergy_id=synergy_id), now=now)
        if stage:
            reason = StallReason.PRICE if stage is Stage.STALLED else None
            on = today - timedelta(days=60)
            moving.move(
                database,
                ADVISOR,
                synergy_id,
                stage,
                1,
                on=on,
                now=now,
                reason=reason,
            )


def _visits(database: Database, now: datetime, today: date) -> None:
    closed = Visit(
        "example-visit-closed", "hidden-site", ADVISOR.user_id, today - timedelta(days=40), notes=MARKUP
    )
    open_since = Visit(
        VISIT, "markup-site", ADVISOR.user_id, today - timedelta(days=2), notes=MARKUP, next_steps=FORMULA
    )
    for visit in (closed, open_since):
        visits.start(database, ADVISOR, visit, now=now)
    visits.close(database, ADVISOR, closed, now=now)
    opportunity = Opportunity(
        "example-opportunity",
        "markup-site",
        f"Kompresör kaçağı {MARKUP}",
        Carrier.ELECTRICITY,
        visit_id=VISIT,
        saving_per_year=12_000.0,
        saving_unit="kWh",
        saving_try_per_year=48_000.0,
        investment_try=96_000.0,
        price_date=today,
    )
    visits.save_opportunity(database, ADVISOR, opportunity, now=now, new=True)
