"""What will the population be, by age, and within what range?

What draws futures is compiled, and is imported from its module by those who draw: `projection`.
"""

from avstamp.domain.outlook.population.ages import AGES, FINEST, REGISTERED, TOTAL, AgeGroup, finest_of
from avstamp.domain.outlook.population.outlook import QUANTILES, PopulationOutlook
from avstamp.domain.outlook.population.record import PopulationRecord, with_infants

__all__ = [
    "AGES",
    "FINEST",
    "QUANTILES",
    "REGISTERED",
    "TOTAL",
    "AgeGroup",
    "PopulationOutlook",
    "PopulationRecord",
    "finest_of",
    "with_infants",
]
