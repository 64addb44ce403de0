"""What has been worked out together that a step's own pages should show? The later apps answer, named in a setting.

A step's page never reaches forward to the app that the results come from: it asks for what belongs to the step, and
gets names, words and addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from avstamp.domain.start.steps import Step
from avstamp.domain.values import Text
from avstamp.web.start.queries import Start


@dataclass(frozen=True)
class StepResult:
    """A result that belongs to a step: what it is called, where it was worked out and when, and its page."""

    name: str
    where: str
    day: date
    said: Text
    page: str


Source = Callable[[Start, Step], Sequence[StepResult]]


def results_for(start: Start, step: Step) -> list[StepResult]:
    """Everything that belongs to a step, as the apps in `STEP_RESULTS` give it."""
    sources: list[Source] = [import_string(name) for name in settings.STEP_RESULTS]
    return [result for source in sources for result in source(start, step)]
