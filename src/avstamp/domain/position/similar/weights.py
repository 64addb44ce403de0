"""How much must each condition weigh for the groups that RKA publishes to be the most alike?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from avstamp.domain.position.similar.distance import nearest, standardised

METHOD = "similar-1"
"""Name and version of the method, for results that cite it."""

FIRST_GUESS = 1.5
SHRINKAGE = 0.002
"""Draws a weight that explains nothing to 0; so small that it moves no other."""

Groups = Mapping[int, Sequence[int]]
"""The members of each unit's published group, as columns, the unit itself left out."""


def fit_weights(values: NDArray[np.float64], groups: Groups) -> NDArray[np.float64]:
    """The weights under which the published members are the most likely to be chosen as alike.

    Definition: unit i names j as alike with probability exp(−Σ_k w_k |z_ik − z_jk|) / Σ_m the same for m ≠ i.
        The weights w_k ≥ 0 (as squares) make the mean log-probability of the published members largest.
    Args: `values` (variables, units), NaN where missing (then the median stands in while fitting);
        `groups` of the units to learn from.
    Returns: weights (variables,); their sum tells how sharply the choice falls off, only their ratios matter to order.
    Raises: ValueError when no unit has a group.
    Source: conditional logit, McFadden (1974); as a loss for ranked lists, Cao et al. (2007), ICML, 129-136.
    Example: see `tests/domain/position/test_similar.py`.
    """
    rows = [unit for unit, members in groups.items() if len(members)]
    if not rows:
        raise ValueError("no unit has a published group to learn the weights from")
    place = np.nan_to_num(standardised(values), nan=0.0)
    apart = np.abs(place[:, rows, None] - place[:, None, :])
    wanted = np.zeros((len(rows), values.shape[1]))
    for row, unit in enumerate(rows):
        wanted[row, list(groups[unit])] = 1 / len(groups[unit])
    itself = np.zeros_like(wanted)
    itself[np.arange(len(rows)), rows] = -np.inf

    def loss(root: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        utility = itself - np.tensordot(root**2, apart, 1)
        top = utility.max(axis=1, keepdims=True)
        odds = np.exp(utility - top)
        total = odds.sum(axis=1, keepdims=True)
        named = np.where(wanted > 0, wanted * np.where(wanted > 0, utility, 0.0), 0.0).sum()
        value = (np.log(total) + top).sum() - named
        slope = np.einsum("ij,kij->k", wanted - odds / total, apart) * 2 * root
        count = len(rows)
        return float(value / count + SHRINKAGE * np.abs(root).sum()), slope / count + SHRINKAGE * np.sign(
            root
        )

    # Loaded here: fitting is rare, and a server that only reads the weights is 45 MB smaller and starts sooner.
    from scipy.optimize import minimize

    found = minimize(loss, np.full(len(values), FIRST_GUESS), jac=True, method="L-BFGS-B")
    return np.asarray(found.x**2, np.float64)


def group_overlap(index: NDArray[np.float64], groups: Groups, *, among: int) -> float:
    """How many of a published group's seven are among the `among` nearest by our index, on the average.

    Definition: mean over units of 7 · |group ∩ nearest| / |group|.
    Args: `index` (units, units); `groups` of the units to judge; `among` how many nearest to look at.
    Returns: 0 to 7; NaN when no unit has a group. Raises: nothing. Source: Avstamp's own measure.
    Example:
        >>> index = np.array([[0.0, 1.0, 2.0], [1.0, 0.0, 3.0], [2.0, 3.0, 0.0]])
        >>> group_overlap(index, {0: [1], 1: [2]}, among=1)
        3.5
    """
    shares = [
        7 * len(set(nearest(index, unit, among)) & set(members)) / len(members)
        for unit, members in groups.items()
        if len(members)
    ]
    return float(np.mean(shares)) if shares else float("nan")
