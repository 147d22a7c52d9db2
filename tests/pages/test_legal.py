"""The legal path of a synergy and the legal handbook as people see them: guidance, marks, what a tap keeps."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role, Stage
from core.domain.legal.guidance import ByProduct
from core.domain.legal.handbook import Route, Said
from core.domain.model import User
from core.services import legal, synergies
from pages.shared import cache, clock

ADVISOR = User("demo-advisor", "Demo", Role.ADVISOR)
SAND = "Y022"  # of the sample: foundry sand with a code of a pair with (M), a sample was sent


def handbook_script(language: str) -> None:
    from core.i18n import translator
    from pages.shared.library import legal as library_legal

    library_legal.draw(translator(language))


def path_script(synergy_id: str, language: str) -> None:
    from core.i18n import translator
    from core.services import synergies
    from pages.shared import cache, session
    from pages.shared.synergies import legal as synergy_legal

    session.set_language(language)
    synergy = synergies.get(cache.database(), session.user(), synergy_id)
    synergy_legal.draw(synergy, translator(language))


def opened(synergy_id: str, language: str = "tr") -> AppTest:
    return AppTest.from_function(path_script, args=(synergy_id, language), default_timeout=60).run()


def texts(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.warning, at.info, at.error, at.success)
    return "\n".join(one.value for some in kinds for one in some)


@pytest.mark.parametrize(("language", "said"), [("tr", "hukuki görüş değildir"), ("en", "not legal advice")])
def test_the_handbook_says_that_it_guides_and_marks_what_is_not_checked(language: str, said: str) -> None:
    at = AppTest.from_function(handbook_script, args=(language,), default_timeout=60).run()

    assert not at.exception
    assert said in at.warning[0].value
    shown = texts(at)
    assert "Doğrulanmadı" in shown or "Not checked" in shown
    assert "29314" in shown


def test_the_handbook_is_searched() -> None:
    at = AppTest.from_function(handbook_script, args=("en",), default_timeout=60).run()
    at.text_input(key="library_legal_search").set_value("motat").run()

    assert not at.exception
    assert any(one.value.startswith("Questions: 1 ") for one in at.caption)


def test_before_the_first_contact_the_path_is_closed(own_copy: Path) -> None:
    table = synergies.table(cache.database(), ADVISOR)
    idea = table.loc[table["stage"] == Stage.IDEA, "synergy_id"].iloc[0]

    at = opened(idea)

    assert not at.exception
    assert not at.warning
    assert "temas kurulunca" in texts(at)


def test_the_path_says_what_stands_before_the_next_stage(own_copy: Path) -> None:
    at = opened(SAND)

    assert not at.exception
    assert "hukuki görüş değildir" in at.warning[0].value
    assert any("Fizibilite" in one.value for one in at.warning)


def test_an_answer_a_route_and_a_paper_are_kept_at_a_tap(own_copy: Path) -> None:
    at = opened(SAND)
    at.pills(key=f"synergy_legal_route_{SAND}_0").set_value(Route.RECOVERY).run()
    at.pills(key=f"synergy_legal_{SAND}_mirror_0").set_value(Said.YES).run()
    at.checkbox(key=f"synergy_legal_paper_{SAND}_licence_paper_0").check().run()

    assert not at.exception
    found = legal.of_synergy(cache.database(), ADVISOR, SAND)
    assert found.choice.route is Route.RECOVERY
    assert found.answers["mirror"].said is Said.YES
    assert found.papers["licence_paper"].seen_on == clock.today()


def test_the_by_product_check_is_filled_in_and_its_result_shown(own_copy: Path) -> None:
    at = opened(SAND)
    at.pills(key=f"synergy_legal_route_{SAND}_0").set_value(Route.BY_PRODUCT).run()
    for one in ("integral", "capacity_report", "demand", "treatment", "standard", "safety"):
        at.pills(key=f"synergies.by_product.{SAND}.{one}").set_value(Said.YES.value).run()
    next(one for one in at.button if one.label == "Kontrolü kaydet").click().run()

    assert not at.exception
    (check,) = legal.of_synergy(cache.database(), ADVISOR, SAND).checks
    assert check.result is ByProduct.MEETS
    assert "Koşulları sağlıyor" in texts(at)


def test_a_by_product_check_half_filled_in_and_a_note_not_saved_wait_for_their_writer(own_copy: Path) -> None:
    at = opened(SAND)
    at.pills(key=f"synergy_legal_route_{SAND}_0").set_value(Route.BY_PRODUCT).run()
    at.text_input(key=f"synergies.by_product.{SAND}.integral_note").set_value("Akış şeması 4").run()
    at.text_area(key=f"synergies.by_product.{SAND}.note").set_value("Kapasite raporu bekleniyor").run()

    again = opened(SAND)  # another session of the same person

    assert again.text_input(key=f"synergies.by_product.{SAND}.integral_note").value == "Akış şeması 4"
    assert again.text_area(key=f"synergies.by_product.{SAND}.note").value == "Kapasite raporu bekleniyor"
    assert legal.of_synergy(cache.database(), ADVISOR, SAND).checks == ()
