"""A bare Streamlit page that draws what another page drew, as kept in the file BENCH_DRAWN, and computes nothing.

It draws the same tables, charts and maps and, with BENCH_ALL set, as many texts, boxes, buttons and choices.
"""

import json
import os
import pickle
from pathlib import Path
from typing import Any

import streamlit as st


class Map:
    """What st.pydeck_chart asks of a deck."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self.spec = spec
        self.layers: list[Any] = []
        self.map_provider = None
        self.mapbox_key = None
        self._tooltip = {"text": "{tip}"}

    def to_json(self) -> str:
        return json.dumps(self.spec)


@st.cache_resource
def drawn() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = pickle.loads(Path(os.environ["BENCH_DRAWN"]).read_bytes())
    return found


st.title("Bare")
for frame in drawn()["tables"]:
    st.dataframe(frame, hide_index=True)
for spec in drawn()["charts"]:
    st.vega_lite_chart(spec)
for spec in drawn()["maps"]:
    st.pydeck_chart(Map(spec))
if os.environ.get("BENCH_ALL"):
    for text in drawn()["texts"]:
        st.markdown(text)
    for _ in drawn()["boxes"]:
        st.container(border=True)
    for number, label in enumerate(drawn()["buttons"]):
        st.button(label, key=f"button {number}")
    for number, options in enumerate(drawn()["choices"]):
        st.selectbox("Choice", options, key=f"choice {number}")
