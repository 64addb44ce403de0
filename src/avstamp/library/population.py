"""What does the fact base know of the population, and what does it give for a unit?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import AGES, PopulationOutlook, PopulationRecord, with_infants
from avstamp.domain.outlook.population.projection import (
    PATHS,
    YEARS,
    PopulationPaths,
    Projection,
    prepare_projection,
    project_population,
    summarise,
)
from avstamp.domain.values import Gender, Status, UnitKind
from avstamp.factbase import FactBase
from avstamp.factbase.cube_files import Progress
from avstamp.factbase.record import read_table
from avstamp.library.population_kept import keep_population, kept_locals

FIRST_YEAR = 2000
"""The country's counts by age begin here."""

TOTAL, BIRTHS, DEATHS, MOVED_IN, MOVED_OUT = "N01951", "N01804", "N01805", "N01801", "N01802"
GROUPS = ("N01926", "N01953", "N01954", "N01955", "N01956", "N01957")
"""People aged 1-5, 6-15, 16-19, 20-64, 65-79 and 80 or more."""

SEXES = {"K": 0, "M": 1}
GENDERS = (Gender.ALL, Gender.WOMEN, Gender.MEN)
COUNTS = ("people", "immigrants", "emigrants", "births", "deaths")


@lru_cache(maxsize=4)
def population_record(fact_base: FactBase) -> PopulationRecord:
    """All that the fact base knows of the population, from 2000 to the newest year with a count of every unit."""
    nation = [
        row for row in read_table(fact_base.path, "nation").to_pylist() if row["status"] == Status.MEASURED
    ]
    changes = read_table(fact_base.path, "changes").to_pylist()
    last = max([fact_base.newest_year, *(row["year"] for row in changes)])
    years = range(FIRST_YEAR, min(last, max(row["year"] for row in nation)) + 1)
    units = tuple(unit.id for unit in fact_base.units.municipalities)
    births, deaths, moved_in, moved_out = (
        _series(fact_base, indicator, Gender.ALL, years)
        for indicator in (BIRTHS, DEATHS, MOVED_IN, MOVED_OUT)
    )
    record = PopulationRecord(
        units=units,
        first_year=FIRST_YEAR,
        registered=np.full((len(units), 3, 1 + len(GROUPS), len(years)), np.nan),
        total=np.stack([_series(fact_base, TOTAL, gender, years) for gender in GENDERS], axis=1),
        births=births,
        deaths=deaths,
        moved_in=moved_in,
        moved_out=moved_out,
        tables=_tables(fact_base, units),
        nation=_nation(nation, years),
    )
    for number, indicator in enumerate(GROUPS, start=1):
        for place, gender in enumerate(GENDERS):
            record.registered[:, place, number] = _series(fact_base, indicator, gender, years)
    record.registered[:] = with_infants(record.registered, record.total)
    _add_changes(record, changes)
    return record


def _series(fact_base: FactBase, indicator: str, gender: Gender, years: range) -> NDArray[np.float64]:
    """One indicator of every municipality; (units, years), NaN where there is no figure."""
    axes = fact_base.cube.axes
    out = np.full((axes.municipalities, len(years)), np.nan)
    slabs = axes.slabs_of(indicator, gender)
    for slab in range(slabs.start, slabs.stop):
        year = int(axes.slab_year[slab])
        if year in years:
            out[:, year - years.start] = fact_base.cube.values[slab, axes.span_of(UnitKind.MUNICIPALITY)]
    return out


def _tables(fact_base: FactBase, units: Sequence[str]) -> dict[int, NDArray[np.float64]]:
    place = {unit: number for number, unit in enumerate(units)}
    tables: dict[int, NDArray[np.float64]] = {}
    for row in read_table(fact_base.path, "people").to_pylist():
        table = tables.setdefault(row["year"], np.zeros((len(units), 2, AGES)))
        table[place[row["unit"]], SEXES[row["sex"]]] = row["people"]
    return tables


def _nation(rows: list[dict[str, object]], years: range) -> NDArray[np.float64]:
    nation = np.full((len(years), 2, AGES, len(COUNTS)), np.nan)
    for row in rows:
        if row["year"] in years:
            place = (int(str(row["year"])) - years.start, SEXES[str(row["sex"])])
            nation[place] = np.array([row[name] for name in COUNTS]).T
    return nation


