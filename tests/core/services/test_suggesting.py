"""Suggestions: what is ranked for whom, what each reader sees of it, and that unmasking is deliberate and on record."""

from dataclasses import replace
from functools import partial

import pandas as pd
import pytest

from core.domain.choices import Direction, Role, Visibility
from core.domain.matching.objections import Objection
from core.domain.matching.ranking import Index
from core.domain.matching.scoring import PARTS
from core.domain.model import Contact, Firm, Permit, Resource, Site, SiteActivity, User
from core.errors import InvalidRecordError, MissingValueError, NotFoundError, NotPermittedError, TooLongError
from core.services import firms, resources, suggesting
from core.storage import audit
from core.storage.database import Database
from tests.core.services.conftest import ADVISOR, NOW, STRANGER, TODAY

BOTTLER = User("bottler-participant", "Ece", Role.PARTICIPANT, firm_id="bottler")
JAR_MAKER = User("jars-participant", "Can", Role.PARTICIPANT, firm_id="jars")
NOBODY = User("participant", "Ali", Role.PARTICIPANT)
FIRMS = {  # name, NACE, district, latitude: 0.1 degrees are 11.1 km
    "bottler": ("Akdolum İçecek San. A.Ş.", "11.07", "Torbalı", 38.10),
    "jars": ("Pergalar Kavanoz ve Şişe A.Ş.", "23.13", "Bergama", 38.40),
    "wool": ("Camyeli Yalıtım Ltd. Şti.", "23.14", "Bergama", 38.41),
    "school": ("Körfez Eğitim A.Ş.", "85.59", "Konak", 38.42),
}
GLASS = "kırık renksiz cam şişe"


@pytest.fixture
def database(empty: Database) -> Database:
    """A bottler that names itself, a jar maker that does not, and a firm whose card is for advisors only."""
    for firm_id, (name, code, district, lat) in FIRMS.items():
        firms.save(empty, ADVISOR, Firm(firm_id, "izmir", name), now=NOW, new=True)
        place = {"district": district, "lat": lat, "lon": 27.2}
        activities = (SiteActivity(code, is_main=True),)
        site = Site(f"{firm_id}-site", firm_id, "Merkez", activities=activities, **place)  # type: ignore[arg-type]
        firms.save_site(empty, ADVISOR, site, now=NOW, new=True)
    contact = Contact("person", "jars", "Deniz Kaya", phone="0232 111 22 33")
    firms.save_contact(empty, ADVISOR, contact, now=NOW, new=True)
    save = partial(resources.save, empty, ADVISOR, now=NOW, new=True)
    give, want = Direction.HAVE, Direction.WANT
    glass = Resource(
        "broken", "bottler-site", give, GLASS, waste_codes=("150107",), visibility=Visibility.EVERYBODY
    )
    save(glass)
    save(replace(glass, resource_id="unfinished", is_draft=True))
    said = "Pergalar'ın fırınına; satın alma: 0532 444 55 66"
    save(Resource("cullet", "jars-site", want, GLASS, description=said, waste_codes=("150107",)))
    save(
        Resource("secret", "wool-site", want, GLASS, waste_codes=("150107",), visibility=Visibility.ADVISORS)
    )
    save(
        Resource("own", "bottler-site", want, GLASS, waste_codes=("150107",), visibility=Visibility.EVERYBODY)
    )
    save(Resource("trainer", "school-site", want, "stajyer muhasebeci", visibility=Visibility.EVERYBODY))
    return empty


@pytest.fixture
def index(database: Database) -> Index:
    return suggesting.index(database, ADVISOR)


def shown(frame: pd.DataFrame) -> str:
    """Return every cell of a frame as one text, to look for what must not be there."""
    return " ".join(str(cell) for column in frame for cell in frame[column])


def test_the_index_holds_the_regions_cards_without_drafts(database: Database) -> None:
    assert [card.id for card in suggesting.cards(database, ADVISOR)] == [
        "broken",
        "cullet",
        "own",
        "secret",
        "trainer",
    ]
    assert suggesting.cards(database, STRANGER) == ()


