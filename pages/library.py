"""Library: precedents, good-practice sheets, and the questions of the legal handbook."""

from pages.shared import frame, library_legal, library_practice, library_precedents, library_sections

t = frame.begin()
DRAW = {
    "precedents": library_precedents.draw,
    "practice": library_practice.draw,
    "legal": library_legal.draw,
}
DRAW[library_sections.choose(list(DRAW), t)](t)
