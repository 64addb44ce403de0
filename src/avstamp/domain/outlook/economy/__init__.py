"""Does the municipality's economy add up, in how many of the futures, and what would it take?"""

from avstamp.domain.outlook.economy.books import Books, Course, Guidelines, chart_course
from avstamp.domain.outlook.economy.drivers import DRIVERS, Drivers, Shocks, draw_shocks, estimate_drivers
from avstamp.domain.outlook.economy.futures import Futures, OwnFutures, count_breaks, run_futures
from avstamp.domain.outlook.economy.measures import required_efficiency, required_tax_rate
from avstamp.domain.outlook.economy.result_share import (
    ResultShare,
    draw_own,
    draw_result_share,
    fit_result_share,
)

__all__ = [
    "DRIVERS",
    "Books",
    "Course",
    "Drivers",
    "Futures",
    "Guidelines",
    "OwnFutures",
    "ResultShare",
    "Shocks",
    "chart_course",
    "count_breaks",
    "draw_own",
    "draw_result_share",
    "draw_shocks",
    "estimate_drivers",
    "fit_result_share",
    "required_efficiency",
    "required_tax_rate",
    "run_futures",
]
