"""One unit's largest challenges and possibilities, as every shell shows them."""

from avstamp.library.findings.panels import HISTORY, directed_indicators, judge_kind, read_panel
from avstamp.library.findings.units import UnitFindings, unit_findings

__all__ = [
    "HISTORY",
    "UnitFindings",
    "directed_indicators",
    "judge_kind",
    "read_panel",
    "unit_findings",
]
