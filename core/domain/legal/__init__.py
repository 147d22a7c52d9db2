"""The legal path of a synergy and the handbook it rests on. Guidance, never legal advice."""
