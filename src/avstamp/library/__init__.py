"""What every shell does the same way: open the fact base, profile a unit, read a figure, import, report."""
