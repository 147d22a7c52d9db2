"""Tables that are read: no text of theirs is cut off, and their numbers read as the page's language writes them."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.domain.choices import Role
from core.i18n import translator
from pages.shared import device, tables
from tests.pages.conftest import OpenPage


def widths(frame: pd.DataFrame, **more: object) -> list[int]:
    return [one["width"] for one in tables.fitted(frame, **more).values()]  # type: ignore[arg-type]


def test_a_long_text_in_the_last_of_many_rows_makes_its_column_wide() -> None:
    short = pd.DataFrame({"Firm": ["Meles"] * 30})
    long = pd.DataFrame({"Firm": ["Meles"] * 29 + ["Selinos Dondurulmuş Sebze Meyve San. Tic. Ltd. Şti."]})

    assert widths(short) == [tables._LEAST]
    assert 321 <= widths(long)[0] <= 400, "321 px wide as Streamlit draws it"


def test_a_heading_longer_than_its_cells_is_not_cut_off() -> None:
    assert widths(pd.DataFrame({"Depolamadan kurtarılan (t)": [1]}))[0] > 170


def test_where_rows_are_high_a_text_has_room_in_three_lines() -> None:
    frame = pd.DataFrame({"Source": ["sözcük " * 20]})  # 20 × 45 px and some

    assert widths(frame, most=200) == [200]
    assert 300 < widths(frame, most=200, breaks=True)[0] < 450


def test_numbers_read_as_in_the_language_of_the_page() -> None:
    frame = pd.DataFrame({"Firm": ["Meles"], "t": [3240.0], "low": [0.25], "none": [None]}).astype(
        {"none": float}
    )

    tr = tables.spelled(frame, translator("tr")).to_html()  # type: ignore[operator]
    en = tables.spelled(frame, translator("en")).to_html()  # type: ignore[operator]

    assert ">3.240<" in tr and ">0,25<" in tr
    assert ">3,240<" in en and ">0.25<" in en
    assert "nan" not in tr


def test_numbers_stay_numbers_so_that_a_click_on_the_heading_sorts_them() -> None:
    frame = pd.DataFrame({"t": [9.0, 10.0]})

    assert tables.spelled(frame, translator("tr")).data["t"].tolist() == [9.0, 10.0]  # type: ignore[union-attr]


def test_a_phone_shows_the_columns_that_fit_it_and_a_desk_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def page() -> None:
        import pandas as pd

        from pages.shared import tables

        tables.draw(
            pd.DataFrame({"Day": ["1"], "Body": ["b"], "Subject": ["s"]}), "x", phone=("Day", "Subject")
        )

    wide = AppTest.from_function(page).run()
    monkeypatch.setattr(device, "is_phone", lambda: True)
    narrow = AppTest.from_function(page).run()

    assert list(wide.dataframe[0].value.columns) == ["Day", "Body", "Subject"]
    assert list(narrow.dataframe[0].value.columns) == ["Day", "Subject"]


def test_the_list_of_synergies_shows_what_and_how_far_on_a_phone(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "is_phone", lambda: True)

    at = open_page("synergies", Role.ADVISOR, "tr")

    assert list(at.dataframe[0].value.columns) == ["Sinerji", "Aşama"]
