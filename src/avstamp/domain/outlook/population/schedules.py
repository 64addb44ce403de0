"""At which ages does each municipality gain and lose people beyond what the country does, and how sure is that?

Empirical Bayes: every municipality has a schedule of yearly differences by age; how such schedules vary among the
290, and which ages vary together, is learnt from all of them; each is then drawn toward the country by as much as
its own observations are uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.outlook.population.ages import AGES
from avstamp.domain.outlook.population.cohorts import Observations
from avstamp.domain.outlook.population.rates import BLOCKS

ROUNDS = 6
"""Rounds of expectation and maximisation; more of them follow the noise of the years at hand."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Variances of what is seen in a year around a lasting schedule: `passing` for every unit alike, `chance` over
    the number of people, `drift` added to the level every year, `shared` correlation among groups, `count` errors."""

    passing: float = 0.003**2
    chance: float = 0.15
    drift: float = 0.0006**2
    shared: float = 0.3
    count: float = 0.003**2
    rounding: float = 0.3


USUAL = Noise()


@dataclass(frozen=True)
class Schedules:
    """`difference` (U, 101) yearly difference of the logarithm of the cohort ratio by age reached, all ages' posterior
    mean; `block_sd` (U, 7) posterior standard deviation of its mean over each of `BLOCKS`."""

    difference: NDArray[np.float64]
    block_sd: NDArray[np.float64]


def starting_covariance() -> NDArray[np.float64]:
    """How schedules are taken to vary before the data have spoken: most around 20, and neighbours alike."""
    age = np.arange(AGES)
    spread = (
        0.006
        + 0.05 * np.exp(-(((age - 21) / 4) ** 2))
        + 0.012 * np.exp(-(((age - 31) / 6) ** 2))
        + 0.01 * np.exp(-age / 3)
        + 0.01 * (age > 80)
    )
    apart = np.abs(age[:, None] - age)
    alike = 0.6 * np.exp(-apart / 4) + 0.4 * np.exp(-((apart / 20) ** 2))
    return np.asarray(spread[:, None] * alike * spread + 0.004**2)


def _noise_parts(seen: Observations, noise: Noise) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What is the same for every unit: covariance of observations, and what chance multiplies; (J, J) each."""
    most = int(seen.years.max())
    year = np.arange(1, most + 1)
    running = np.tril(np.ones((most, most)))
    common = running @ running.T
    drifting = running @ (noise.drift * np.minimum(year[:, None], year)) @ running.T
    at = (seen.years[:, None] - 1, seen.years[None] - 1)
    same = seen.source[:, None] == seen.source
    mix = np.where(same, 1.0, noise.shared)
    fixed = mix * (noise.passing * common[at] + drifting[at]) + np.eye(len(seen.years)) * noise.count
    return fixed, same * noise.chance * common[at]


def fit_schedules(seen: Observations, *, noise: Noise = USUAL, rounds: int = ROUNDS) -> Schedules:
    """Each municipality's schedule, drawn toward the country.

    Definition: y_m = A s_m + e_m, s_m ~ N(0, S), e_m ~ N(0, V_m); S by expectation and maximisation over all m;
        V_m = passing and drifting yearly differences summed over the years passed + chance / people + count errors.
    Args: `seen` of U units. Returns: see `Schedules`.
    Raises: nothing. Source: D. V. Lindley and A. F. M. Smith, Journal of the Royal Statistical Society B 34 (1972);
        A. P. Dempster, N. M. Laird and D. B. Rubin, same journal B 39 (1977).
    Example: see `benchmarks/population.py`, on the whole country.
    """
    fixed, chance = _noise_parts(seen, noise)
    covariance = starting_covariance()
    averages = np.zeros((len(BLOCKS), AGES))
    for number, (first, last) in enumerate(BLOCKS):
        averages[number, first : last + 1] = 1 / (last - first + 1)
    units = len(seen.value)
    means, variances = np.zeros((units, AGES)), np.zeros((units, len(BLOCKS)))
    for turn in range(rounds):
        total = np.zeros((AGES, AGES))
        for unit in range(units):
            mean, posterior = _posterior(seen, unit, covariance, fixed, chance, noise.rounding)
            means[unit] = mean
            total += np.outer(mean, mean) + posterior
            if turn == rounds - 1:
                variances[unit] = np.einsum("ba,ac,bc->b", averages, posterior, averages)
        if turn < rounds - 1:
            covariance = (total + total.T) / (2 * units)
    return Schedules(means, np.sqrt(np.maximum(variances, 0.0)))


def _posterior(
    seen: Observations,
    unit: int,
    covariance: NDArray[np.float64],
    fixed: NDArray[np.float64],
    chance: NDArray[np.float64],
    rounding: float,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    known = np.flatnonzero(np.isfinite(seen.value[unit]))
    size = 1 / np.sqrt(seen.size[unit, known])
    error = fixed[np.ix_(known, known)] + chance[np.ix_(known, known)] * size[:, None] * size
    error[np.diag_indices_from(error)] += rounding * size**2
    passes = seen.passes[known]
    spread = covariance @ passes.T
    gain = np.linalg.solve(passes @ spread + error, spread.T).T
    return gain @ seen.value[unit, known], covariance - gain @ spread.T
