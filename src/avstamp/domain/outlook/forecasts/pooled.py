"""How have all units moved after a year like this one?

For each indicator and horizon one regression, pooled over units and past years, says how much of the way back to its
own mean a unit goes, whether its latest change goes on, and how much of the panel's change it takes part in. The sums
are of whole numbers, so they are the same in whatever order the units come; the coefficients are drawn towards those
of all indicators together, which no single indicator of a few years can overrule.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from avstamp.domain.outlook.forecasts.family import HORIZONS
from avstamp.domain.outlook.forecasts.panel import PanelHistory

TERMS = 4
"""Way to the own mean, own latest change, the panel's change, the panel's change in proportion to the level."""

TERM_LIMIT = 5.0
"""A term is cut at this many scales, and an outcome at `OUTCOME_LIMIT`, so that one break does not decide."""

OUTCOME_LIMIT = 6.0

FIXED_POINT = 65536.0
"""Terms are held as whole numbers of 1/65536."""

PRIOR_ORIGINS = 2.0
"""The coefficients of all indicators together count as this many past years of the indicator's own."""

LEAST_OBSERVED = 3
"""Values a series needs before it teaches the regression."""

_LEAST_SPREAD = 0.05


@njit(cache=True, nogil=True)
def _cut(value: float, limit: float) -> float:
    return min(max(value, -limit), limit)


@njit(cache=True, nogil=True)
def fill_terms(
    filled: NDArray[np.float64],
    start: NDArray[np.int64],
    mean: NDArray[np.float64],
    scale: NDArray[np.float64],
    middle: NDArray[np.float64],
    change: NDArray[np.float64],
    terms: NDArray[np.int64],
) -> None:
    """The terms (years, units, 4) of a panel in scales, fixed point."""
    years, units = filled.shape
    for year in range(years):
        moved = 0.0 if np.isnan(change[year]) else change[year]
        for unit in range(units):
            if start[year, unit] < 0 or not scale[year, unit] > 0:
                terms[year, unit, :] = 0
                continue
            value, size = filled[year, unit], scale[year, unit]
            latest = value - filled[year - 1, unit] if start[year, unit] < year else 0.0
            share = 0.0 if np.isnan(middle[year]) or middle[year] == 0.0 else value / middle[year]
            terms[year, unit, 0] = round(_cut((mean[year, unit] - value) / size, TERM_LIMIT) * FIXED_POINT)
            terms[year, unit, 1] = round(_cut(latest / size, TERM_LIMIT) * FIXED_POINT)
            terms[year, unit, 2] = round(_cut(moved / size, TERM_LIMIT) * FIXED_POINT)
            terms[year, unit, 3] = round(_cut(moved * share / size, TERM_LIMIT) * FIXED_POINT)


@njit(cache=True, nogil=True)
def _add_years(
    values: NDArray[np.float64],
    observed: NDArray[np.int64],
    scale: NDArray[np.float64],
    terms: NDArray[np.int64],
    products: NDArray[np.int64],
    answers: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> None:
    years, units = values.shape
    for horizon in range(HORIZONS):
        for origin in range(years - horizon - 1):
            outcome = origin + horizon + 1
            for unit in range(units):
                if observed[origin, unit] < LEAST_OBSERVED or not scale[origin, unit] > 0:
                    continue
                if np.isnan(values[origin, unit]) or np.isnan(values[outcome, unit]):
                    continue
                moved = (values[outcome, unit] - values[origin, unit]) / scale[origin, unit]
                answer = np.int64(round(_cut(moved, OUTCOME_LIMIT) * FIXED_POINT))
                counts[horizon, outcome] += 1
                for one in range(TERMS):
                    answers[horizon, outcome, one] += terms[origin, unit, one] * answer
                    for other in range(TERMS):
                        products[horizon, outcome, one, other] += (
                            terms[origin, unit, one] * terms[origin, unit, other]
                        )


def terms_of(history: PanelHistory) -> NDArray[np.int64]:
    """The terms of the regression for every year and unit of a panel (years, units, 4), in scales, fixed point."""
    terms = np.zeros((*history.filled.shape, TERMS), np.int64)
    fill_terms(
        history.filled, history.start, history.mean, history.scale, history.middle, history.change, terms
    )
    return terms


def cross_products(
    values: NDArray[np.float64], history: PanelHistory, terms: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Sums of products known at the end of each year, one unit of weight for a year in which every unit took part.

    Args: values (years, units); history and terms of the same panel.
    Returns: products (4, years, 4, 4) of terms with terms, answers (4, years, 4) of terms with outcomes, both per
        unit, and weights (4, years): how many full years they stand for; first axis the horizon.
    """
    years, units = values.shape
    products = np.zeros((HORIZONS, years, TERMS, TERMS), np.int64)
    answers = np.zeros((HORIZONS, years, TERMS), np.int64)
    counts = np.zeros((HORIZONS, years), np.int64)
    _add_years(values, history.observed, history.scale, terms, products, answers, counts)
    each = FIXED_POINT * FIXED_POINT * units
    return (
        np.cumsum(products, axis=1) / each,
        np.cumsum(answers, axis=1) / each,
        np.cumsum(counts, axis=1) / units,
    )


def _sum_in_order(parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """A sum over the first axis that does not depend on the order of the parts."""
    return np.asarray(np.sort(parts, axis=0).sum(axis=0))


def fit_pooled(
    products: NDArray[np.float64], answers: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The coefficients of every panel, horizon and year.

    Definition: b_0 solves (sum_i G_i/c_i) b = sum_i g_i/c_i over all panels i (a weight c_i below one counts as one);
        b_i solves (G_i + 2 D) b = g_i + 2 D b_0, where D holds the diagonal of the mean of G_i/c_i.
    Args: for P panels: products (P, 4, years, 4, 4), answers (P, 4, years, 4), weights (P, 4, years) as from
        `cross_products`.
    Returns: (P, 4, years, 4) coefficients by panel, horizon and year in which the forecast is made; zeros, which
        mean "as now", where no panel has an outcome yet.
    Raises: nothing.
    Source: ridge regression towards a common mean: Lindley and Smith (1972), Bayes estimates for the linear model,
        Journal of the Royal Statistical Society B 34, 1-41.
    Example:
        >>> one = np.ones((1, 4, 1))
        >>> fitted = fit_pooled(one[..., None, None] * np.eye(4), one[..., None] * [1.0, 0, 0, 0], one)
        >>> fitted[0, 0, 0].round(2).tolist()
        [1.0, 0.0, 0.0, 0.0]
    """
    size = np.maximum(weights, 1.0)
    panels = np.maximum((weights > 0).sum(axis=0), 1)[..., None]
    typical = _sum_in_order(products / size[..., None, None]) / panels[..., None]
    common = np.linalg.solve(
        typical + 1e-3 * np.eye(TERMS),
        (_sum_in_order(answers / size[..., None]) / panels)[..., None],
    )[..., 0]
    pull = PRIOR_ORIGINS * np.maximum(np.diagonal(typical, axis1=-2, axis2=-1), _LEAST_SPREAD)
    drawn = products + pull[..., None] * np.eye(TERMS)
    return np.asarray(np.linalg.solve(drawn, (answers + pull * common)[..., None])[..., 0])
