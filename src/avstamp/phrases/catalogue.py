"""Which sentences does Avstamp say? Every phrase key, with its Swedish sentence; each stands in one file only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from avstamp.phrases.marking import Sentence
from avstamp.phrases.sentences import (
    audit,
    calendar,
    costs,
    errors,
    expectations,
    figure_page,
    figures,
    findings,
    imports,
    improvement,
    mandates,
    permissions,
    report,
    similar,
    start,
    steps,
    terminal,
    thread,
)

PARTS = (
    audit,
    calendar,
    costs,
    errors,
    expectations,
    figure_page,
    figures,
    findings,
    improvement,
    imports,
    mandates,
    permissions,
    report,
    similar,
    start,
    steps,
    terminal,
    thread,
)


def _gather() -> Mapping[str, Sentence]:
    gathered: dict[str, Sentence] = {}
    for part in PARTS:
        twice = gathered.keys() & part.SENTENCES.keys()
        if twice:
            raise ValueError(f"{part.__name__} says again: {', '.join(sorted(twice))}")
        gathered |= part.SENTENCES
    return MappingProxyType(gathered)


SENTENCES = _gather()
"""Phrase key to Swedish sentence."""
