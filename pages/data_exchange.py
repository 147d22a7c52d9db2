"""Data exchange: bring firms and resources in from a spreadsheet, take the register out as files, keep a copy."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import cache, frame, session
from pages.shared.data_exchange import reading, writing

t = frame.begin()
st.title(t("Data exchange"))
if not allows(session.role(), "importing.preview"):
    st.info(t("Import and export are for the programme's staff."), icon=":material/lock:")
    frame.end()

titles = [t("Import"), t("Export")]
if allows(session.role(), "backing_up.content"):
    titles.append(t("Backup"))
bring_in, take_out, *backup = st.tabs(titles, key="exchange_tabs")
with bring_in:
    if cache.is_sample():
        st.caption(
            t(
                "This is the sample region: what you import here is marked as a sample too, and only for trying out."
            )
        )
    reading.form(t)
    uploaded = reading.upload(t)
    if uploaded:
        reading.check(uploaded, t)
    else:
        reading.last_result(t)
with take_out:
    writing.tables(t)
    writing.filled_form(t)
    if allows(session.role(), "exporting.archive"):
        writing.everything(t)
for tab in backup:
    with tab:
        writing.backup(t)
