"""The only caches. Shared by all sessions, so each key holds the data's version and what the viewer may see."""

import streamlit as st

from core import config
from core.storage.database import Database, open_database


@st.cache_resource(show_spinner=False)
def database() -> Database:
    """Return the one open database of this server."""
    return open_database(config.database_path())


@st.cache_data(show_spinner=False)
def is_sample() -> bool:
    """Return whether the database holds the sample region: then firms are marked and roles may be chosen."""
    with database().reading() as cursor:
        row = cursor.row("region_get")
    return bool(row and row["is_sample"])
