"""The same questions of the same figures, asked of DuckDB and Polars as well as they can be asked."""

from __future__ import annotations

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa

from avstamp.domain.facts.cube import Axes, Cube
from avstamp.domain.facts.profile import NORMAL_MAD


def long_table(axes: Axes, values: np.ndarray) -> pa.Table:
    """Figures as rows with whole-number codes, which is what serves a database best."""
    slab, column = np.nonzero(~np.isnan(values))
    kind = np.where(column < axes.municipalities, 0, np.where(column < len(axes.units) - 1, 1, 2))
    return pa.table(
        {
            "indicator": axes.slab_indicator[slab].astype(np.int16),
            "gender": axes.slab_gender[slab],
            "year": axes.slab_year[slab],
            "unit": column.astype(np.int16),
            "kind": kind.astype(np.int8),
            "value": values[slab, column],
        }
    )


def described_table(cube: Cube, figures: pa.Table) -> pa.Table:
    """The figures with the columns that the cube has ready, for the peer that is given them."""
    axes = cube.axes
    slab, column = np.nonzero(~np.isnan(cube.values))
    kind = figures["kind"].to_numpy()
    inside = np.minimum(kind, 1)
    n = cube.n[inside, slab]
    series = np.searchsorted(axes.series_start, slab, side="right") - 1
    below = cube.below[column, slab]
    with np.errstate(divide="ignore", invalid="ignore"):
        percentile = np.where(n > 1, 100.0 * below / (n - 1.0), np.nan)
    extra = {
        "n": n,
        "percentile": percentile,
        "median": cube.median[inside, slab],
        "mad": cube.mad[inside, slab],
        "slope": cube.slope[column, series],
        "is_latest": cube.latest[column, series] == slab,
    }
    table = figures
    for name, array in extra.items():
        table = table.append_column(name, pa.array(array))
    return table


REBUILD = """
CREATE OR REPLACE TABLE rebuilt AS
SELECT indicator, gender, year, unit, value, kind,
       count(*) OVER slab AS n,
       100 * percent_rank() OVER (PARTITION BY indicator, gender, year, kind ORDER BY value) AS percentile,
       described.median, described.mad
FROM figures JOIN (
    SELECT indicator, gender, year, kind, median(value) AS median, mad(value) AS mad
    FROM figures GROUP BY ALL
) AS described USING (indicator, gender, year, kind)
WINDOW slab AS (PARTITION BY indicator, gender, year, kind)
"""

READY_PROFILE = f"""
WITH own AS (SELECT * FROM described WHERE unit = $unit AND is_latest),
     means AS (
         SELECT indicator, gender, year, avg(value) AS group_mean
         FROM described SEMI JOIN own USING (indicator, gender, year)
         WHERE unit IN (SELECT unnest($members)) GROUP BY ALL
     )
SELECT own.indicator, own.gender, own.year, value, n, percentile, median, mad, slope,
       (value - median) / ({NORMAL_MAD} * nullif(mad, 0)) AS robust_z, group_mean
FROM own LEFT JOIN means USING (indicator, gender, year)
ORDER BY own.indicator, own.gender
"""

PLAIN_PROFILE = f"""
WITH newest AS (
         SELECT indicator, gender, max(year) AS year FROM figures WHERE unit = $unit GROUP BY ALL
     ),
     rows AS (SELECT figures.* FROM figures JOIN newest USING (indicator, gender, year) WHERE kind = $kind),
     described AS (
         SELECT indicator, gender, year, count(*) AS n, median(value) AS median, mad(value) AS mad,
                avg(value) FILTER (WHERE unit IN (SELECT unnest($members))) AS group_mean
         FROM rows GROUP BY ALL
     ),
     ranked AS (
         SELECT indicator, gender, year, unit, value,
                100 * percent_rank() OVER (PARTITION BY indicator, gender ORDER BY value) AS percentile
         FROM rows
     )
SELECT indicator, gender, year, value, n, percentile, median, mad,
       (value - median) / ({NORMAL_MAD} * nullif(mad, 0)) AS robust_z, group_mean
FROM ranked JOIN described USING (indicator, gender, year) WHERE unit = $unit
ORDER BY indicator, gender
"""

ONE_INDICATOR = """
SELECT unit, year, value FROM figures WHERE indicator = $indicator AND gender = 0 ORDER BY year, unit
"""

GROUP_MEANS = """
SELECT indicator, gender, year, avg(value) AS mean FROM figures
WHERE unit IN (SELECT unnest($members)) GROUP BY ALL
"""


class Duck:
    """DuckDB with its native tables in memory."""

    def __init__(self, figures: pa.Table, described: pa.Table | None) -> None:
        self._door = duckdb.connect()
        self._door.register("source", figures)
        self._door.execute("CREATE TABLE figures AS SELECT * FROM source")
        if described is not None:
            self._door.register("ready", described)
            self._door.execute(
                "CREATE TABLE described AS SELECT * FROM ready ORDER BY unit, indicator, gender, year"
            )

    def ask(self, query: str, **values: object) -> dict[str, np.ndarray]:
        """A query's answer as columns; only the values that the query names are sent."""
        named = {name: value for name, value in values.items() if f"${name}" in query}
        return self._door.execute(query, named).fetchnumpy()

    def rebuild(self) -> None:
        """Rank, median and MAD of every slab of the country."""
        self._door.execute(REBUILD)


def polars_profile(figures: pl.DataFrame, *, unit: int, kind: int, members: list[int]) -> pl.DataFrame:
    """The plain profile, in Polars."""
    key = ["indicator", "gender", "year"]
    newest = (
        figures.lazy()
        .filter(pl.col("unit") == unit)
        .group_by("indicator", "gender")
        .agg(pl.col("year").max())
    )
    rows = figures.lazy().filter(pl.col("kind") == kind).join(newest, on=key, how="semi")
    value = pl.col("value")
    return (
        rows.group_by(key)
        .agg(
            own=value.filter(pl.col("unit") == unit).first(),
            n=pl.len(),
            median=value.median(),
            mad=(value - value.median()).abs().median(),
            below=(value < value.filter(pl.col("unit") == unit).first()).sum(),
            group_mean=value.filter(pl.col("unit").is_in(members)).mean(),
        )
        .with_columns(percentile=100 * pl.col("below") / (pl.col("n") - 1))
        .sort(key)
        .collect()
    )
