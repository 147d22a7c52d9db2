"""What a chain through a processor says in words; `dress` is put on every text that people typed or that data hold."""

from core.domain.knowledge import processes
from core.domain.knowledge.concepts import concept_base
from core.i18n import Translator
from core.views import sentences
from core.views.sentences import Dress, Row


def sentence(row: Row, t: Translator, dress: Dress = str, strong: Dress = str) -> str:
    """Return who gives what, what becomes of it at whose plant, and who looks for that (columns: services.chaining).

    `strong` is put on what is given and looked for instead of `dress`.
    """
    return t(
        "{giver} gives “{have}”; {processor} can {done}; {taker} looks for “{want}”.",
        giver=dress(sentences.capitalised(sentences.firm(row, "have", t), t)),
        have=strong(row["have_name"]),
        processor=dress(sentences.firm(row, "site", t)),
        done=processes.process(row["process"]).done(t.language),
        taker=dress(sentences.firm(row, "want", t)),
        want=strong(row["want_name"]),
    )


def strengths(row: Row, t: Translator) -> tuple[tuple[str, float], ...]:
    """Return how sure each link is, 0–1, in words."""
    return (
        (t("The processor takes such things"), float(row["take"])),
        (t("Its product meets the want"), float(row["make"])),
    )


def source(process_id: str, t: Translator, dress: Dress = str) -> str:
    """Return where the treatment is described, or that it is our own assumption."""
    one = processes.process(process_id)
    if not one.source_url:
        return t("The treatment is our own assumption: ask the processor.")
    return t("The treatment is described in: [{title}]({link})", title=dress(one.source), link=one.source_url)


def links(row: Row, t: Translator, dress: Dress = str) -> list[str]:
    """Return why each link holds: what the processor's activity or permit says, and what its product meets."""
    found = concept_base().concepts[concept_base().row_of[row["product"]]]
    product = dress(found.name_tr if t.language == "tr" else found.name_en)
    activity = dress(row["site_activity"])
    if row["is_permitted"]:
        first = t(
            "{processor} has a recovery permit for this waste code; its activity: “{activity}”.",
            processor=dress(sentences.capitalised(sentences.firm(row, "site", t), t)),
            activity=activity,
        )
    else:
        first = t(
            "The activity of {processor} is known to take such things in: “{activity}”.",
            processor=dress(sentences.firm(row, "site", t)),
            activity=activity,
        )
    return [first, t("What it would make, “{product}”, meets what is wanted.", product=product)]
