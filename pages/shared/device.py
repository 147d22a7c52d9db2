"""What a reader looks at the pages with, as far as the browser says it: Streamlit does not tell how wide a page is."""

import streamlit as st


def is_phone() -> bool:
    """Return whether the browser calls itself one of a phone."""
    return "Mobi" in st.context.headers.get("User-Agent", "")
