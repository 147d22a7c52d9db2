"""A Streamlit page with the widgets that our pages use and nothing of ours: what axe finds here is Streamlit's own."""

from datetime import date

import pandas as pd
import pydeck as pdk
import streamlit as st

ROWS = pd.DataFrame({"name": ["sand", "heat"], "tonnes": [120.0, 30.0]})
CHART = {
    "mark": "bar",
    "encoding": {"x": {"field": "tonnes", "type": "quantitative"}, "y": {"field": "name", "type": "nominal"}},
}


def page() -> None:
    st.title("Title")
    bar = st.container(horizontal=True)
    bar.selectbox("Role", ["advisor", "manager"], label_visibility="collapsed")
    bar.segmented_control("Language", ["tr", "en"], default="tr", label_visibility="collapsed")
    st.caption("Caption")
    st.badge("Badge", icon=":material/check:", color="orange")
    st.markdown(
        ":green[:material/check: understood] :red[:material/error: wrong] :orange[:material/warning: hot]"
    )
    st.metric("Number", "12", help="Help", border=True)
    st.text_input("Search", icon=":material/search:", placeholder="What is looked for")
    st.text_area("Notes", "")
    st.number_input("Number", value=1.0)
    st.date_input("Day", date(2026, 11, 2), format="DD.MM.YYYY")
    st.checkbox("Check")
    st.toggle("Toggle")
    st.slider("Slide", 0, 100, 20)
    st.multiselect("Several", ["a", "b"], ["a"], placeholder="Choose")
    st.pills("Pills", ["a", "b"], selection_mode="multi", default=["a"])
    st.radio("Radio", ["a", "b"], horizontal=True)
    st.file_uploader("File", type=["csv"])
    st.download_button("Download", "text", "text.txt")
    st.button("Primary", type="primary", icon=":material/add:")
    st.button("Tertiary", type="tertiary")
    st.page_link("https://example.org", label="Link", icon=":material/arrow_forward:")
    st.progress(0.4, text="Progress")
    for draw in (st.info, st.warning, st.error, st.success):
        draw("Message", icon=":material/info:")
    with st.form("form", border=False):
        st.selectbox("Choice", ["a", "b"], index=None, placeholder="Choose")
        st.form_submit_button("Send")
    with st.expander("More", icon=":material/tune:"):
        st.dataframe(ROWS, hide_index=True, alt="Table")
    st.dataframe(
        ROWS, hide_index=True, alt="Table", on_select="rerun", selection_mode="single-row", key="rows"
    )
    for tab in st.tabs(["One", "Two"]):
        tab.markdown("**Bold** text")
    st.vega_lite_chart(ROWS, CHART, alt="Chart")
    view = pdk.ViewState(38.4, 27.1, 8)
    st.pydeck_chart(pdk.Deck([], initial_view_state=view, map_provider=None), alt="Map")


st.set_page_config(page_title="Bare", layout="wide")
menu = [
    st.Page(page, title="Bare", icon=":material/home:"),
    st.Page(lambda: None, title="Other", url_path="other"),
]
st.navigation(menu, position="top").run()
