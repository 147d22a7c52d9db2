"""A synergy's life: stages and what each asks for, readiness, files, the board, what somebody owes."""
