"""The page “Data exchange”: upload, what is wrong, import with a result, repeat; who sees which part."""

import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from tests.pages.conftest import OpenPage

GOOD = "Firma;İlçe;Yön;Kaynak;Miktar\nSayfa Boya;Tire;have;Sayfa çamuru;12 t/ay\n"


def upload(at: AppTest, text: str, name: str = "liste.csv") -> AppTest:
    at.file_uploader[0].set_value((name, text.encode(), "text/csv"))
    return at.run()


def texts(at: AppTest) -> str:
    shown = [*at.markdown, *at.caption, *at.info, *at.success, *at.warning, *at.error, *at.subheader]
    return "\n".join(str(one.value) for one in shown)


def test_a_file_is_shown_then_imported_then_known(open_page: OpenPage) -> None:
    at = upload(open_page("data_exchange", Role.ADVISOR, "tr"), GOOD)
    assert list(at.dataframe[0].value["Yeni"]) == [1, 1, 1]
    assert "Dosyadaki her şey okunabildi." in texts(at)
    at.button(key="exchange_import").click().run()
    assert not at.exception
    assert "3 kayıt yazıldı." in texts(at)
    again = upload(open_page("data_exchange", Role.ADVISOR, "tr"), GOOD)
    assert list(again.dataframe[0].value["Değişmeyen"]) == [1, 1, 1]
    assert "bunların hepsi zaten kayıtlı" in texts(again)
    assert "exchange_import" not in [button.key for button in again.button]


def test_everything_wrong_is_listed_and_open_questions_are_asked(open_page: OpenPage) -> None:
    text = "Firma;Bölge;İlçe;Yön;Kaynak;Miktar\n<b>X</b>;?;Atlantis;have;*Y*;1.200 m3/yıl\n"
    at = upload(open_page("data_exchange", Role.ADVISOR, "en"), text)
    found = at.dataframe[1].value
    assert list(zip(found["Line"], found["Column"], found["In the file"], strict=True)) == [
        (2, "District", "Atlantis"), (2, "Quantity", "1.200 m3/yıl")
    ]  # fmt: skip
    assert "two ways" in texts(at)
    assert "Bölge" in texts(at)
    at.segmented_control(key="exchange_numbers").set_value("tr").run()
    assert list(at.dataframe[1].value["Column"]) == ["District"]
    assert "&lt;" not in texts(at)
    assert "<b>" not in texts(at)


def test_a_file_that_is_none_is_refused_in_a_sentence(open_page: OpenPage) -> None:
    at = upload(open_page("data_exchange", Role.MANAGER, "tr"), "bozuk", "liste.xlsx")
    assert [one.value for one in at.error] == [
        "“liste\\.xlsx” okunamıyor\\: dosya bozuk ya da bir tablo dosyası değil\\."
    ]


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (Role.ADVISOR, {"exchange_download", "exchange_filled_form"}),
        (Role.MANAGER, {"exchange_download", "exchange_filled_form", "exchange_everything"}),
        (
            Role.ADMINISTRATOR,
            {"exchange_download", "exchange_filled_form", "exchange_everything", "exchange_backup"},
        ),
        (Role.PARTICIPANT, set()),
    ],
)
def test_each_role_is_offered_what_it_may_take(open_page: OpenPage, role: Role, keys: set[str]) -> None:
    at = open_page("data_exchange", role, "tr")
    offered = {button.key for button in at.get("download_button")}
    assert offered - {"exchange_form_xlsx", "exchange_form_csv"} == keys
    assert bool(at.file_uploader) == (role is not Role.PARTICIPANT)
