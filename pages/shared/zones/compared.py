"""All zones side by side, so that one sees where firms, cards and synergies are."""

import pandas as pd
import streamlit as st

from core.domain import reference
from core.domain.choices import Direction
from core.domain.labels import label
from core.i18n import Translator
from core.views import maps
from pages.shared.zones.head import number, table


def draw(compared: pd.DataFrame, t: Translator) -> None:
    """Draw the table."""
    st.subheader(t("All zones compared"))
    headings = {
        "firms": t("Firms"),
        "haves": label(Direction.HAVE, t),
        "wants": label(Direction.WANT, t),
        "inside": t("Synergies inside"),
        "across": t("Synergies across the border"),
        "running": t("Running or verified"),
        "opportunities": t("Eco-efficiency opportunities"),
    }
    table(
        pd.DataFrame(
            {
                t("Zone"): [maps.zone_name(reference.zones()[one], t) for one in compared["zone_id"]],
                **{said: [number(one, t) for one in compared[name]] for name, said in headings.items()},
            }
        ),
        t("All zones compared"),
        phone=(t("Zone"), t("Firms"), t("Running or verified")),
    )
