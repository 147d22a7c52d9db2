"""The reader of visible texts must itself see what a page forgot to translate: a page full of mistakes proves it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import texts

DATA = texts.Data(frozenset({"Kordelya Salça", "salça posası, yaş"}), frozenset({"t"}))


def page_with_forgotten_texts() -> None:
    import pandas as pd
    import streamlit as st

    st.button("Save", help="Keeps it")
    st.caption("⟦Firm⟧: Kordelya Salça · 1.250 t · forgotten")
    st.metric("Total", 12)
    st.text_input("⟦Name⟧", placeholder="any name")
    st.selectbox("⟦Kind⟧", ["material", "⟦Energy⟧"])
    st.dataframe(pd.DataFrame({"Heading": ["salça posası, yaş", "loose cell"]}), alt="A table")
    st.toast("Done")
    st.error("Wrong")
    with st.expander("More"):
        st.markdown("**⟦Bold⟧** :green[:material/check: fine]")
    rows = pd.DataFrame(
        {"group": ["⟦Energy⟧", "raw_code"], "hidden_code": ["a_b", "c_d"], "tonnes": [1.0, 2.0]}
    )
    st.vega_lite_chart(
        {
            "title": "A chart",
            "mark": "bar",
            "datasets": {"rows": rows.to_dict("records")},
            "data": {"name": "rows"},
            "encoding": {
                "x": {"field": "tonnes", "type": "quantitative"},
                "y": {"field": "group", "type": "nominal", "title": "⟦Group⟧"},
                "color": {"field": "group", "type": "nominal", "legend": None},
                "tooltip": [{"field": "tonnes", "title": "Tonnes"}],
            },
        }
    )


def test_every_sort_of_forgotten_text_is_found_and_data_is_not() -> None:
    at = AppTest.from_function(page_with_forgotten_texts, default_timeout=30).run()

    found = {line.partition(": ")[2] for line in texts.untranslated(texts.visible(at), DATA)}

    assert found == {
        *(
            "Save",
            "Keeps it",
            "forgotten",
            "Total",
            "any name",
            "material",
            "Heading",
            "loose cell",
            "A table",
        ),
        *("Done", "Wrong", "More", "fine", "A chart", "raw_code", "tonnes", "Tonnes"),
    }


@pytest.mark.parametrize(
    "said", ["… Salça", "12.10.2026", "≈ 3–4 t", "⟦⟦Idea⟧ 12⟧ (4)", "**salça posası\\, yaş**"]
)
def test_masked_names_numbers_units_and_marked_texts_pass(said: str) -> None:
    assert texts.untranslated([texts.Text("caption", said)], DATA) == []
