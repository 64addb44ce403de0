"""Are our most similar municipalities the ones that RKA publishes? Judged on those that were not used for fitting."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from avstamp.domain.position.similar import SERVICES, difference_index, fit_weights, group_overlap, nearest
from avstamp.library.facts import open_fact_base
from avstamp.library.similar import published_groups, service_values
from benchmarks.rows import Row, arguments, at_least, limit, milliseconds, report

BARS = {
    "rescue": 4.7,
    "socioeconomic": 4.3,
    "labour_market": 3.6,
    "elder_care": 3.5,
    "individual_family_care": 3.3,
    "after_school": 3.2,
    "compulsory_school": 3.2,
    "overall": 3.0,
    "disability": 2.7,
    "preschool": 2.6,
    "upper_secondary": 1.9,
}
SPLITS = 4
MEMBERS, WIDER = 7, 15


def held_out_overlap(service: str) -> tuple[float, float]:
    """Mean overlap with RKA's seven, among our nearest 7 and 15, over the halves that were not fitted on."""
    base = open_fact_base()
    values = service_values(base, SERVICES[service], base.newest_year)
    groups = published_groups(base, service)
    seven, fifteen = [], []
    for split in range(SPLITS):
        order = np.random.default_rng(split).permutation(values.shape[1])
        half = set(order[: values.shape[1] // 2].tolist())
        weights = fit_weights(values, {unit: group for unit, group in groups.items() if unit in half})
        index = difference_index(values, weights)
        judged = {unit: group for unit, group in groups.items() if unit not in half}
        seven.append(group_overlap(index, judged, among=MEMBERS))
        fifteen.append(group_overlap(index, judged, among=WIDER))
    return float(np.mean(seven)), float(np.mean(fifteen))


def all_lists() -> None:
    """The nearest of every municipality for every service, weights fitted anew."""
    base = open_fact_base()
    for key, service in SERVICES.items():
        values = service_values(base, service, base.newest_year)
        index = difference_index(values, fit_weights(values, published_groups(base, key)))
        for column in range(len(index)):
            nearest(index, column, MEMBERS)


def rows() -> Iterator[Row]:
    """Every row of this benchmark."""
    overlaps = {service: held_out_overlap(service) for service in BARS}
    for service, bar in BARS.items():
        yield at_least(f"similar, {service}, held out", overlaps[service][0], bar, unit="of 7")
    yield at_least(
        "similar, mean, held out", float(np.mean([o[0] for o in overlaps.values()])), 3.3, unit="of 7"
    )
    wider = float(np.mean([o[1] for o in overlaps.values()]))
    yield at_least("similar, mean, within our nearest 15", wider, 4.8, unit="of 7")
    yield limit(
        "similar, all lists of 290 municipalities, fitted anew",
        milliseconds(all_lists, runs=3),
        1000,
        unit="ms",
    )


if __name__ == "__main__":
    options = arguments(__doc__ or "")
    sys.exit(report(rows(), json_file=options.json))
