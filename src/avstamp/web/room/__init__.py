"""The day: its agenda, what is answered with name and without, the screen, and who is missing."""
