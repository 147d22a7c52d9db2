"""How well the matching does: cases, measures and the tables that `python -m core evaluate` prints."""

ROUNDS = (1, 2, 3, 4, 5)  # of written cases (data/evaluation)
