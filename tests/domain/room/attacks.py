"""An attacker who lays every figure ever shown side by side and adds and subtracts them as they like.

Knows nothing of the rule: only which people each figure is a sum over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np


def smallest_found(figures: Sequence[frozenset[int]], *, up_to: int) -> int | None:
    """The fewest people, at most `up_to`, that some sum of multiples of the figures is about; None when none is.

    A sum of multiples is about those people whose answers change it. It is about nobody outside a set S exactly when
    the figures' rows lose rank as the columns of S are taken away.
    """
    rows = sorted({tuple(sorted(figure)) for figure in figures})
    people = sorted({person for row in rows for person in row})
    if not people:
        return None
    matrix = np.array([[person in row for person in people] for row in rows], dtype=float)
    # People who are in the same figures stand and fall together: either all of them are in a sum or none is.
    kinds = Counter(map(tuple, matrix.T))
    columns, sizes = np.array(list(kinds)).T, np.array(list(kinds.values()))
    full = np.linalg.matrix_rank(columns)
    found = []
    for count in range(1, min(up_to, len(sizes)) + 1):
        for chosen in combinations(range(len(sizes)), count):
            size = int(sizes[list(chosen)].sum())
            if size <= up_to and np.linalg.matrix_rank(np.delete(columns, chosen, axis=1)) < full:
                found.append(size)
    return min(found, default=None)
