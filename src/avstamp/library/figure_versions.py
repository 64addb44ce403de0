"""What are the figures that somebody has cited now, in the fact base that is open?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from avstamp.domain.facts.cube import STATUSES
from avstamp.domain.position.findings.finding import METHOD
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress, parse_address
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.values import rounded
from avstamp.factbase import FactBase
from avstamp.library.findings import unit_findings


def figure_versions(fact_base: FactBase, subjects: Iterable[str]) -> dict[str, FigureVersion]:
    """Each figure as it is now; one that its source no longer has is left out.

    Args:
        fact_base: the fact base that is open, whose figures are of years.
        subjects: figure addresses without revision; an organisation's own figure is not in the fact base.

    Returns:
        The newest version by subject. A figure that is there without a value, such as one withheld, has None.
    """
    found = {}
    years: dict[tuple[str, str], dict[str, int]] = {}
    for subject in subjects:
        address = parse_address(subject)
        if isinstance(address, FigureAddress) and not address.organisation:
            series = (address.indicator, address.gender.value)
            slabs = years.get(series)
            if slabs is None:
                slabs = years[series] = _slabs(fact_base, address)
            version = _version(fact_base, address, slabs.get(address.period))
            if version is not None:
                found[subject] = version
    return found


def _slabs(fact_base: FactBase, address: FigureAddress) -> dict[str, int]:
    slabs = fact_base.cube.axes.slabs_of(address.indicator, address.gender)
    found = map(str, fact_base.cube.axes.slab_year[slabs].tolist())
    return dict(zip(found, range(slabs.start, slabs.stop), strict=True))


def _version(fact_base: FactBase, address: FigureAddress, slab: int | None) -> FigureVersion | None:
    column = fact_base.cube.axes.unit_column.get(address.unit)
    indicator = fact_base.indicators.get(address.indicator)
    if slab is None or column is None or indicator is None:
        return None
    code = int(fact_base.cube.status[slab, column])
    if not code:
        return None
    value = float(fact_base.cube.by_unit[column, slab])
    # The record gives no date of its own for a single figure.
    return FigureVersion(None if np.isnan(value) else value, STATUSES[code - 1], None, indicator.decimals)


def result_versions(fact_base: FactBase, subjects: Iterable[str]) -> Mapping[str, ResultVersion]:
    """Each finding as the method finds it now; one that is found no more is left out.

    The outcome is what a reader sees of it: the unit's value and its place among the others.
    """
    units = {unit for unit in map(_unit_of, subjects) if unit in fact_base.cube.axes.unit_column}
    return {
        finding.address.subject: ResultVersion(
            finding.address.version,
            finding.address.data,
            f"{rounded(finding.value, finding.indicator.decimals)} ({finding.year}), {finding.place}/{finding.n}",
        )
        for unit in sorted(units)
        for finding in unit_findings(fact_base, fact_base.units.get(unit)).all
    }


def _unit_of(subject: str) -> str:
    """The unit that a finding is about; nothing for a result of any other method."""
    method, _, parameters = subject.partition("/")
    if method != METHOD:
        return ""
    address = parse_address(f"{method}/v1/{parameters}@0000")
    return address.parameters.get("unit", "") if isinstance(address, ResultAddress) else ""
