"""How well the matching does: cases, measures and the tables that `python -m core evaluate` prints."""
