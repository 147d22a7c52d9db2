"""A verified synergy as a precedent of the matching: what it says, both firms' consents, and taking it out again."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core.domain import nace, wastecodes
from core.domain.choices import ConsentWay, Stage
from core.domain.disclosure import CROWD
from core.domain.knowledge.own_precedents import SIDES, TEXT_LIMIT
from core.domain.labels import label
from core.domain.model import Consent, OwnPrecedent, Synergy
from core.domain.numbers import format_date, format_number
from core.errors import SimbiyozError
from core.i18n import Translator
from core.i18n import marked as m
from core.services import own_precedents
from core.services.own_precedents import Draft, Kept
from core.services.permissions import allows
from pages.shared import cache, clock, dialogs, session, telling
from pages.shared.library import practice_form
from pages.shared.text import plain

FIELDS = {
    "resource_tr": m("Resource in Turkish"),
    "resource_en": m("Resource in English"),
    "use_tr": m("Used as, in Turkish"),
    "use_en": m("Used as, in English"),
    "giver_nace": m("Activity of the giver"),
    "taker_nace": m("Activity of the taker"),
    "province": m("Province"),
    "waste_codes": m("Waste codes"),
    "given_by": m("Who consented"),
    "given_on": m("On"),
}


def draw(synergy: Synergy, names: dict[str, str], t: Translator) -> None:
    """Draw what is there of the precedent; `names` are the firms' by side, "giver" and "taker"."""
    kept = own_precedents.of_synergy(cache.database(), session.user(), synergy.synergy_id)
    may = allows(session.role(), "own_precedents.record")
    if kept is None and not (may and synergy.stage is Stage.VERIFIED):
        return
    st.divider()
    if synergy.stage is Stage.VERIFIED and not cache.is_sample():
        practice_form.link(synergy.synergy_id, t)
    st.markdown(f"**{t('Precedent for the matching')}**")
    if kept is not None:
        _kept(synergy, kept, names, t)
    elif cache.is_sample():
        st.caption(t("Sample data never becomes a precedent: its firms are invented."))
    else:
        st.markdown(
            t(
                "With both firms' consent, this exchange helps to find others like it: by sector, resource, use and "
                "province only, without any firm's name."
            )
        )
        if st.button(t("Make it a precedent"), icon=":material/bookmark_add:", key="precedent_new"):
            st.dialog(t("Make it a precedent"), width="large")(_form)(synergy, names, t)


def _kept(synergy: Synergy, kept: Kept, names: dict[str, str], t: Translator) -> None:
    badge = f":green-badge[:material/bookmark: {plain(t('A precedent of the programme'))}]"
    st.markdown(f"{badge}  \n{plain(_said(kept.precedent, t))}")
    of_firm = _names_by_id(synergy, names)
    for consent in kept.consents:
        st.caption(
            plain(
                t(
                    "{firm} consented: {person}, {day}, {how}",
                    firm=of_firm.get(consent.firm_id, ""),
                    person=consent.given_by,
                    day=format_date(consent.given_on, t.language),
                    how=label(consent.given_how, t),
                )
            )
        )
    if allows(session.role(), "own_precedents.withdraw") and st.button(
        t("A firm withdrew its consent"), icon=":material/bookmark_remove:", key="precedent_withdraw"
    ):
        st.dialog(t("A firm withdrew its consent"))(_withdraw)(synergy, kept, names, t)


def _said(own: OwnPrecedent, t: Translator) -> str:
    turkish = t.language == "tr"
    return t(
        "{giver} gives {resource} to {taker}, used as {use}, in {province}",
        giver=_trade(own.giver_nace, t),
        taker=_trade(own.taker_nace, t),
        resource=own.resource_tr if turkish else own.resource_en,
        use=own.use_tr if turkish else own.use_en,
        province=own.province,
    )


def _trade(code: str, t: Translator) -> str:
    """Return the title of an activity without the examples in brackets."""
    return nace.title(code, t.language).partition(" (")[0]


def _form(synergy: Synergy, names: dict[str, str], t: Translator) -> None:
    try:
        draft = own_precedents.draft(cache.database(), session.user(), synergy.synergy_id)
    except SimbiyozError as error:
        st.info(error.text(t), icon=":material/info:")
        return
    st.caption(
        t("Check the texts: general words that fit any firm of the trade, no names, brands or places.")
    )
    key = f"precedent_{synergy.synergy_id}_"
    texts = _texts(draft.precedent, key, t)
    _fixed(draft, t)
    consents = {}
    for column, side in zip(st.columns(2), SIDES, strict=True):
        with column:
            consents[side] = _consent(side, synergy, names[side], key, t)
    with st.container(horizontal=True):
        saved = st.button(t("Save as a precedent"), type="primary", key="precedent_save")
        dialogs.drop(key, t)
    if saved:
        own = replace(draft.precedent, precedent_id=clock.new_id(), **texts)
        _record(synergy, own, consents, t)


