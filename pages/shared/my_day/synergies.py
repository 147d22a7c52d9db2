"""The synergies of My day, one box each: what is due, which firms, since when, and what can be done at once."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.domain.choices import Stage
from core.domain.labels import label
from core.domain.numbers import format_date
from core.domain.register import firmname
from core.domain.synergies.my_day import Bucket
from core.i18n import Translator
from core.i18n import marked as m
from pages.shared import cache_accounts, cache_day, clock, session
from pages.shared.my_day import call, contacts, next_step, unfold
from pages.shared.my_day.unfold import Fold
from pages.shared.text import plain

FIRST, MORE = 5, 20
TITLES = {
    Bucket.OVERDUE: m("Overdue"),
    Bucket.THIS_WEEK: m("Today and this week"),
    Bucket.SILENT: m("Silent"),
    Bucket.LATER: m("Later"),
    Bucket.UNDATED: m("Without a date"),
}
_ICONS = {
    Bucket.OVERDUE: ":material/alarm:",
    Bucket.THIS_WEEK: ":material/today:",
    Bucket.SILENT: ":material/hourglass_bottom:",
    Bucket.LATER: ":material/event_upcoming:",
    Bucket.UNDATED: ":material/event_busy:",
}


def section(bucket: Bucket, count: int, everybody: bool, t: Translator) -> None:
    """Draw one bucket, its first rows and the way to more; nothing where it is empty."""
    if not count:
        return
    st.subheader(f"{_ICONS[bucket]} {t(TITLES[bucket])} ({count})")
    most = limit(bucket.value)
    for row in cache_day.synergies((bucket,), most, everybody=everybody).to_dict("records"):
        _row({str(name): value for name, value in row.items()}, everybody, t)
    more(bucket.value, count, t)


def limit(name: str) -> int:
    """Return how many rows of a list are shown."""
    return int(session.get(f"my_day.most.{name}", FIRST))


def more(name: str, count: int, t: Translator) -> None:
    """Draw the way to more rows of a list, if there are any."""
    if count > limit(name):
        st.button(
            t("Show more ({count} in all)", count=count),
            icon=":material/expand_more:",
            type="tertiary",
            key=f"my_day_more_{name}",
            on_click=lambda: session.put(f"my_day.most.{name}", limit(name) + MORE),
        )


def _row(row: dict[str, Any], everybody: bool, t: Translator) -> None:
    synergy_id = str(row["synergy_id"])
    said = row["next_action"] if isinstance(row["next_action"], str) else None
    with st.container(border=True, key=f"my_day_row_{synergy_id}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(said or row['title'])}**", width="stretch")
            _when(row, t)
        st.caption(" · ".join(_about(row, said is not None, everybody, t)))
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            unfold.button(synergy_id, Fold.NEXT, t("Next action"), ":material/event:")
            unfold.button(synergy_id, Fold.PEOPLE, t("Contacts"), ":material/contacts:")
            st.page_link("pages/synergies.py", label=t("Open"), query_params={"synergy": synergy_id})
            call.buttons(row, t)
        unfold.draw(synergy_id, {Fold.NEXT: next_step.form, Fold.PEOPLE: contacts.of_both}, row, t)
        call.note_of(synergy_id, t)


def _about(row: dict[str, Any], is_action: bool, everybody: bool, t: Translator) -> list[str]:
    said = [plain(row["title"])] if is_action else []
    giver, taker = (plain(firmname.short(str(row[f"{side}_name"]))) for side in ("giver", "taker"))
    said.append(f"{giver} → {taker}")
    said.append(label(Stage(row["stage"]), t))
    if everybody:
        names = cache_accounts.names()
        owner = row["owner_id"] if isinstance(row["owner_id"], str) else None
        said.append(plain(names.get(owner, owner)) if owner else t("Nobody owns it"))
    return said


def _when(row: dict[str, Any], t: Translator) -> None:
    """Draw since or by when, and for how long; colour and words say the same."""
    on: date = pd.Timestamp(row["due_or_since"]).date()
    days, day = abs((clock.today() - on).days), format_date(on, t.language)
    bucket = Bucket(row["bucket"])
    if bucket is Bucket.OVERDUE:
        st.badge(t("{day}: {days} days late", day=day, days=days), icon=_ICONS[bucket], color="red")
    elif bucket is Bucket.SILENT:
        st.badge(t("Silent for {days} days", days=days), icon=_ICONS[bucket], color="orange")
    elif bucket is Bucket.UNDATED:
        st.badge(t("No date set"), icon=_ICONS[bucket], color="gray")
    elif days == 0:
        st.badge(t("Today"), icon=_ICONS[bucket], color="green")
    else:
        st.badge(t("By {day}", day=day), icon=_ICONS[bucket], color="green")
