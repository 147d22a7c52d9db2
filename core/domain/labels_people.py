"""The words for people who can help, research and the support programme; `labels` holds them too."""

from enum import StrEnum

from core.domain.programme.people import ExpertKind, RequestState, ResearchKind, ResearchState
from core.domain.programme.support import ApplicationState, Fact
from core.domain.programme.support_facts import Where
from core.i18n import marked as m

PEOPLE_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ExpertKind: {ExpertKind.ACADEMIC: m("Academic"), ExpertKind.EXPERT: m("Expert")},
    RequestState: {
        RequestState.ASKED: m("Asked"),
        RequestState.ACCEPTED: m("Agreed to help"),
        RequestState.DECLINED: m("Declined"),
        RequestState.DONE: m("Help given"),
    },
    ResearchKind: {
        ResearchKind.PROJECT: m("Academic–industry project"),
        ResearchKind.DOCTORATE: m("Doctoral topic"),
    },
    ResearchState: {
        ResearchState.PROPOSED: m("Proposed"),
        ResearchState.OPEN: m("Looks for people"),
        ResearchState.RUNNING: m("Under way"),
        ResearchState.DONE: m("Completed"),
        ResearchState.DROPPED: m("Given up"),
    },
    ApplicationState: {
        ApplicationState.DRAFT: m("Draft"),
        ApplicationState.SUBMITTED: m("Submitted"),
        ApplicationState.RETURNED: m("Returned for changes"),
        ApplicationState.ACCEPTED: m("Granted"),
        ApplicationState.DECLINED: m("Refused"),
        ApplicationState.RUNNING: m("Under way"),
        ApplicationState.CLOSED: m("Closed"),
    },
    Fact: {
        Fact.APPLICANT: m("Firm that applies"),
        Fact.FIRMS: m("Firms with their sectors"),
        Fact.SUMMARY: m("What will be done"),
        Fact.RESOURCES: m("Resource that is given"),
        Fact.QUANTITY: m("Quantity a year"),
        Fact.TODAY: m("What is done with it today"),
        Fact.WASTE_CODE: m("Waste code of the resource"),
        Fact.IMPACT: m("Expected impact, with its basis"),
        Fact.COSTS: m("Costs of the project"),
        Fact.ASKED: m("Support asked for, within the call's limits"),
        Fact.SCHEDULE: m("Schedule"),
        Fact.RISKS: m("Risks: what may hold it up"),
        Fact.PERMITS: m("Permits: the legal path"),
        Fact.READINESS: m("Readiness in all six perspectives"),
        Fact.EXPERT: m("An academic or expert who helps"),
    },
    Where: {
        Where.HERE: m("Fill it in on this page"),
        Where.REGISTER: m("In the register: the firm's site, the card"),
        Where.SYNERGY: m("On the synergy's page"),
        Where.IMPACT: m("On the page “Impact”"),
        Where.PEOPLE: m("On the page “People”"),
    },
}
