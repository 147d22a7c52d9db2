"""The synergies of a zone: how many stand where, and for staff each by its name, inside or across its border."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain import reference
from core.domain.choices import Stage
from core.domain.labels import label
from core.domain.programme.zones import GIVES, INSIDE, TAKES
from core.domain.register import firmname
from core.i18n import Translator
from core.i18n import marked as m
from core.services.permissions import allows
from core.services.zones import ZonePage
from core.views import maps
from pages.shared import cache, session
from pages.shared.text import plain
from pages.shared.zones.head import number, table

_ROWS = 8
_FOLLOWED = "followed"
_RELATIONS = {INSIDE: m("Inside the zone"), GIVES: m("The zone gives"), TAKES: m("The zone takes")}


def draw(found: ZonePage, t: Translator) -> None:
    """Draw how many synergies stand where, and the list of them for who may open them."""
    st.subheader(t("Synergies of the zone"))
    if found.stages.empty:
        st.caption(t("No synergy yet."))
        return
    _stages(found.stages, t)
    if allows(session.role(), "synergies.named") and len(found.synergies):
        _list(found, t)


def _stages(rows: pd.DataFrame, t: Translator) -> None:
    names = {
        INSIDE: t("Inside"),
        GIVES: t("Gives"),
        TAKES: t("Takes"),
    }  # short: a phone shows all four columns
    table(
        pd.DataFrame(
            {
                t("Stage"): [
                    label(Stage(one), t) if isinstance(one, str) else t("All stages") for one in rows["stage"]
                ],
                **{said: [number(one, t) for one in rows[name]] for name, said in names.items()},
            }
        ),
        t("Synergies of the zone by stage, inside and across its border"),
    )
    st.caption(
        t("A synergy between two zones stands on both zones' pages: their figures are not to be added.")
    )


def _list(found: ZonePage, t: Translator) -> None:
    rows = found.synergies
    lots = {_FOLLOWED: rows[rows["stage"] != Stage.IDEA.value]} | {
        relation: rows[rows["relation"] == relation] for relation in _RELATIONS
    }
    words = {_FOLLOWED: t("More than an idea")} | {name: t(word) for name, word in _RELATIONS.items()}
    chosen = st.pills(
        t("Which synergies"),
        list(lots),
        default=_FOLLOWED,
        required=True,
        wrap=True,
        format_func=lambda one: f"{words[one]} ({len(lots[one])})",
        label_visibility="collapsed",
        key="zones_synergies",
    )
    shown = lots[str(chosen)]
    if shown.empty:
        st.caption(t("No synergy of this sort."))
    pages = -(-len(shown) // _ROWS)
    page = st.pagination(pages, key=f"zones_page_{found.zone_id}_{chosen}") if pages > 1 else 1
    known = cache.synergies().set_index("synergy_id")
    for row in shown.iloc[(page - 1) * _ROWS : page * _ROWS].to_dict("records"):
        if row["synergy_id"] in known.index:
            _row(row, known.loc[row["synergy_id"]], t)


def _row(row: dict[Any, Any], named: pd.Series, t: Translator) -> None:
    giver, taker = (firmname.short(str(named[f"{side}_name"])) for side in ("giver", "taker"))
    where = [t(_RELATIONS[row["relation"]]), _other(row, t)]
    stage = f":gray-badge[{plain(label(Stage(row['stage']), t))}]"
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{plain(named['title'])}**  \n{stage} :small[{plain(f'{giver} → {taker}')}]  \n"
            f":small[:gray[{plain(' · '.join(filter(None, where)))}]]",
            width="stretch",
        )
        st.page_link("pages/synergies.py", label=t("Open"), query_params={"synergy": row["synergy_id"]})


def _other(row: dict[Any, Any], t: Translator) -> str:
    if row["relation"] == INSIDE:
        return ""
    zone = reference.zones().get(str(row["other_zone_id"]))
    if zone is None:
        return t("other side: in no zone")
    return t("other side: {zone}", zone=maps.zone_name(zone, t))
