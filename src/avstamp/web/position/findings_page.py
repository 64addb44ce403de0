"""What stands on the page of a unit's findings, ready to be printed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.findings.finding import Finding, Side
from avstamp.domain.values import Phrase, Text
from avstamp.library.facts import open_fact_base
from avstamp.library.findings import unit_findings
from avstamp.library.report import finding_words as words
from avstamp.library.report.findings import judged
from avstamp.library.report.wording import name_of


@dataclass(frozen=True)
class FindingLine:
    """One finding: what it is about, what it says, how sure it is, what speaks against it, and whose the figure is."""

    indicator: str
    name: Text
    area: Phrase
    stand: Phrase
    told: Sequence[Phrase]
    lasts: Phrase
    certainty: Sequence[Phrase]
    against: Sequence[Phrase]
    source: Phrase
    address: str
    subject: str


@dataclass(frozen=True)
class LensGroup:
    """The findings of one side that are seen through one lens."""

    id: str
    name: Phrase
    lines: Sequence[FindingLine]


@dataclass(frozen=True)
class SidePart:
    """Challenges, or possibilities: by lens, or what is said when there are none."""

    id: str
    heading: Phrase
    none: Phrase
    count: int
    lenses: Sequence[LensGroup]


@dataclass(frozen=True)
class FindingsPage:
    """The page: both sides, and among how much was looked."""

    sides: Sequence[SidePart]
    judged: Phrase
    newest_year: int


def findings_page(unit: Unit) -> FindingsPage:
    """Return everything on the page of a unit's findings."""
    base = open_fact_base()
    found = unit_findings(base, unit)
    sides = [
        _side(Side.CHALLENGE, Phrase("finding.challenges"), found.challenges),
        _side(Side.POSSIBILITY, Phrase("finding.possibilities"), found.possibilities),
    ]
    return FindingsPage(sides, judged(found), base.newest_year)


def _side(side: Side, heading: Phrase, found: Sequence[Finding]) -> SidePart:
    lenses = [
        LensGroup(f"{side.value}-{lens.value}", Phrase(f"lens.{lens.value}"), [_line(one) for one in seen])
        for lens in Lens
        if (seen := [finding for finding in found if finding.lens is lens])
    ]
    return SidePart(side.value, heading, Phrase(f"finding.none.{side.value}"), len(found), lenses)


def _line(finding: Finding) -> FindingLine:
    told = (words.bound(finding), words.group(finding), words.change(finding))
    return FindingLine(
        indicator=finding.indicator.id,
        name=name_of(finding.indicator, finding.entry),
        area=Phrase(f"area.{finding.entry.area}"),
        stand=words.stand(finding),
        told=[phrase for phrase in told if phrase is not None],
        lasts=words.lasts(finding),
        certainty=[words.certainty(finding), words.place(finding)],
        against=words.against(finding),
        source=words.source(finding),
        address=str(finding.address),
        subject=finding.address.subject,
    )
