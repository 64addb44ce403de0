"""The whole start of a unit as a file to take along."""
