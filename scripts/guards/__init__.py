"""The project's own rules, each a function `find_faults(root)` that returns one line for each fault.

`scripts/check.py` runs them all; `tests/guards` plants a violation of each and sees it found.
"""
