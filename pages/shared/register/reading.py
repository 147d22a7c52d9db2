"""What a participant reads in the register: firms that agreed to be named and their cards. Nothing can be changed."""

import streamlit as st

from core.domain import wastecodes
from core.domain.choices import Direction, Kind
from core.domain.labels import label
from core.errors import NotFoundError
from core.i18n import Translator
from core.services import resources
from core.views import maps
from pages.shared import cache, session
from pages.shared.register import cards
from pages.shared.text import plain


def draw_firm(firm_id: str, t: Translator) -> None:
    """Draw a firm with its cards."""
    rows = cache.firms()
    rows = rows[rows["firm_id"] == firm_id]
    if rows.empty:
        st.warning(NotFoundError().text(t), icon=":material/search_off:")
        return
    st.title(plain(rows.iloc[0]["name"]), anchor=False)
    for row in rows.to_dict("records"):
        where = maps.place_name(row["zone_id"], row["district"], t)
        said = [row["site_name"], maps.sector_name(row["sector"], t), where, row["activity"]]
        st.markdown(" · ".join(plain(one) for one in said if isinstance(one, str) and one))
    cards.draw(firm_id, t)


def draw_card(resource_id: str, t: Translator) -> None:
    """Draw a card as its fields."""
    rows = cache.card_rows()
    rows = rows[rows["resource_id"] == resource_id]
    if rows.empty:
        st.warning(NotFoundError().text(t), icon=":material/search_off:")
        return
    row = rows.iloc[0]
    st.title(plain(row["name"]), anchor=False)
    with st.container(horizontal=True):
        direction = Direction(row["direction"])
        st.badge(label(direction, t), color="green" if direction is Direction.HAVE else "blue")
        st.badge(label(Kind(row["kind"]), t), color="gray")
    codes = row["waste_codes"].split(";") if isinstance(row["waste_codes"], str) else []
    said = {
        t("Firm"): row["firm_name"],
        t("Place"): maps.place_name(row["zone_id"], row["district"], t),
        t("Quantity"): row["quantity_typed"],
        t("Description"): row["description"],
        t("Composition"): row["composition"],
        t("Condition"): row["condition"],
        t("Waste codes"): ", ".join(map(wastecodes.format_code, codes)),
    }
    for title, value in said.items():
        if isinstance(value, str) and value:
            st.markdown(f"**{title}**: {plain(value)}")
    if row["has_photo"] and (photo := resources.photo(cache.database(), session.user(), resource_id)):
        st.image(photo.content, alt=t("Photo of the resource"))
