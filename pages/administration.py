"""Administration: who works with the programme, where its values are set, and whether the database hangs together."""

import streamlit as st

from core.services.permissions import allows
from pages.shared import frame, linked, session
from pages.shared.administration import accounts, checks, places

t = frame.begin()
st.title(t("Administration"))
if not allows(session.role(), "users.owned"):
    st.info(t("Accounts and settings are for managers and administrators."), icon=":material/lock:")
    frame.end()

SECTIONS = {"accounts": (t("Accounts"), accounts.draw), "settings": (t("Settings"), places.draw)}
if allows(session.role(), "checking.findings"):
    SECTIONS["check"] = (t("Check of the database"), checks.draw)
titles = {name: title for name, (title, _) in SECTIONS.items()}
SECTIONS[linked.section("administration", t("Shown"), titles, "section")][1](t)
