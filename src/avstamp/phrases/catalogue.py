"""Which sentences does Avstamp say? Every phrase key, with its Swedish sentence; each stands in one file only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from avstamp.phrases import sentences
from avstamp.phrases.marking import Sentence


def _parts() -> Iterator[ModuleType]:
    """Every module of sentences, in order of name: a new one is a new file and nothing else."""
    for found in sorted(iter_modules(sentences.__path__), key=lambda found: found.name):
        module = import_module(f"{sentences.__name__}.{found.name}")
        if hasattr(module, "SENTENCES"):
            yield module


def _gather() -> Mapping[str, Sentence]:
    gathered: dict[str, Sentence] = {}
    for part in _parts():
        twice = gathered.keys() & part.SENTENCES.keys()
        if twice:
            raise ValueError(f"{part.__name__} says again: {', '.join(sorted(twice))}")
        gathered |= part.SENTENCES
    return MappingProxyType(gathered)


SENTENCES = _gather()
"""Phrase key to Swedish sentence."""
