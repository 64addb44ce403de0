"""Everyone in the room: a day's exercises, answers and results, what may be shown of them, and who is missing."""
