"""Factories for tests of the thread."""

from avstamp.domain.start.authors import Author, AuthorKind
from avstamp.domain.thread.addresses import FigureAddress, ResultAddress
from avstamp.domain.thread.claims import Claim, ClaimKind, Evidence, Relation
from avstamp.domain.thread.revisions import FigureVersion
from avstamp.domain.values import Gender, Status

JOINT = Author(AuthorKind.JOINT)


def claim(number: int, kind: ClaimKind = ClaimKind.STATEMENT, *, replaces: int | None = None) -> Claim:
    return Claim(number, kind, f"Påstående {number}", JOINT, "person", replaces=replaces)


def edge(claim: int, target: FigureAddress | ResultAddress | int) -> Evidence:
    return Evidence(claim, target, Relation.SUPPORTS)


def figure(indicator: str, version: FigureVersion) -> FigureAddress:
    return FigureAddress(indicator, "1481", Gender.ALL, "2022", version.digest[:12])


def measured(value: float | None) -> FigureVersion:
    return FigureVersion(value, Status.MEASURED, None, 1)
