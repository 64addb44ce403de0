"""What does the report say of the largest challenges and possibilities?"""

from __future__ import annotations

from avstamp.domain.documents import Bullets, Paragraph, Section
from avstamp.domain.documents.tree import Block
from avstamp.domain.position.findings.finding import Finding, Side
from avstamp.domain.position.findings.parameters import FALSE_SHARE
from avstamp.domain.values import Phrase, Quantity
from avstamp.library.findings import UnitFindings
from avstamp.library.report.finding_words import point, source


def findings_section(findings: UnitFindings) -> Section:
    """Challenges and possibilities, each with how sure it is and what speaks against it."""
    lists = [
        Section(Phrase("finding.challenges"), _points(findings.challenges, Side.CHALLENGE)),
        Section(Phrase("finding.possibilities"), _points(findings.possibilities, Side.POSSIBILITY)),
    ]
    return Section(Phrase("finding.title"), (Paragraph((judged(findings),)), *lists))


def judged(findings: UnitFindings) -> Phrase:
    """Among how many indicators was looked, and what a finding is."""
    share = Quantity(100 * FALSE_SHARE, "%", 0)
    return Phrase("finding.judged", {"count": findings.judged, "false_share": share})


def _points(found: tuple[Finding, ...], side: Side) -> tuple[Block, ...]:
    if not found:
        return (Paragraph((Phrase(f"finding.none.{side.value}"),)),)
    sources = tuple(dict.fromkeys(source(finding).values["publisher"] for finding in found))
    told = Paragraph((Phrase("finding.source", {"publisher": sources}),))
    return (Bullets(tuple(point(finding) for finding in found), ordered=True), told)
