"""What people call the tables of the database and the fields that its check finds wrong."""

from core.i18n import Translator
from core.i18n import marked as m

TABLES = {
    "answer": m("Answers to suggestions"),
    "audit": m("Trail of changes"),
    "audit_value": m("Values in the trail"),
    "body": m("Bodies of the programme"),
    "by_product_check": m("By-product checks"),
    "by_product_condition": m("Conditions of by-product checks"),
    "contact": m("People at firms"),
    "deflator": m("Price index by year"),
    "district": m("Districts"),
    "draft": m("Unsaved drafts"),
    "exchange_rate": m("Exchange rates"),
    "expert": m("Academics and experts"),
    "expert_request": m("Requests to experts"),
    "firm": m("Firms"),
    "good_practice": m("Good-practice sheets"),
    "good_practice_naming": m("Consents to be named in a sheet"),
    "good_practice_version": m("Published versions of sheets"),
    "impact_entry": m("Entries of the impact ledger"),
    "impact_evidence": m("Evidence of impact"),
    "impact_factor": m("Impact factors"),
    "indicator_value": m("Values of indicators"),
    "issued_report": m("Issued reports"),
    "issued_report_withdrawal": m("Withdrawn reports"),
    "legal_answer": m("Answers on legal paths"),
    "legal_paper": m("Permits and documents at hand"),
    "legal_path": m("Legal paths"),
    "log_entry": m("Contacts made and notes"),
    "meeting": m("Meetings"),
    "meeting_action": m("Actions of meetings"),
    "meeting_decision": m("Decisions of meetings"),
    "nace": m("Activity codes"),
    "opportunity": m("Eco-efficiency opportunities"),
    "own_precedent": m("The programme's own precedents"),
    "precedent_consent": m("Consents to precedents"),
    "programme_indicator": m("Programme indicators"),
    "region": m("Regions"),
    "research": m("Projects and doctoral topics"),
    "resource": m("Resource cards"),
    "resource_photo": m("Photos of cards"),
    "setting": m("Settings"),
    "site": m("Sites"),
    "site_nace": m("Activities of sites"),
    "site_permit": m("Permits of sites"),
    "support_application": m("Applications for support"),
    "support_call": m("Support calls"),
    "support_cost": m("Costs of applications"),
    "support_step": m("Schedules of applications"),
    "synergy": m("Synergies"),
    "synergy_barrier": m("Barriers of synergies"),
    "synergy_file": m("Files of synergies"),
    "synergy_party": m("Further parties of synergies"),
    "synergy_readiness": m("Readiness of synergies"),
    "synergy_stage": m("Stages of synergies"),
    "training": m("Trainings"),
    "training_attendance": m("Firms at trainings"),
    "user_account": m("Accounts"),
    "visit": m("Visits"),
    "waste_code": m("Waste codes"),
    "workshop": m("Workshops"),
    "workshop_attendance": m("Firms at workshops"),
    "zone": m("Zones"),
    "zone_target": m("Targets of zones"),
}
_NAMED = {
    "application": "support_application",
    "applicant_firm": "firm",
    "call": "support_call",
    "check": "by_product_check",
    "entry": "impact_entry",
    "giver_firm": "firm",
    "have": "resource",
    "indicator": "programme_indicator",
    "other_card": "resource",
    "other_firm": "firm",
    "owner": "user_account",
    "precedent": "own_precedent",
    "sheet": "good_practice",
    "taker_firm": "firm",
    "want": "resource",
}
"""What a field ending in _id names, where that is not the table of the field's own name."""
_FIELDS = {
    "nace": m("Activity code"),
    "waste_codes": m("Waste code"),
    "yearly_amount": m("Yearly amount"),
    "supersedes": m("Issued reports"),
}


def table(name: str, t: Translator) -> str:
    """Return what a table is called; its own name where nobody has given it one."""
    return t(TABLES[name]) if name in TABLES else name


def field(name: str, t: Translator) -> str:
    """Return what a field holds, or the table that it names; its own name where that is not known."""
    if name in _FIELDS:
        return t(_FIELDS[name])
    bare = name.removesuffix("_id")
    return table(_NAMED.get(bare, bare), t) if bare != name else name
