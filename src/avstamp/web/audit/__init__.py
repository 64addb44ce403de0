"""Audit: the record of what was done, its signed heads, and its verification."""
