"""What does a saved scenario hold, how does it end, and how does it stand beside others? Loads what computes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.saved_scenario import Assumption, ScenarioContent, ScenarioOutcome
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim, rounded
from avstamp.library.economy_inputs import INPUTS, SCENARIOS
from avstamp.library.economy_outlook import LAST_YEAR, ScenarioAnswer
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import NoEconomy
from avstamp.web.outlook.economy_charts import FANS, HIGH, LOW, MIDDLE, side_by_side
from avstamp.web.outlook.economy_page import ask_economy, base_words, chosen_answer
from avstamp.web.outlook.economy_values import ComparePage, ComputedScenario, Row

COMPARED_ROLES = ("group", "third", "median", "unit", "solid_second", "solid_third")
"""How the three ready scenarios are drawn, each with dashes of its own, and then the saved ones, unbroken."""


def computed_scenario(unit: Unit, asked: Mapping[str, str]) -> ComputedScenario:
    """What is written in an address, read by the same rules as the page reads it, and how it ends.

    Raises: NoEconomy for a region and when a figure is missing.
    """
    form, accounts, outlook = ask_economy(unit, asked)
    chosen = chosen_answer(outlook, form)
    kept = accounts.written if accounts and accounts.books else {}
    written = {"scenario": SCENARIOS[form.scenario], **form.written, **kept}
    assumptions = [
        Assumption(one.key, float(getattr(chosen.scenario, one.key)), one.key in form.changed)
        for one in INPUTS
    ]
    assumptions += [
        Assumption(one.input.key, one.value, one.changed) for one in (form.risk, form.reserve, form.use)
    ]
    return ComputedScenario(
        wrong=[*form.wrong, *(accounts.wrong if accounts else ())],
        content=ScenarioContent(written, assumptions),
        outcome=_outcome(chosen),
        facts=open_fact_base().identity,
        changed=bool(form.changed or kept),
        name=form.notes["namn"],
        author=form.notes["upphov"],
    )


def _outcome(answer: ScenarioAnswer) -> ScenarioOutcome:
    broken = float(rounded(100 * float(answer.futures.broken[-1]), 0))
    result = float(rounded(float(answer.futures.result_share[-1, MIDDLE]), 1))
    return ScenarioOutcome(1, LAST_YEAR, int(broken), result)


@dataclass(frozen=True)
class _Compared:
    """One scenario in a comparison."""

    name: Text
    answer: ScenarioAnswer
    risk: float
    base: Text


def compare_page(unit: Unit, saved: Sequence[tuple[str, Mapping[str, str]]]) -> ComparePage:
    """Saved scenarios, each with its name and as it was written, beside the three ready ones of the fact base."""
    try:
        _, _, ready = ask_economy(unit, {})
        compared = [
            _Compared(
                Phrase(f"economy.scenario.{one.scenario.key}"), one, ready.risk, base_words(ready, None)
            )
            for one in ready.answers
        ]
        for name, written in saved:
            form, accounts, outlook = ask_economy(unit, written)
            base = base_words(outlook, accounts)
            compared.append(_Compared(Verbatim(name), chosen_answer(outlook, form), outlook.risk, base))
    except NoEconomy as error:
        return ComparePage(none=error.phrase)
    answers, names = [one.answer for one in compared], [one.name for one in compared]
    return ComparePage(
        names=names,
        side_by_side=side_by_side(answers, names, COMPARED_ROLES[: len(answers)]),
        summary=_summary(compared),
        risks=_risks(answers),
        assumptions=_assumptions(answers),
        bases=[Phrase("scenario.begins", {"scenario": one.name, "base": one.base}) for one in compared],
    )


def _summary(compared: Sequence[_Compared]) -> list[Row]:
    answers, year = [one.answer for one in compared], {"year": str(LAST_YEAR)}
    rows = [
        Row(
            Phrase(f"economy.fan.{part}", {"what": Phrase(f"economy.fan.{key}"), **year}),
            [Quantity(float(getattr(one.futures, key)[-1, place]), unit, decimals) for one in answers],
        )
        for key, unit, decimals in FANS
        for place, part in ((MIDDLE, "middle"), (LOW, "low"), (HIGH, "high"))
    ]
    measures = (
        ("risk", [Quantity(100 * one.risk, "%", 0) for one in compared]),
        ("efficiency", [_known(100 * one.efficiency, "%", 2) for one in answers]),
        ("tax", [_known(100 * one.tax_rate, "öre", 0) for one in answers]),
    )
    return rows + [Row(Phrase(f"scenario.row.{key}"), cells) for key, cells in measures]


def _known(value: float, unit: str, decimals: int) -> Quantity:
    return Quantity(None if math.isnan(value) else value, unit, decimals)


def _risks(answers: Sequence[ScenarioAnswer]) -> list[Row]:
    """Year by year; a scenario that begins with newer accounts has nothing to say of the years before."""
    lines = [dict(zip(one.futures.years, one.futures.broken.tolist(), strict=True)) for one in answers]
    return [
        Row(
            Phrase("economy.year", {"year": str(year)}),
            [Quantity(None if year not in line else 100 * line[year], "%", 0) for line in lines],
        )
        for year in sorted(set().union(*lines))
    ]


def _assumptions(answers: Sequence[ScenarioAnswer]) -> list[Row]:
    return [
        Row(
            Phrase(f"economy.input.{one.key}"),
            [
                Quantity(one.scale * getattr(answer.scenario, one.key), one.unit, one.decimals)
                for answer in answers
            ],
        )
        for one in INPUTS
    ]
