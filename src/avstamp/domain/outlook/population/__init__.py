"""What will the population be, by age, and within what range?"""

from avstamp.domain.outlook.population.ages import AGES, FINEST, REGISTERED, TOTAL, AgeGroup, finest_of
from avstamp.domain.outlook.population.projection import (
    PATHS,
    QUANTILES,
    SEED,
    YEARS,
    PopulationPaths,
    Projection,
    prepare_projection,
    project_population,
)
from avstamp.domain.outlook.population.record import PopulationRecord, with_infants

__all__ = [
    "AGES",
    "FINEST",
    "PATHS",
    "QUANTILES",
    "REGISTERED",
    "SEED",
    "TOTAL",
    "YEARS",
    "AgeGroup",
    "PopulationPaths",
    "PopulationRecord",
    "Projection",
    "finest_of",
    "prepare_projection",
    "project_population",
    "with_infants",
]
