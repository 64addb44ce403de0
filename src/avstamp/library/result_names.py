"""What is a computed result called, wherever it is named: on a page of the thread, in the record, in an archive?"""

from __future__ import annotations

from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.report.wording import name_of


def name_of_result(facts: FactBase | None, subject: str) -> Text:
    """What a finding is about; the subject as it stands for any other result."""
    parameters = subject.partition("/")[2]
    pairs = dict(pair.partition("=")[::2] for pair in parameters.split(";") if pair)
    indicator = facts.indicators.get(pairs.get("indicator", "")) if facts else None
    if facts is None or indicator is None or "side" not in pairs:
        return Verbatim(subject)
    name = name_of(indicator, facts.catalogue.get(indicator.id))
    return Phrase(f"thread.result.{pairs['side']}", {"name": name})
