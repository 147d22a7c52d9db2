"""How well the matching does: cases, measures and the tables that `python -m core evaluate` prints."""

ROUNDS = (1, 2, 3, 4)  # of written cases (data/evaluation)