def test_staff_sees_every_partner_by_name_best_first(database: Database, index: Index) -> None:
    found = suggesting.for_card(database, ADVISOR, index, "broken")

    assert set(found["counterpart_id"]) == {"cullet", "secret"}  # not its own firm's want, not the trainer
    assert found["score"].is_monotonic_decreasing
    assert set(found["firm_name"]) == {"Pergalar Kavanoz ve Şişe A.Ş.", "Camyeli Yalıtım Ltd. Şti."}
    assert found[list(suggesting.PART_COLUMNS)].sum(axis=1).tolist() == pytest.approx(found["score"].tolist())


def test_a_part_and_a_column_of_the_card_never_share_a_name(database: Database, index: Index) -> None:
    found = suggesting.for_card(database, ADVISOR, index, "broken")

    assert found.columns.is_unique
    assert set(found["sector"]) == {"minerals"}
    assert set(found["kind"]) == {"material"}


def test_distance_is_as_the_crow_flies(database: Database, index: Index) -> None:
    found = suggesting.for_card(database, ADVISOR, index, "broken").set_index("counterpart_id")

    assert round(found.loc["cullet", "distance_km"], 1) == 33.4  # 0.3 degrees of latitude
    assert not found.loc["cullet", "is_coarse"]


def test_what_scores_below_the_floor_is_no_suggestion(database: Database, index: Index) -> None:
    found = suggesting.for_card(database, ADVISOR, index, "trainer")

    assert found.empty
    assert {"counterpart_id", "score", "distance_km", "firm_name", *suggesting.PART_COLUMNS} <= set(
        found.columns
    )


def test_a_participant_gets_no_unnamed_firms_name_place_phone_or_price(
    database: Database, index: Index
) -> None:
    found = suggesting.for_card(database, BOTTLER, index, "broken")

    assert found["counterpart_id"].tolist() == ["cullet"]
    card = found.iloc[0]
    assert not card["is_named"]
    assert all(pd.isna(card[name]) for name in ("firm_id", "firm_name", "district", "zone_id", "lat", "lon"))
    assert "Pergalar" not in shown(found)
    assert "0532" not in shown(found)
    assert card["description"] == "…'ın fırınına; satın alma: …"


def test_the_figures_of_an_unnamed_firm_do_not_tell_its_place(database: Database, index: Index) -> None:
    card = suggesting.for_card(database, BOTTLER, index, "broken").iloc[0]

    assert card["is_coarse"]
    assert pd.isna(card["distance_km"])  # alone in its trade and district: not even the district is said
    assert round(card["part_distance"] / 0.05, 6) == round(card["part_distance"] / 0.05)
    assert card["score"] == pytest.approx(sum(card[part] for part in suggesting.PART_COLUMNS))


def test_a_guest_view_shows_staff_what_the_firm_in_the_room_may_see(database: Database, index: Index) -> None:
    as_guest = suggesting.for_card(database, ADVISOR, index, "broken", as_guest=True, guest_of="bottler")

    assert shown(as_guest) == shown(suggesting.for_card(database, BOTTLER, index, "broken"))


def test_a_participant_cannot_become_another_firms_guest(database: Database, index: Index) -> None:
    found = suggesting.for_card(database, BOTTLER, index, "broken", as_guest=True, guest_of="jars")

    assert "Pergalar" not in shown(found)


def test_a_participant_sees_the_own_cards_by_name(database: Database, index: Index) -> None:
    pairs = suggesting.pairs(database, JAR_MAKER, index)

    assert pairs["want_firm_name"].tolist() == ["Pergalar Kavanoz ve Şişe A.Ş."]


def test_cards_that_the_reader_may_not_see_have_no_suggestions(database: Database, index: Index) -> None:
    for user, card in ((BOTTLER, "secret"), (BOTTLER, "unfinished-not-there"), (STRANGER, "broken")):
        with pytest.raises(NotFoundError):
            suggesting.for_card(database, user, index, card)


