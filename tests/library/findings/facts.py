"""The fact base read by another way than the findings take: SQL over the record, and plain Python."""

from __future__ import annotations

import math
import re
import statistics
from decimal import Decimal

from avstamp.domain.facts.indicator import Direction
from avstamp.domain.position.findings.finding import Side
from avstamp.domain.values import UnitKind, rounded
from avstamp.phrases import format_unit, say

NUMBER = {
    "sv": re.compile(r"−?\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|−?\d+(?:,\d+)?"),
    "en": re.compile(r"−?\d{1,3}(?:,\d{3})+(?:\.\d+)?|−?\d+(?:\.\d+)?"),
}


def numbers_in(phrase, language, *, apart):
    """The numbers that stand in a sentence, in order, but for those that are part of names and units of measure."""
    text = say(phrase, language)
    for other in apart:
        text = text.replace(other, "")
    found = NUMBER[language].findall(text)
    return [Decimal(_plain(number, language)) for number in found]


def _plain(number, language):
    number = number.replace("−", "-").replace("\u00a0", "")
    return number.replace(",", ".") if language == "sv" else number.replace(",", "")


class Record:
    """Every figure of the indicators that findings are about, for all genders together."""

    def __init__(self, fact_base, indicators):
        self.fact_base = fact_base
        rows = fact_base.door().execute(
            'SELECT indicator, unit, year, value FROM "values" '
            "WHERE gender = 'T' AND value IS NOT NULL AND indicator IN (SELECT unnest(?))",
            [list(indicators)],
        )
        self.values = {(indicator, year, unit): value for indicator, unit, year, value in rows.fetchall()}
        self.units = {
            UnitKind.MUNICIPALITY: [unit.id for unit in fact_base.units.municipalities],
            UnitKind.REGION: [unit.id for unit in fact_base.units.regions],
        }

    def of(self, finding, *, year=None):
        """All values of the finding's kind of unit in its year, by unit."""
        at = year or finding.year
        found = (
            (unit, self.values.get((finding.indicator.id, at, unit)))
            for unit in self.units[finding.unit.kind]
        )
        return {unit: value for unit, value in found if value is not None}

    def expected(self, finding):
        """What each kind of sentence about a finding has to say, as printed decimals in order."""
        held = self.of(finding)
        value = held[finding.unit.id]
        median = statistics.median(held.values())
        high = (finding.side is Side.POSSIBILITY) is (finding.entry.direction is Direction.HIGHER)
        ordered = sorted(held.values())
        beyond = sum(other < value if high else other > value for other in ordered)
        others = len(ordered) - 1
        place = 1 + sum(other > value for other in ordered)
        group = (
            [held[unit] for unit in finding.group.others(finding.unit.id) if unit in held]
            if finding.group
            else []
        )
        # Summed in the order of the group, as a mean is defined: a half may round either way otherwise.
        mean = self._printed(finding, sum(group) / len(group)) if group else None
        said = {
            "stand": [
                self._printed(finding, value),
                finding.year,
                len(ordered) if beyond == others else 100 * beyond // others,
            ],
            "bound": [
                self._printed(finding, median),
                self._printed(finding, _quantile(ordered, 0.75 if high else 0.25)),
            ],
            "group_mean": [mean],
            "against.group": [mean],
            "place": [place, len(ordered)],
            "caution.old": [finding.year],
        }
        if finding.change:
            before = self.of(finding, year=finding.change.since)
            said["change"] = [
                finding.change.since,
                self._printed(finding, before[finding.unit.id]),
                self._printed(finding, value),
                self._printed(finding, statistics.median(before.values())),
                self._printed(finding, median),
            ]
        return said

    @staticmethod
    def _printed(finding, value):
        return rounded(value, finding.indicator.decimals)


def _quantile(ordered, share):
    """The usual linear quantile."""
    at = share * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def words_apart(finding, language):
    """Names and units of measure, whose digits are no figures: longest first."""
    names = [finding.entry.names[language], format_unit(finding.indicator.unit, language)]
    return sorted((name for name in names if name), key=len, reverse=True)
