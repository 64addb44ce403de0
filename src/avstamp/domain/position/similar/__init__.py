"""Whom should a municipality be compared with, and how alike are they?"""

from avstamp.domain.position.similar.distance import (
    Difference,
    difference_index,
    explain,
    nearest,
    standardised,
)
from avstamp.domain.position.similar.services import SERVICES, Service
from avstamp.domain.position.similar.variables import Measure, Variable, structural_values
from avstamp.domain.position.similar.weights import fit_weights, group_overlap

__all__ = [
    "SERVICES",
    "Difference",
    "Measure",
    "Service",
    "Variable",
    "difference_index",
    "explain",
    "fit_weights",
    "group_overlap",
    "nearest",
    "standardised",
    "structural_values",
]