def test_a_draft_gets_suggestions_but_is_none(database: Database, index: Index) -> None:
    assert "cullet" in set(suggesting.for_card(database, ADVISOR, index, "unfinished")["counterpart_id"])
    assert suggesting.for_card(database, ADVISOR, index, "cullet")["counterpart_id"].tolist() == ["broken"]


def test_top_counts_what_the_reader_may_see(database: Database, index: Index) -> None:
    assert len(suggesting.for_card(database, ADVISOR, index, "broken", top=1)) == 1
    assert len(suggesting.for_card(database, BOTTLER, index, "broken", top=1)) == 1


def test_a_pair_has_the_same_score_in_every_list(database: Database, index: Index) -> None:
    pairs = suggesting.pairs(database, ADVISOR, index).set_index(["have_id", "want_id"])
    card = suggesting.for_card(database, ADVISOR, index, "cullet").set_index("counterpart_id")

    assert pairs.loc[("broken", "cullet"), "score"] == pytest.approx(card.loc["broken", "score"])
    assert set(pairs.index) == {("broken", "cullet"), ("broken", "secret")}


def test_pairs_hide_what_either_side_hides(database: Database, index: Index) -> None:
    pairs = suggesting.pairs(database, NOBODY, index)

    assert pairs[["have_id", "want_id"]].to_numpy().tolist() == [["broken", "cullet"]]
    assert pairs["have_firm_name"].tolist() == ["Akdolum İçecek San. A.Ş."]
    assert "Pergalar" not in shown(pairs)


def test_a_card_tells_what_it_lacks_also_when_its_firm_is_not_named(database: Database, index: Index) -> None:
    card = suggesting.for_card(database, BOTTLER, index, "broken").iloc[0]

    assert card["missing"] == ("quantity", "composition", "timing", "handling", "price")


def test_an_explanation_adds_up_and_names_words_and_codes_in_common(database: Database, index: Index) -> None:
    (why,) = suggesting.explain(database, ADVISOR, index, [("broken", "cullet")], today=TODAY)

    assert [part for part, _ in why.parts] == list(PARTS)
    assert sum(value for _, value in why.parts) == pytest.approx(why.score)
    assert why.shared_codes == ("150107",)
    assert "cam şişe" in " ".join(why.shared_terms)


def test_an_explanation_leaves_out_pairs_that_the_reader_may_not_see(
    database: Database, index: Index
) -> None:
    asked = [("broken", "secret"), ("broken", "cullet"), ("broken", "gone")]

    assert [why.want_id for why in suggesting.explain(database, BOTTLER, index, asked, today=TODAY)] == [
        "cullet"
    ]
    assert suggesting.explain(database, BOTTLER, index, [], today=TODAY) == ()


def test_revealing_tells_the_counterpart_and_writes_down_for_whom_and_why(database: Database) -> None:
    told = suggesting.reveal(
        database, ADVISOR, "cullet", to_firm_id="bottler", reason=" İkisi de istedi ", now=NOW
    )

    assert (told.firm_name, told.site.district) == ("Pergalar Kavanoz ve Şişe A.Ş.", "Bergama")
    assert [person.name for person in told.contacts] == ["Deniz Kaya"]
    with database.reading() as cursor:
        trail = audit.history(cursor, "resource", "cullet").iloc[0]
        values = cursor.raw.execute(
            "SELECT values_json FROM audit_value JOIN audit USING (audit_id) WHERE action = 'suggesting.reveal'"
        ).fetchall()
    assert (trail["action"], trail["user_id"]) == ("suggesting.reveal", "advisor")
    assert trail["changed_fields"] == "reason;revealed_to"
    assert '"after": "bottler"' in values[0][0]
    assert '"after": "İkisi de istedi"' in values[0][0]


def test_revealing_once_shows_nothing_in_later_lists(database: Database, index: Index) -> None:
    suggesting.reveal(database, ADVISOR, "cullet", to_firm_id="bottler", reason="İkisi de istedi", now=NOW)

    assert "Pergalar" not in shown(suggesting.pairs(database, BOTTLER, index))


