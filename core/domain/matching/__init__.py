"""Which have goes with which want, and why: features, the index, scores, best lists, what forbids a pair."""
