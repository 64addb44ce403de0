"""The fact base: Parquet as the record, DuckDB as the door to it, a memory-mapped cube as a cache."""

from avstamp.factbase.fact_base import FactBase

__all__ = ["FactBase"]
