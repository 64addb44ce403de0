"""Out of thousands of figures, which few are the largest challenges and possibilities, each one defensible?

`judge` looks at all units of a kind at once; `build_findings` puts one unit's list into values with their words.
"""
