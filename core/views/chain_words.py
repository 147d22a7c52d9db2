"""What a chain through a processor says in words; `dress` is put on every text that people typed or that data hold."""

from core.domain.knowledge.concepts import concept_base
from core.domain.matching import chains
from core.i18n import Translator
from core.views import sentences
from core.views.sentences import Dress, Row


def sentence(row: Row, t: Translator, dress: Dress = str) -> str:
    """Return who gives what, what becomes of it at whose plant, and who looks for that (columns: services.chaining)."""
    return t(
        "{giver} gives “{have}”; {processor} can {done}; {taker} looks for “{want}”.",
        giver=dress(sentences.capitalised(sentences.firm(row, "have", t), t)),
        have=dress(row["have_name"]),
        processor=dress(sentences.firm(row, "site", t)),
        done=chains.process(row["process"]).done(t.language),
        taker=dress(sentences.firm(row, "want", t)),
        want=dress(row["want_name"]),
    )


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