def _texts(proposed: OwnPrecedent, key: str, t: Translator) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    left, right = st.columns(2)
    for column, language in ((left, "tr"), (right, "en")):
        for part in ("resource", "use"):
            field = f"{part}_{language}"
            texts[field] = column.text_input(
                t(FIELDS[field]),
                value=getattr(proposed, field),
                max_chars=TEXT_LIMIT,
                **dialogs.typed(f"{key}{field}"),
            )
    return texts


def _fixed(draft: Draft, t: Translator) -> None:
    """Draw what the register says: activities, province, waste codes; and whether an activity tells the firm."""
    own = draft.precedent
    lines = []
    for field, code, firms in (
        ("giver_nace", own.giver_nace, draft.giver_firms),
        ("taker_nace", own.taker_nace, draft.taker_firms),
    ):
        said = t(
            "{code} {title}, firms in the region: {count}",
            code=code,
            title=_trade(code, t),
            count=format_number(firms, t.language),
        )
        lines.append(f"{t(FIELDS[field])}: {plain(said if code else t('not in the register'))}")
    lines.append(f"{t(FIELDS['province'])}: {plain(own.province)}")
    if own.waste_codes:
        codes = ", ".join(wastecodes.format_code(code) for code in own.waste_codes)
        lines.append(f"{t(FIELDS['waste_codes'])}: {plain(codes)}")
    st.markdown("  \n".join(lines))
    if min(draft.giver_firms, draft.taker_firms) < CROWD:
        st.warning(
            t(
                "Fewer than {crowd} firms of the region share one of these activities: who knows the region may guess "
                "the firm. The firms should know this when they consent.",
                crowd=CROWD,
            ),
            icon=":material/visibility:",
        )


def _consent(side: str, synergy: Synergy, name: str, key: str, t: Translator) -> Consent:
    st.markdown(f"**{plain(t('Consent of {firm}', firm=name))}**")
    given_by = st.text_input(t(FIELDS["given_by"]), max_chars=TEXT_LIMIT, **dialogs.typed(f"{key}{side}_by"))
    given_on = st.date_input(
        t(FIELDS["given_on"]),
        value=clock.today(),
        max_value=clock.today(),
        format="DD.MM.YYYY",
        **dialogs.kept(f"{key}{side}_on"),
    )
    ways: list[ConsentWay] = list(ConsentWay)
    how = st.selectbox(
        t("How"), ways, format_func=lambda one: label(one, t), **dialogs.kept(f"{key}{side}_how")
    )
    firm_id = synergy.giver_firm_id if side == "giver" else synergy.taker_firm_id
    day = given_on if isinstance(given_on, date) else clock.today()
    return Consent(firm_id, given_by.strip(), day, how)


def _record(synergy: Synergy, own: OwnPrecedent, consents: dict[str, Consent], t: Translator) -> None:
    try:
        own_precedents.record(
            cache.database(),
            session.user(),
            synergy.synergy_id,
            own,
            consents,
            today=clock.today(),
            now=clock.now(),
        )
    except SimbiyozError as error:
        telling.refusal(error, t, {field: t(word) for field, word in FIELDS.items()})
        return
    session.forget("precedent_")
    st.toast(t("Kept: the matching knows this precedent now."), icon=":material/check:")
    st.rerun()


def _withdraw(synergy: Synergy, kept: Kept, names: dict[str, str], t: Translator) -> None:
    of_firm = _names_by_id(synergy, names)
    st.markdown(
        t("The matching forgets this precedent at once. That it was there, and when, stays on record.")
    )
    firm_id = st.radio(
        t("Which firm"),
        list(of_firm),
        format_func=lambda one: plain(of_firm[one]),
        index=None,
        key="precedent_withdraw_firm",
    )
    if st.button(t("Take the precedent out"), type="primary", key="precedent_out", disabled=not firm_id):
        try:
            own_precedents.withdraw(
                cache.database(),
                session.user(),
                synergy.synergy_id,
                str(firm_id),
                kept.precedent.row_version,
                on=clock.today(),
                now=clock.now(),
            )
        except SimbiyozError as error:
            st.error(error.text(t), icon=":material/error:")
            return
        session.forget("precedent_")
        st.toast(t("Taken out."), icon=":material/check:")
        st.rerun()


def _names_by_id(synergy: Synergy, names: dict[str, str]) -> dict[str, str]:
    return {synergy.giver_firm_id: names["giver"], synergy.taker_firm_id: names["taker"]}
