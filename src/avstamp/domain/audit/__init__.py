"""Audit: a record of what was done, chained so that it cannot be bent without being found."""
