"""The history of a synergy in words: the stages it entered and what was skipped, and who changed what when."""

from datetime import UTC
from enum import StrEnum

import pandas as pd
import streamlit as st

from core.domain.choices import Role, Stage, StallReason
from core.domain.impact.entries import Measure
from core.domain.labels import label
from core.domain.legal import handbook
from core.domain.legal.guidance import ByProduct
from core.domain.model import Synergy
from core.domain.numbers import format_date
from core.domain.synergies.following import LogWay, Perspective
from core.domain.synergies.stages import Need
from core.i18n import Translator
from core.i18n import marked as m
from core.services import following
from core.views import legal_words
from pages.shared import cache, cache_accounts, session, tables

ACTIONS = {
    "installing.fill": m("Laid in with the sample"),
    "synergies.record": m("Recorded"),
    "synergies.save": m("Plan changed"),
    "users.hand_over": m("Handed over"),
    "users.retire": m("Handed over by somebody who left"),
    "synergies.move": m("Moved to another stage"),
    "following.save_party": m("Further firm entered or changed"),
    "following.retire_party": m("Further firm taken out"),
    "following.save_readiness": m("Readiness set"),
    "following.save_barrier": m("Barrier entered or changed"),
    "following.retire_barrier": m("Barrier taken out"),
    "following.log_contact": m("Contact or note logged"),
    "following.save_log_entry": m("Log entry corrected"),
    "following.retire_log_entry": m("Log entry taken out"),
    "following.erase_note": m("Note erased"),
    "filing.add": m("File added"),
    "filing.retire": m("File erased"),
    "legal.choose": m("Route or carrier chosen"),
    "legal.answer": m("Question answered"),
    "legal.note_paper": m("Paper noted"),
    "legal.check_by_product": m("By-product checked"),
    "impact_ledger.enter": m("Impact entered"),
    "impact_ledger.confirm": m("Impact confirmed"),
    "impact_ledger.refuse": m("Impact refused"),
    "impact_ledger.withdraw": m("Impact withdrawn"),
    "people.ask": m("Expert asked"),
    "people.save_request": m("Request to an expert changed"),
    "people.retire_request": m("Request to an expert taken out"),
}
RECORDS = {
    "synergy": m("Synergy"),
    "synergy_party": m("Further firm"),
    "synergy_barrier": m("Barrier"),
    "synergy_readiness": m("Readiness"),
    "log_entry": m("Log"),
    "synergy_file": m("File"),
    "legal_path": m("Legal path"),
    "legal_answer": m("Legal path"),
    "legal_paper": m("Permits and documents"),
    "by_product_check": m("By-product check"),
    "impact_entry": m("Impact"),
    "expert_request": m("People who can help"),
}
FIELDS = {
    "title": m("What, in one line"),
    "giver_firm_id": m("Giver"),
    "taker_firm_id": m("Taker"),
    "have_id": m("Have"),
    "want_id": m("Want"),
    "kind": m("Kind"),
    "said_by": m("Who said it"),
    "stage": m("Stage"),
    "stall_reason": m("Reason"),
    "owner_id": m("Owner"),
    "next_action": m("Next action"),
    "next_action_on": m("Due"),
    "quantity": m("Quantity"),
    "notes": m("Notes"),
    "is_pilot": m("Pilot"),
    "recurrence": m("How it runs"),
    "price_per_unit": m("Price"),
    "level": m("Level"),
    "note": m("Note"),
    "reason": m("Reason"),
    "removed_on": m("Removed"),
    "role": m("Role"),
    "firm_id": m("Firm"),
    "resource_id": m("Card"),
    "way": m("How"),
    "made_on": m("Day"),
    "name": m("Name"),
    "document_kind": m("What it is"),
    "said": m("Answer"),
    "carrier": m("Who carries it?"),
    "seen_on": m("Seen on"),
}
_CHOICES: dict[str, type[StrEnum]] = {
    "synergy_barrier": StallReason,
    "synergy_readiness": Perspective,
    "log_entry": LogWay,
    "impact_entry": Measure,
}
_SHOWN = 200


def draw(synergy: Synergy, t: Translator) -> None:
    """Draw the stages and the changes."""
    names = cache_accounts.names()
    st.subheader(t("Stages so far"), anchor=False)
    way = following.way(cache.database(), session.user(), synergy.synergy_id)
    tables.draw(stages(way, names, t), t("Stages that the synergy entered"))
    st.subheader(t("Changes"), anchor=False)
    found = following.history(cache.database(), session.user(), synergy.synergy_id)
    if len(found) > _SHOWN:
        st.caption(t("The latest {count} changes.", count=_SHOWN))
    tables.draw(changes(found.head(_SHOWN), names, t), t("Who changed what of the synergy, and when"))


def stages(way: pd.DataFrame, names: dict[str, str], t: Translator) -> pd.DataFrame:
    """Return the stages for reading, oldest first."""
    return pd.DataFrame(
        {
            t("Day"): [format_date(on, t.language) for on in way["entered_on"]],
            t("Stage"): [label(Stage(stage), t) for stage in way["stage"]],
            t("Reason"): [
                label(StallReason(reason), t) if isinstance(reason, str) else ""
                for reason in way["stall_reason"]
            ],
            t("Skipped"): [_needs(skipped, t) for skipped in way["skipped"]],
            t("Who"): [names.get(user_id, user_id) for user_id in way["user_id"]],
        }
    )


def changes(found: pd.DataFrame, names: dict[str, str], t: Translator) -> pd.DataFrame:
    """Return the changes for reading, newest first."""
    return pd.DataFrame(
        {
            t("When"): [_moment(at, t) for at in found["acted_at"]],
            t("Who"): [
                names.get(user_id) or label(Role(role), t)
                for user_id, role in zip(found["user_id"], found["role"], strict=True)
            ],
            t("What was done"): [
                t(ACTIONS[one]) if one in ACTIONS else t("Changed") for one in found["action"]
            ],
            t("Of"): [
                _of(record_type, about, t)
                for record_type, about in zip(found["record_type"], found["about"], strict=True)
            ],
            t("Fields"): [_fields(fields, t) for fields in found["changed_fields"]],
        }
    )


def _moment(at: pd.Timestamp, t: Translator) -> str:
    """Return day and time where the reader is (the server's own clock)."""
    local = at.to_pydatetime().replace(tzinfo=UTC).astimezone()
    return f"{format_date(local.date(), t.language)} {local:%H:%M}"


def _of(record_type: str, about: str | None, t: Translator) -> str:
    """Return what was changed: the kind of record, and which one of them."""
    said = t(RECORDS[record_type])
    return f"{said}: {_which(record_type, about, t)}" if isinstance(about, str) else said


def _which(record_type: str, about: str, t: Translator) -> str:
    if record_type in _CHOICES:
        return label(_CHOICES[record_type](about), t)
    if record_type == "by_product_check":
        return legal_words.word(ByProduct(about), t)
    if record_type == "legal_answer" and (question := handbook.questions().get(about)):
        return question.text(t.language)
    if record_type == "legal_paper":
        return next((one.text(t.language) for one in handbook.outcomes() if one.outcome_id == about), about)
    return about


def _needs(skipped: str | None, t: Translator) -> str:
    if not isinstance(skipped, str):
        return ""
    return ", ".join(label(Need(one), t) for one in skipped.split(";") if one in set(Need))


def _fields(fields: str, t: Translator) -> str:
    return ", ".join(dict.fromkeys(t(FIELDS[one]) for one in fields.split(";") if one in FIELDS))
