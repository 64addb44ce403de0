"""One unit's largest challenges and possibilities, as every shell shows them."""

from avstamp.library.findings.units import UnitFindings, unit_findings
from avstamp.library.findings.verdicts import has_findings, prepare_findings

__all__ = ["UnitFindings", "has_findings", "prepare_findings", "unit_findings"]
