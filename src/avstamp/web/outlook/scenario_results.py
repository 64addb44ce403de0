"""How does the thread name, and look again at, the outcome of a saved scenario? `RESULT_KINDS` names this."""

from __future__ import annotations

from avstamp.domain.outlook.saved_scenario import METHOD
from avstamp.web.outlook.scenario_queries import newest_outcomes, outcome_in_words, scenario_words
from avstamp.web.thread.result_kinds import ResultKind

SCENARIOS = ResultKind(METHOD, newest_outcomes, scenario_words, outcome_in_words)
