"""Documents to take along: the whole start of a unit, and what somebody takes the initiative with."""
