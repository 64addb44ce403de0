"""What does an opened fact base hold?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avstamp.domain.errors import UnknownIndicator
from avstamp.domain.facts.cube import Cube
from avstamp.domain.facts.indicator import CatalogueEntry, Indicator, Reporter
from avstamp.domain.facts.origin import Origin
from avstamp.domain.facts.unit import Group, GroupKind, Unit
from avstamp.domain.outlook.forecasts.family import FamilyForecasts
from avstamp.domain.start.mandates import Council, Seats
from avstamp.domain.values import Gender, UnitKind
from avstamp.factbase.catalogue_table import read_catalogue
from avstamp.factbase.cube_files import Progress, cube_folder, open_cube, release_cube
from avstamp.factbase.door import open_door
from avstamp.factbase.forecast_files import forecast_folder, make_forecasts, read_forecasts
from avstamp.factbase.record import VALUES, Manifest, read_manifest, read_table
from avstamp.factbase.registers import GroupRegister, UnitRegister

if TYPE_CHECKING:
    import duckdb

GOTLAND_REGION, GOTLAND_MUNICIPALITY = "0009", "0980"
"""Gotland is one municipality with a region's tasks: its council is the municipality's."""

Rings = tuple[tuple[tuple[float, float], ...], ...]


class FactBase:
    """A fact base on disk, opened for reading; tables are read when first asked for."""

    def __init__(self, path: Path, cache: Path) -> None:
        self.path = path
        self._cache = cache
        self._families: dict[tuple[UnitKind, Gender], FamilyForecasts] = {}
        self.manifest: Manifest = read_manifest(path)

    @property
    def identity(self) -> str:
        """One hash for all its figures."""
        return self.manifest.identity

    @property
    def newest_year(self) -> int:
        """The newest year of any figure that is not a projection."""
        return self.manifest.newest_year

    def _rows(self, table: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = read_table(self.path, table).to_pylist()
        return rows

    @cached_property
    def units(self) -> UnitRegister:
        """Municipalities, regions and the country."""
        return UnitRegister(
            Unit(row["id"], row["name"], UnitKind(row["kind"]), row["county"]) for row in self._rows("units")
        )

    @cached_property
    def groups(self) -> GroupRegister:
        """Comparison groups."""
        groups = (
            Group(
                row["id"],
                GroupKind(row["kind"]),
                row["title"],
                tuple(row["members"]),
                of=row["of"],
                area=row["area"],
                year=row["year"],
            )
            for row in self._rows("groups")
        )
        return GroupRegister(groups, self.units)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id, in order of id."""
        return {
            row["id"]: Indicator(**row | {"reporter": Reporter(row["reporter"]) if row["reporter"] else None})
            for row in self._rows("indicators")
        }

    def indicator(self, indicator: str) -> Indicator:
        """The indicator with this id; raises `UnknownIndicator`."""
        try:
            return self.indicators[indicator]
        except KeyError:
            raise UnknownIndicator(indicator, self._nearest_indicators(indicator)) from None

    def _nearest_indicators(self, query: str, most: int = 5) -> list[str]:
        """Codes close to what was written; else, with their names, indicators whose name has the words in it."""
        import difflib

        if codes := difflib.get_close_matches(query.strip().upper(), self.indicators, n=most):
            return codes
        words = query.casefold().split()
        names = {id: entry.names["sv"] for id, entry in self.catalogue.items()}
        names |= {id: row.title for id, row in self.indicators.items() if id not in names}
        found = (id for id, name in names.items() if words and all(word in name.casefold() for word in words))
        return [f"{id} ({names[id]})" for id in islice(found, most)]

    @cached_property
    def catalogue(self) -> Mapping[str, CatalogueEntry]:
        """What we ourselves say about indicators, for those the fact base has."""
        return {id: entry for id, entry in read_catalogue().items() if id in self.indicators}

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Sources by id."""
        return {row["id"]: Origin(**row) for row in self._rows("origins")}

    @cached_property
    def figure_sources(self) -> Mapping[str, int]:
        """How many figures came from each source, by its id."""
        counted = read_table(self.path, VALUES, columns=["origin"])["origin"].value_counts().to_pylist()
        return {row["values"]: row["counts"] for row in counted}

    @cached_property
    def origin_of(self) -> Mapping[str, Origin]:
        """The source of each table that has one source (councils, turnout, groups, boundaries)."""
        tables = ("councils", "turnout", "groups", "boundaries")
        return {name: self.origins[read_table(self.path, name)["origin"][0].as_py()] for name in tables}

    @cached_property
    def _councils(self) -> Mapping[str, tuple[Council, ...]]:
        seats: dict[tuple[str, int], list[Seats]] = {}
        stated: dict[tuple[str, int], int | None] = {}
        for row in self._rows("councils"):
            key = (row["unit"], row["year"])
            seats.setdefault(key, []).append(Seats(row["party"], row["name"], row["seats"]))
            stated[key] = row["stated_total"]
        councils: dict[str, tuple[Council, ...]] = {}
        for unit, year in sorted(seats):
            council = Council(unit, year, tuple(seats[unit, year]), stated[unit, year])
            councils[unit] = (*councils.get(unit, ()), council)
        return councils

    def councils(self, unit: str) -> tuple[Council, ...]:
        """The councils elected in a unit, oldest first; Region Gotland's is the municipality's."""
        return self._councils.get(GOTLAND_MUNICIPALITY if unit == GOTLAND_REGION else unit, ())

    @cached_property
    def _turnout(self) -> Mapping[str, tuple[int, int]]:
        return {row["unit"]: (row["votes"], row["entitled"]) for row in self._rows("turnout")}

    def turnout(self, unit: str) -> float | None:
        """Share of those entitled who voted in 2026, in per cent; None where the source has no figure."""
        counts = self._turnout.get(GOTLAND_MUNICIPALITY if unit == GOTLAND_REGION else unit)
        return 100 * counts[0] / counts[1] if counts else None

    @cached_property
    def _boundaries(self) -> Mapping[str, Rings]:
        return {
            row["unit"]: tuple(tuple((float(x), float(y)) for x, y in ring) for ring in row["rings"])
            for row in self._rows("boundaries")
        }

    def boundaries(self, kind: UnitKind) -> Mapping[str, Rings]:
        """Outlines of all units of a kind, as rings of (longitude, latitude)."""
        units = self.units.municipalities if kind is UnitKind.MUNICIPALITY else self.units.regions
        return {unit.id: self._boundaries[unit.id] for unit in units if unit.id in self._boundaries}

    @property
    def has_cube(self) -> bool:
        """Whether the cube has been built, so that opening it takes no time."""
        return cube_folder(self.path, self._cache).is_dir()

    def prepare(self, progress: Progress = lambda done, total: None) -> None:
        """Build the cube if there is none, telling how far it has come."""
        self.__dict__["cube"] = open_cube(self.path, self._cache, progress=progress)

    @cached_property
    def cube(self) -> Cube:
        """All figures, memory-mapped."""
        return open_cube(self.path, self._cache)

    def release(self) -> None:
        """Give back the memory of what has been read from the cube, for a process that answers for long."""
        if "cube" in self.__dict__:
            release_cube(self.cube)

    def has_forecasts(self, kind: UnitKind, gender: Gender) -> bool:
        """Whether the forecasts for a kind of unit and a gender have been made, so that reading them takes no time."""
        return forecast_folder(self.identity, self._cache, kind=kind, gender=gender).is_dir()

    def forecasts(
        self, kind: UnitKind, gender: Gender, *, progress: Progress = lambda done, total: None
    ) -> FamilyForecasts:
        """Forecasts of all indicators for every unit of a kind, memory-mapped; made first when there are none."""
        if (kind, gender) not in self._families:
            folder = forecast_folder(self.identity, self._cache, kind=kind, gender=gender)
            if not folder.is_dir():
                make_forecasts(
                    self.cube,
                    self.indicators,
                    folder,
                    kind=kind,
                    gender=gender,
                    newest_year=self.newest_year,
                    progress=progress,
                )
            self._families[kind, gender] = read_forecasts(folder)
        return self._families[kind, gender]

    def door(self) -> duckdb.DuckDBPyConnection:
        """SQL over the record."""
        return open_door(self.path)
