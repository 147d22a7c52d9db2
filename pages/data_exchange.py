"""Data exchange: bring firms and resources in from a spreadsheet, take the register out as files, keep a copy."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import cache, exchange_in, exchange_out, frame, session

t = frame.begin()
st.title(t("Data exchange"))
if not allows(session.role(), "importing.preview"):
    st.info(t("Import and export are for the programme's staff."), icon=":material/lock:")
    st.stop()

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
    exchange_in.form(t)
    uploaded = exchange_in.upload(t)
    if uploaded:
        exchange_in.check(uploaded, t)
    else:
        exchange_in.last_result(t)
with take_out:
    exchange_out.tables(t)
    exchange_out.filled_form(t)
    if allows(session.role(), "exporting.archive"):
        exchange_out.everything(t)
for tab in backup:
    with tab:
        exchange_out.backup(t)
