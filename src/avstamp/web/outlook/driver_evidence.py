"""What can an own driver rest on, how is it searched for, and what has been chosen?

The form writes a piece of evidence as a code: an indicator's number for the newest figure of one's own, else what the
thread's own forms take, the address of a figure or result or the number of a claim.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.drivers import Heading, Sign
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.thread.revisions import FigureVersion, ResultVersion
from avstamp.domain.values import Gender, Phrase, Quantity, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.drivers import Evidence, newest_evidence, version_of
from avstamp.library.facts import open_fact_base
from avstamp.library.figure_search import holds_every, search_figures
from avstamp.web.outlook.wordings import DriverRefused
from avstamp.web.start.visit import Visit
from avstamp.web.thread.permitting import ClaimRefused
from avstamp.web.thread.queries import (
    Claim,
    figure_now,
    read_target,
    result_now,
    standing_claims,
    target_words,
)

MOST_PIECES, MOST_HITS = 10, 12


@dataclass(frozen=True)
class Piece:
    """A piece of evidence to choose or chosen: `value` and `year` of a figure, `sign` the way it is watched."""

    code: str
    name: Text
    value: Quantity | None = None
    year: str = ""
    sign: str = ""

    @property
    def can_be_watched(self) -> bool:
        """Whether the piece is a figure of one's own, which alone can be a sign."""
        return self.value is not None


@dataclass(frozen=True)
class Search:
    """What a search for evidence found; `left` more figures than are shown."""

    query: str
    figures: Sequence[Piece]
    findings: Sequence[Piece]
    nearly: bool
    left: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.figures and not self.findings


@dataclass(frozen=True)
class Ground:
    """What a driver is to rest on, as it is now, and what is to be watched."""

    figures: Sequence[tuple[FigureAddress, FigureVersion]]
    results: Sequence[tuple[ResultAddress, ResultVersion]]
    findings: Sequence[Claim]
    signs: Sequence[Sign]


def search_evidence(visit: Visit, query: str, *, chosen: Collection[str]) -> Search | None:
    """Figures of the unit and findings of the start that hold the words; None where nothing was asked."""
    words = query.casefold().split()
    if not words:
        return None
    base, unit = open_fact_base(), _unit(visit)
    hits = search_figures(base, unit, query)
    fresh = [one.id for one in hits.indicators if one.id not in chosen]
    found = newest_evidence(base, unit, fresh[:MOST_HITS])
    findings = [
        Piece(f"#{one.number}", Verbatim(one.text))
        for one in standing_claims(visit.start, ClaimKind.FINDING)
        if holds_every(words, one.text) and f"#{one.number}" not in chosen
    ]
    return Search(
        query,
        [_figure(found[id]) for id in fresh[:MOST_HITS] if id in found],
        findings[:MOST_HITS],
        hits.nearly,
        max(0, len(fresh) - MOST_HITS),
    )


def chosen_pieces(visit: Visit, codes: Iterable[str], signs: Mapping[str, str]) -> list[Piece]:
    """What has been chosen, in words; what the codes name no longer is left out."""
    codes = list(codes)
    found = newest_evidence(open_fact_base(), _unit(visit), codes)
    pieces = []
    for code in codes:
        if code in found:
            pieces.append(_figure(found[code], signs.get(code, "")))
        elif (name := target_words(visit, code)) is not None:
            pieces.append(Piece(code, name))
    return pieces


def codes_of(claim: Claim, unit: Unit) -> list[str]:
    """What a driver rests on, as the form writes it."""
    codes = []
    for edge in claim.evidence.select_related("figure", "result", "target").order_by("pk"):
        if edge.target is not None:
            codes.append(f"#{edge.target.number}")
        elif edge.result is not None:
            codes.append(edge.result.address)
        elif (figure := edge.figure) is not None:
            own = figure.unit == unit.id and figure.gender == Gender.ALL.value and not figure.organisation
            codes.append(figure.indicator if own else figure.subject)
    return list(dict.fromkeys(codes))


def read_ground(visit: Visit, codes: Sequence[str], signs: Mapping[str, str]) -> Ground:
    """What the form's codes name, at the revisions of now, and the signs that are chosen of it.

    Raises: DriverRefused for a code that names nothing here, too many, or a sign that is none.
    """
    if len(codes) > MOST_PIECES:
        raise DriverRefused(Phrase("driver.wrong.too_much_evidence", {"most": MOST_PIECES}))
    base: FactBase = open_fact_base()
    own = newest_evidence(base, _unit(visit), [code for code in codes if code in base.indicators])
    figures = [(one.address, version_of(one)) for one in own.values()]
    results: list[tuple[ResultAddress, ResultVersion]] = []
    findings: list[Claim] = []
    for code in codes:
        if code in own:
            continue
        try:
            target = read_target(visit, code)
        except ClaimRefused as error:
            raise DriverRefused(Phrase("driver.wrong.indicator", {"written": code[:200]})) from error
        if isinstance(target, FigureAddress):
            figures.append((target, figure_now(target)))
        elif isinstance(target, ResultAddress):
            results.append(result_now(target, visit.start))
        elif isinstance(target, Claim) and target.kind == ClaimKind.FINDING.value:
            findings.append(target)
        else:
            raise DriverRefused(Phrase("driver.wrong.indicator", {"written": code[:200]}))
    return Ground(figures, results, findings, _signs(own, signs))


def _signs(own: Collection[str], signs: Mapping[str, str]) -> list[Sign]:
    try:
        return [Sign(code, Heading(heading)) for code, heading in signs.items() if heading and code in own]
    except ValueError as error:
        raise DriverRefused(Phrase("driver.wrong.choice")) from error


def _figure(found: Evidence, sign: str = "") -> Piece:
    return Piece(found.figure.indicator.id, found.name, found.value, str(found.figure.year), sign)


def _unit(visit: Visit) -> Unit:
    return open_fact_base().units.get(visit.start.organisation.unit)
