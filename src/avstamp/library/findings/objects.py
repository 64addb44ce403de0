"""How is a finding written as data, the same from the terminal and from the web?"""

from __future__ import annotations

import math

from avstamp.domain.position.findings.finding import Finding
from avstamp.library.findings.units import UnitFindings
from avstamp.library.report.finding_words import against, claim, sentences
from avstamp.phrases import LANGUAGES, say


def findings_object(findings: UnitFindings) -> dict[str, object]:
    """All findings of a unit as JSON can hold them."""
    return {
        "unit": {"id": findings.unit.id, "name": findings.unit.name},
        "base_year": findings.base_year,
        "indicators_judged": findings.judged,
        "challenges": [finding_object(finding) for finding in findings.challenges],
        "possibilities": [finding_object(finding) for finding in findings.possibilities],
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding: its address, figures, certainty, what speaks against it, and its sentences by language."""
    certainty, change = finding.certainty, finding.change
    return {
        "address": str(finding.address),
        "side": finding.side.value,
        "indicator": finding.indicator.id,
        "title": finding.indicator.title,
        "direction": finding.entry.direction.value,
        "lens": finding.lens.value,
        "area": finding.entry.area,
        "year": finding.year,
        "value": finding.value,
        "unit": finding.indicator.unit,
        "status": finding.status.value,
        "place": finding.place,
        "n": finding.n,
        "share_of_others": finding.share,
        "median": finding.median,
        "quartile": finding.quartile,
        "group": finding.group.title if finding.group else None,
        "group_mean": None if math.isnan(finding.group_mean) else finding.group_mean,
        "group_n": finding.group_n,
        "change": {"since": change.since, "value": change.value, "median": change.median} if change else None,
        "probability_lasting": certainty.lasting,
        "probability_measured": certainty.measured,
        "until": certainty.until,
        "places_until": [certainty.highest_place, certainty.lowest_place],
        "years_of_data": certainty.years,
        "objections": [objection.value for objection in finding.objections],
        "origin": finding.indicator.origin,
        "publisher": finding.origin.publisher,
        "claim": {language: say(claim(finding), language) for language in LANGUAGES},
        "text": {language: [say(said, language) for said in sentences(finding)] for language in LANGUAGES},
        "against": {language: [say(said, language) for said in against(finding)] for language in LANGUAGES},
    }
