"""Which results beside the findings can a claim rest on, and who computes them?

A later step that computes something of a start's own names it in the setting `RESULT_KINDS`; the thread asks by
the method that a result's address begins with, and never reaches forward to the step itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from avstamp.domain.thread.revisions import ResultVersion
from avstamp.domain.values import Text
from avstamp.web.start.queries import Start


@dataclass(frozen=True)
class ResultKind:
    """The results of one method.

    `newest` gives a start its own results as they are now, by subject; `name` what a subject is called there,
    `outcome` an outcome in words, and `page` the address of the page that shows it, nothing where there is none.
    """

    method: str
    newest: Callable[[Start, Iterable[str]], Mapping[str, ResultVersion]]
    name: Callable[[Start, str], Text]
    outcome: Callable[[str], Text]
    page: Callable[[Start, str], str] = lambda start, subject: ""


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, ResultKind]:
    kinds = [import_string(name) for name in settings.RESULT_KINDS]
    return {kind.method: kind for kind in kinds}


def kind_of(subject: str) -> ResultKind | None:
    """The kind of a result; None for a finding, and for a method that nobody here knows."""
    return _kinds().get(subject.partition("/")[0])


def page_of(start: Start, subject: str) -> str:
    """The address of the page that shows a result of the start's own; nothing for any other."""
    kind = kind_of(subject)
    return "" if kind is None else kind.page(start, subject)


def own_results(start: Start, subjects: Iterable[str]) -> dict[str, ResultVersion]:
    """A start's own results among what is asked for, as they are now."""
    asked: dict[str, list[str]] = {}
    for subject in subjects:
        if kind := kind_of(subject):
            asked.setdefault(kind.method, []).append(subject)
    found: dict[str, ResultVersion] = {}
    for method, named in asked.items():
        found |= _kinds()[method].newest(start, named)
    return found


def result_subject(start: Start, method: str, number: int) -> str:
    """What an event about a result of a start's own is about: the thread then looks anew at what rests on it."""
    return f"{_results_of(start)}{method}:{number}"


def is_own_result(start: Start, subject: str) -> bool:
    """Whether an event is about a result of the start's own."""
    return subject.startswith(_results_of(start))


def _results_of(start: Start) -> str:
    return f"start:{start.identifier}/result:"
