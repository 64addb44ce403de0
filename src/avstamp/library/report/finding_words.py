"""How does a finding become sentences, each with figures that stand in the fact base?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from avstamp.domain.position.findings.finding import Finding, Objection
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.report.wording import name_of, quantity
from avstamp.phrases import group_name, together

WITHIN = 80
"""Per cent of the places a unit may have in five years that are told."""

SUREST = 99
"""No probability is said to be larger than this many per cent."""

VERY_LIKELY, LIKELY = 0.95, 0.85


def claim(finding: Finding) -> Phrase:
    """The finding in one sentence: what, how much, when, and beside how many of the others."""
    name = name_of(finding.indicator, finding.entry)
    return Phrase("finding.claim", {"name": name, "stand": stand(finding)})


def leading_claim(finding: Finding) -> Phrase:
    """The claim for a summary, where the finding stands alone: whether it is a challenge or a possibility, and what."""
    return Phrase(f"finding.summary.{finding.side.value}", {"claim": claim(finding)})


def stand(finding: Finding) -> Phrase:
    """The same without the name: how much, when, and beside how many of the others."""
    alone = finding.share >= 1.0
    height = ("highest" if finding.is_high else "lowest") if alone else ("high" if finding.is_high else "low")
    values: dict[str, object] = {"value": _printed(finding, finding.value), "year": finding.year}
    values |= {"n": finding.n} if alone else {"share": Quantity(math.floor(100 * finding.share), "%", 0)}
    return Phrase(f"finding.stand.{height}.{finding.unit.kind.value}", values)


def bound(finding: Finding) -> Phrase:
    """The median and where the worst, or best, fourth begins."""
    values = {"median": _printed(finding, finding.median), "quartile": _printed(finding, finding.quartile)}
    return Phrase(f"finding.bound.{finding.side.value}", values)


def group(finding: Finding) -> Phrase | None:
    """The mean of the group of similar units, where any of them has a value."""
    if finding.group is None or math.isnan(finding.group_mean):
        return None
    name = group_name(finding.group, finding.unit.kind)
    return Phrase("figure.group_mean", {"group": name, "group_mean": _printed(finding, finding.group_mean)})


def change(finding: Finding) -> Phrase | None:
    """From where to where the value and the median have gone, where the years before are known."""
    if finding.change is None:
        return None
    values = {
        "since": finding.change.since,
        "before": _printed(finding, finding.change.value),
        "value": _printed(finding, finding.value),
        "median_before": _printed(finding, finding.change.median),
        "median": _printed(finding, finding.median),
    }
    return Phrase("finding.change", values)


def certainty(finding: Finding) -> Phrase:
    """How probable it is that a measurement five years on still lies in the same fourth."""
    share = min(math.floor(100 * finding.certainty.measured), SUREST)
    values = {"until": finding.certainty.until, "probability": Quantity(share, "%", 0)}
    return Phrase(f"finding.certainty.{finding.side.value}", values)


def place(finding: Finding) -> Phrase:
    """The place now and the places it may have five years on."""
    values = {
        "place": finding.place,
        "n": finding.n,
        "until": finding.certainty.until,
        "within": Quantity(WITHIN, "%", 0),
        "first": finding.certainty.highest_place,
        "last": finding.certainty.lowest_place,
    }
    return Phrase("finding.place", values)


def lasts(finding: Finding) -> Phrase:
    """How sure it is, in words."""
    sure = finding.certainty.measured
    word = "very_likely" if sure >= VERY_LIKELY else "likely" if sure >= LIKELY else "rather_likely"
    return Phrase(f"finding.lasts.{word}")


def against(finding: Finding) -> tuple[Phrase, ...]:
    """What speaks against leaning on the finding, the weightiest first; never nothing."""
    said = tuple(_object(finding, objection) for objection in finding.objections)
    return said or (Phrase("finding.against.none"),)


def _object(finding: Finding, objection: Objection) -> Phrase:
    since = finding.change.since if finding.change else None
    if objection is Objection.GROUP:
        name = group_name(finding.group, finding.unit.kind)
        return Phrase(
            "finding.against.group", {"group": name, "group_mean": _printed(finding, finding.group_mean)}
        )
    if objection in (Objection.IMPROVING, Objection.WORSENING):
        return Phrase(f"finding.against.{objection.value}", {"since": since})
    if objection is Objection.FEW_YEARS:
        return Phrase("finding.against.few_years", {"years": finding.certainty.years})
    if objection is Objection.SMALL:
        return Phrase("figure.caution.small")
    if objection is Objection.OLD:
        return Phrase("figure.caution.old", {"year": finding.year})
    if objection is Objection.NOT_MEASURED:
        return Phrase(f"figure.caution.{finding.status.value}")
    return Phrase(f"finding.against.{objection.value}")


def source(finding: Finding) -> Phrase:
    """Whose the figure is, and what of it is our own processing."""
    return Phrase("finding.source", {"publisher": finding.origin.publisher})


def sentences(finding: Finding) -> Iterator[Phrase]:
    """Everything that is said of a finding, claim first and what speaks against it last."""
    yield claim(finding)
    yield bound(finding)
    yield from (said for said in (group(finding), change(finding)) if said is not None)
    yield certainty(finding)
    yield place(finding)
    yield from against(finding)


def point(finding: Finding) -> Text:
    """A finding as one point of a list, for a report."""
    return together(sentences(finding))


def _printed(finding: Finding, value: float) -> Quantity:
    return quantity(finding.indicator, value)
