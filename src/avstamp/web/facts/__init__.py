"""The page of one figure: diagram, map and table, and its file of comma-separated values."""
