"""Avstamp: take off from facts. A fact-based start of a Swedish municipality's or region's term of office."""

__version__ = "0.1.0"
