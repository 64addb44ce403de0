"""Start: organisations, starts of a term, their steps, parties, sides and people."""