@pytest.mark.parametrize(
    ("reason", "expected"), [(" ", MissingValueError), ("x" * 501, TooLongError)], ids=["none", "too long"]
)
def test_revealing_needs_a_reason(database: Database, reason: str, expected: type[Exception]) -> None:
    with pytest.raises(InvalidRecordError) as found:
        suggesting.reveal(database, ADVISOR, "cullet", to_firm_id="bottler", reason=reason, now=NOW)

    assert isinstance(found.value.findings["reason"], expected)


def test_revealing_is_refused_and_leaves_no_trace_where_it_must_not_be(database: Database) -> None:
    refused = [
        (ADVISOR, "secret", "bottler", NotPermittedError),  # its firm said: advisors only
        (ADVISOR, "unfinished", "jars", NotPermittedError),
        (BOTTLER, "cullet", "bottler", NotPermittedError),
        (STRANGER, "cullet", "bottler", NotFoundError),
        (ADVISOR, "cullet", "no such firm", NotFoundError),
    ]
    for user, card, firm, expected in refused:
        with pytest.raises(expected):
            suggesting.reveal(database, user, card, to_firm_id=firm, reason="Merak", now=NOW)

    with database.reading() as cursor:
        count = cursor.raw.execute("SELECT count(*) FROM audit WHERE action = 'suggesting.reveal'").fetchone()
    assert count == (0,)


def test_an_explanation_names_what_met_and_what_must_be_known(database: Database, index: Index) -> None:
    (why,) = suggesting.explain(database, ADVISOR, index, [("broken", "cullet")], today=TODAY)

    assert [one.have.id for one in why.evidence.meetings] == ["glass"]
    assert "packaging_licence" in [one.caution_id for one in why.cautions]  # 15 01 07


def test_an_explanation_says_nothing_that_follows_from_what_is_withheld(database: Database) -> None:
    """The jar maker is not named to the bottler: its trade, and what follows from that alone, is not either."""
    broken = Resource("batch", "bottler-site", Direction.HAVE, "cam kırığı", visibility=Visibility.EVERYBODY)
    resources.save(database, ADVISOR, broken, now=NOW, new=True)
    melt = Resource("melt", "jars-site", Direction.WANT, "fırına cam hammaddesi")
    resources.save(database, ADVISOR, melt, now=NOW, new=True)
    index = suggesting.index(database, ADVISOR)
    (known,) = suggesting.explain(database, ADVISOR, index, [("batch", "melt")], today=TODAY)
    (seen,) = suggesting.explain(database, BOTTLER, index, [("batch", "melt")], today=TODAY)

    assert known.evidence.need is not None
    assert known.evidence.need.nace.startswith("231")
    assert seen.evidence.need is None
    assert "Pergalar" not in str(seen)


def test_a_permit_on_record_is_known_to_staff_and_the_own_firm_only(database: Database) -> None:
    jars = firms.sites(database, ADVISOR, "jars")[0]
    licence = (Permit("çevre lisansı", "R2", "140603"),)
    painter = replace(jars, permits=licence, activities=(SiteActivity("20.30", is_main=True),))
    firms.save_site(database, ADVISOR, painter, now=NOW, new=False)
    dirty = Resource("dirty", "bottler-site", Direction.HAVE, "atık solvent", waste_codes=("140603",))
    clean = Resource("solvent", "jars-site", Direction.WANT, "damıtılacak solvent")
    resources.save(database, ADVISOR, replace(dirty, visibility=Visibility.EVERYBODY), now=NOW, new=True)
    resources.save(database, ADVISOR, replace(clean, visibility=Visibility.EVERYBODY), now=NOW, new=True)
    index = suggesting.index(database, ADVISOR)

    def lacking(user: User) -> list[tuple[str, ...]]:
        (why,) = suggesting.explain(database, user, index, [("dirty", "solvent")], today=TODAY)
        return [one.codes for one in why.against if one.objection is Objection.PERMIT]

    assert lacking(ADVISOR) == lacking(JAR_MAKER) == []
    assert lacking(BOTTLER) == [("140603",)]
