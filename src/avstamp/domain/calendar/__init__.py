"""Calendar: the planning and follow-up year with its legal dates and its customary steps."""
