"""What things are wanted for: which things would serve a want that names none of them.

Who could use fly ash writes "cement additive" or "filler for concrete blocks". data/knowledge/wanted_for.csv tells for
each thing what they write who would take it; a want is read by these phrases as documents.py tells.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from core.domain.choices import Kind
from core.domain.datafiles import rows_of
from core.domain.knowledge.activities import what_is_done
from core.domain.knowledge.concepts import concept_base
from core.domain.knowledge.documents import Documents, documents_of, phrases_of, read, split
from core.domain.knowledge.kept import kept
from core.domain.matching.cards import Card
from core.domain.text import stem

Floats = npt.NDArray[np.float64]

_OF_NAME = 2  # how often the name of a want counts beside its description and activity
_LEAST = 0.1  # weaker readings are chance, and fill the memory
_OF_ANY_WANT = frozenset(
    stem(word)
    for word in (
        "raw material materials input source feedstock use usage need needed needs want wanted looking for our we some "
        "something supply demand required requirement "
        "ham madde hammadde girdi kaynak ihtiyac ihtiyaci ihtiyacimiz talep aranan araniyor ariyoruz lazim gerek "
        "gerekli kullanim kullanimi kullanmak icin olarak istiyoruz istenen alim alimi temin tedarik"
    ).split()
)
"""What every want may say: it tells nothing of what would serve it."""


@dataclass(frozen=True)
class _Uses:
    """What is written of each thing as a document; `concepts` are its rows in concept_base()."""

    documents: Documents
    concepts: npt.NDArray[np.int64]


@kept
def _uses() -> _Uses:
    rows = rows_of("wanted_for.csv")
    row_of = concept_base().row_of
    concepts = np.array([row_of[row["concept_id"]] for row in rows], dtype=np.int64)
    return _Uses(documents_of([phrases_of(row) for row in rows]), concepts)


def readings(wants: Sequence[Card], goods: Floats) -> sparse.csr_matrix:
    """Return wants × concepts: how far each thing would serve each want, 0–1, less for things that tell little.

    `goods` is how surely each want speaks of goods; what is wanted for a service no thing serves.
    """
    base = concept_base()
    told = read([_words(want) for want in wants], _uses().documents).tocoo()
    concept = _uses().concepts[told.col]
    values = told.data * goods[told.row] * np.sqrt(base.telling[concept])
    enough = values >= _LEAST
    shape = (len(wants), len(base.concepts))
    return sparse.csr_matrix((values[enough], (told.row[enough], concept[enough])), shape=shape)


def _words(want: Card) -> Counter[str]:
    words = split(want.name) * _OF_NAME + split(want.description)
    # What a dairy makes tells what it buys, not what its steam is made of.
    if want.kind in (None, Kind.MATERIAL):
        words += split(what_is_done(want.activity))
    return Counter(word for word in words if stem(word) not in _OF_ANY_WANT)
