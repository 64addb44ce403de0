"""Where is an indicator going over the next one to four years, and how sure are we?

`panel` lays an indicator out for all units and describes each series; `theta` and `pooled` give the two halves of the
point forecast; `testing` makes every forecast that could have been made in the past and chooses on them; `intervals`
turns past errors into 80 and 95 % intervals; `engine` runs it all for a whole fact base.
"""
