"""The frame of every page, and the pages that mix steps: choose a unit, its start page, about, errors."""
