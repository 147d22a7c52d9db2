"""What is counted in a zone against what it wants to reach; for managers also what it wants to reach."""

from typing import Any

import pandas as pd
import streamlit as st

from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.programme.indicators import CountedAs, Reached, share_reached
from core.domain.programme.zones import BY_ZONE, ZoneTarget
from core.i18n import Translator
from core.services import zones
from core.services.permissions import allows
from core.services.zones import ZonePage
from pages.shared import (
    cache,
    cache_impact,
    cache_zones,
    clock,
    forms,
    retire,
    session,
)
from pages.shared.programme import sections
from pages.shared.text import plain
from pages.shared.zones.head import number, table


def draw(found: ZonePage, t: Translator) -> None:
    """Draw the zone's numbers beside its own targets and the programme's."""
    st.subheader(t("Indicators against targets"))
    counted = cache_zones.counts(found.zone_id)
    own = {one.counted_as: one for one in found.targets}
    whole = {one.indicator.counted_as: one for one in cache_impact.reached()}
    shown = [one for one in BY_ZONE if one in own or one in whole]
    if not shown:
        st.caption(t("Neither the zone nor the programme has a target yet that can be counted by zone."))
    else:
        if any(one.is_sample for one in found.targets):
            st.caption(t("Sample data: these targets are invented."))
        share = st.column_config.ProgressColumn(
            format="%%%d" if t.language == "tr" else "%d %%", min_value=0, max_value=100, width=150
        )
        table(
            _table(shown, counted, own, whole, t),
            t("Indicators of the zone against its targets"),
            more={t("Of its target"): share},
            phone=(t("Indicator"), t("In this zone"), t("Target of the zone")),
        )
        st.caption(
            t(
                "A dash means no target. The zone is counted from the very beginning, the programme from the start "
                "of its indicator."
            )
        )
    if allows(session.role(), "zones.save_target"):
        with st.expander(t("Set a target of this zone"), icon=":material/tune:"):
            _form(found, own, t)


def _table(
    shown: list[CountedAs],
    counted: dict[CountedAs, float],
    own: dict[CountedAs, ZoneTarget],
    whole: dict[CountedAs, Reached],
    t: Translator,
) -> pd.DataFrame:
    goals = [own[one].target if one in own else None for one in shown]
    days = [own[one].due_on if one in own else None for one in shown]
    return pd.DataFrame(
        {
            t("Indicator"): [label(one, t) for one in shown],
            t("In this zone"): [number(counted.get(one), t) for one in shown],
            t("Target of the zone"): [number(goal, t) for goal in goals],
            t("Of its target"): [
                None if share is None else round(100 * share)
                for one, goal in zip(shown, goals, strict=True)
                for share in [share_reached(counted.get(one, 0.0), 0, goal)]
            ],
            t("Due by"): [format_date(day, t.language) if day else "" for day in days],
            t("Whole programme"): [number(whole[one].value if one in whole else None, t) for one in shown],
            t("Target of the programme"): [
                number(whole[one].indicator.target if one in whole else None, t) for one in shown
            ],
        }
    )


def _form(found: ZonePage, own: dict[CountedAs, ZoneTarget], t: Translator) -> None:
    words: dict[str, Any] = {one.value: label(one, t) for one in BY_ZONE}
    chosen = st.selectbox(t("Indicator"), list(words), format_func=words.__getitem__, key="zones_target_pick")
    kept = own.get(CountedAs(chosen))
    form = forms.begin(
        f"zone_target.{found.zone_id}.{chosen}", t, _initial(kept), version=kept.row_version if kept else None
    )
    forms.problems(form)
    left, right = st.columns(2)
    with left:
        target = forms.number(form, "target", t("Target of the zone"))
    with right:
        due_on = forms.day(form, "due_on", t("Due by"))
    if st.button(t("Save"), key="zones_target_save", type="primary"):
        made = ZoneTarget(
            kept.zone_target_id if kept else clock.new_id(),
            found.zone_id,
            CountedAs(chosen),
            target,
            due_on,
            row_version=forms.version(form) if kept else 1,
        )
        sections.done(
            form,
            lambda: zones.save_target(
                cache.database(), session.user(), made, now=clock.now(), new=kept is None
            ),
        )
    if kept:
        retire.button(
            t("Take the target out"),
            t("The zone has no target for “{name}” any more.", name=plain(words[chosen])),
            lambda: zones.retire_target(
                cache.database(), session.user(), kept.zone_target_id, kept.row_version, now=clock.now()
            ),
            lambda: forms.clear(form),
            t,
            key="zones_target_retire",
        )


def _initial(kept: ZoneTarget | None) -> dict[str, Any]:
    if kept is None:
        return {}
    return {
        "target": forms.spelled(kept.target, session.language()),
        "due_on": kept.due_on.isoformat() if kept.due_on else None,
    }