def _add_changes(record: PopulationRecord, changes: list[dict[str, object]]) -> None:
    """Fill in what SCB has counted since the indicators end."""
    place = {unit: number for number, unit in enumerate(record.units)}
    of = {
        "births": record.births,
        "deaths": record.deaths,
        "moved_in": record.moved_in,
        "moved_out": record.moved_out,
    }
    for row in changes:
        unit, year = place.get(str(row["unit"])), int(str(row["year"]))
        if unit is None or not record.first_year <= year <= record.last_year:
            continue
        at = record.at(year)
        sex = ("T", "K", "M").index(str(row["sex"]))
        if np.isnan(record.total[unit, sex, at]):
            record.total[unit, sex, at] = float(str(row["people"]))
        for name, counts in of.items():
            if sex == 0 and np.isnan(counts[unit, at]):
                counts[unit, at] = float(str(row[name]))


@lru_cache(maxsize=4)
def population_projection(fact_base: FactBase, years: int = YEARS, to_nation: bool = False) -> Projection:
    """What the futures of every municipality are drawn from; takes some seconds where nothing has been kept."""
    record = population_record(fact_base)
    local = kept_locals(fact_base)
    return prepare_projection(record, years=years, to_nation=to_nation, local=local)


def member_units(fact_base: FactBase, unit: Unit) -> tuple[str, ...]:
    """The municipalities of a unit: itself, or all of a region's."""
    if unit.kind is UnitKind.MUNICIPALITY:
        return (unit.id,)
    return tuple(member.id for member in fact_base.units.municipalities if f"00{member.id[:2]}" == unit.id)


@lru_cache(maxsize=64)
def population_paths(
    fact_base: FactBase,
    unit: Unit,
    *,
    years: int = YEARS,
    paths: int = PATHS,
    newcomers: tuple[int, ...] = (),
    to_nation: bool = False,
    only_chance: bool = False,
) -> PopulationPaths:
    """Drawn futures of a municipality or region; `newcomers` people move in beyond what is usual, year by year.

    They have the ages and sexes of those who usually move in. Years that are not given have none. A region's are
    divided among its municipalities as those who usually move in are.
    """
    projection = population_projection(fact_base, years, to_nation)
    members = member_units(fact_base, unit)
    extra = None
    if any(newcomers):
        inflow = projection.expected.rates.inflow[[projection.column(member) for member in members]]
        usual = inflow.astype(np.float64)
        by_year = np.zeros(years)
        by_year[: min(len(newcomers), years)] = newcomers[:years]
        extra = by_year[None, :, None, None] * usual / usual.sum(axis=(0, 2, 3), keepdims=True)
    return project_population(
        projection, members, unit=unit.id, paths=paths, newcomers=extra, only_chance=only_chance
    )


def draw_outlook(
    fact_base: FactBase,
    unit: Unit,
    *,
    years: int = YEARS,
    newcomers: tuple[int, ...] = (),
    to_nation: bool = False,
) -> PopulationOutlook:
    """What is said of the futures of a unit, drawn now."""
    drawn = [
        population_paths(
            fact_base, unit, years=years, newcomers=newcomers, to_nation=to_nation, only_chance=alone
        )
        for alone in (False, True)
    ]
    return summarise(*drawn)


def make_population(fact_base: FactBase, *, progress: Progress = lambda done, total: None) -> None:
    """Draw the futures of every municipality and region and keep what is said of them."""
    projection = population_projection(fact_base)
    units = [*fact_base.units.municipalities, *fact_base.units.regions]
    drawn: dict[str, list[PopulationPaths]] = {}
    outlooks = []
    for number, unit in enumerate(fact_base.units.municipalities):
        pair = [
            project_population(projection, [unit.id], unit=unit.id, only_chance=alone)
            for alone in (False, True)
        ]
        outlooks.append(summarise(*pair))
        region = f"00{unit.id[:2]}"
        drawn[region] = (
            [_sum(one, region, drawn[region][at]) for at, one in enumerate(pair)]
            if region in drawn
            else [replace(one, unit=region) for one in pair]
        )
        progress(number + 1, len(fact_base.units.municipalities))
    outlooks += [summarise(*drawn[region.id]) for region in fact_base.units.regions]
    keep_population(fact_base, [unit.id for unit in units], outlooks, projection.local)


def _sum(one: PopulationPaths, unit: str, other: PopulationPaths) -> PopulationPaths:
    """Path by path, since path p is the same future in every unit."""
    return PopulationPaths(
        unit, one.base_year, one.counts + other.counts, one.expected + other.expected, one.seed
    )
