"""Library: precedents, good-practice sheets, and the questions of the legal handbook."""

from pages.shared import frame
from pages.shared.library import legal, practice, precedents, sections

t = frame.begin()
DRAW = {
    "precedents": precedents.draw,
    "practice": practice.draw,
    "legal": legal.draw,
}
DRAW[sections.choose(list(DRAW), t)](t)
