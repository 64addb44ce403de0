"""What does `avstamp economy` print? Loaded when it is asked for, since it brings the compiler along."""

from __future__ import annotations

import argparse
import json

from avstamp.cli.tables import json_number, set_table
from avstamp.domain.outlook.economy.futures import FAN
from avstamp.domain.outlook.economy.scenarios import ASSUMPTIONS, ready_scenarios
from avstamp.domain.values import Phrase, Quantity
from avstamp.library.economy_form import all_wrong, read_form
from avstamp.library.economy_inputs import INPUTS, RESERVE, RISK, SCENARIOS
from avstamp.library.economy_outlook import LAST_YEAR, EconomyOutlook, ScenarioAnswer, look_ahead
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import NoEconomy, read_books
from avstamp.phrases import ExitCode, format_quantity, say

KNOWN = tuple(one.name for one in (*INPUTS, RISK, RESERVE))
MIDDLE = FAN.index(0.5)


def run(arguments: argparse.Namespace) -> int:
    """Print the three scenarios; refuses what cannot be read, with a sentence for each."""
    for name, _ in arguments.fields:
        if name not in KNOWN:
            raise NoEconomy(Phrase("cli.economy.unknown", {"given": name, "known": KNOWN}))
    fact_base = open_fact_base()
    unit = fact_base.units.resolve(arguments.unit)
    ready = {one.key: one for one in ready_scenarios(read_books(fact_base, unit).drivers)}
    form = read_form(ready, {**dict(arguments.fields), "scenario": SCENARIOS[arguments.scenario]})
    if form.wrong:
        raise NoEconomy(all_wrong(form))
    outlook = look_ahead(
        fact_base,
        unit,
        changed=form.changed,
        scenario=form.scenario,
        guidelines=form.guidelines,
        risk=form.risk.value,
    )
    print(_as_json(outlook) if arguments.json else _as_table(outlook, arguments.language))
    return ExitCode.OK


def _as_json(outlook: EconomyOutlook) -> str:
    unit = outlook.books.unit
    document = {
        "unit": {"id": unit.id, "name": unit.name},
        "base_year": outlook.books.books.year,
        "risk": outlook.risk,
        "shares": FAN,
        "scenarios": [_scenario(answer) for answer in outlook.answers],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _scenario(answer: ScenarioAnswer) -> dict[str, object]:
    futures = answer.futures
    return {
        "scenario": answer.scenario.key,
        "assumptions": {name: getattr(answer.scenario, name) for name in ASSUMPTIONS},
        "years": list(futures.years),
        "result_share": futures.result_share.round(4).tolist(),
        "equity_ratio": futures.equity_ratio.round(4).tolist(),
        "net_debt": futures.net_debt.round(2).tolist(),
        "broken": futures.broken.tolist(),
        "unrestored": futures.unrestored.tolist(),
        "efficiency": json_number(answer.efficiency),
        "tax_rate": json_number(answer.tax_rate),
        "inputs": [
            {"input": one.key, "step": one.step, "low": one.low, "high": one.high} for one in answer.swings
        ],
    }


def _as_table(outlook: EconomyOutlook, language: str) -> str:
    def set_row(name: Phrase, values: list[Quantity]) -> tuple[str, ...]:
        return (say(name, language), *(format_quantity(value, language) for value in values))

    answers = outlook.answers
    year, risk = str(LAST_YEAR), {"risk": Quantity(100 * outlook.risk, "%", 0)}
    rows = []
    for key, unit, decimals in (("result_share", "%", 1), ("equity_ratio", "%", 1), ("net_debt", "kr", 0)):
        name = Phrase("economy.fan.middle", {"what": Phrase(f"economy.fan.{key}"), "year": year})
        values = [float(getattr(one.futures, key)[-1, MIDDLE]) for one in answers]
        rows.append(set_row(name, [Quantity(value, unit, decimals) for value in values]))
    broken = [Quantity(100 * float(one.futures.broken[-1]), "%", 0) for one in answers]
    rows.append(set_row(Phrase("economy.row.broken", {"year": year}), broken))
    efficiency = [Quantity(json_number(100 * one.efficiency), "%", 2) for one in answers]
    rows.append(set_row(Phrase("economy.row.efficiency", risk), efficiency))
    tax = [Quantity(json_number(100 * one.tax_rate), "öre", 0) for one in answers]
    rows.append(set_row(Phrase("economy.row.tax", risk), tax))
    heading = Phrase("cli.economy.heading", {"unit": outlook.books.unit.name, "year": year})
    names = [say(Phrase(f"economy.scenario.{one.scenario.key}"), language) for one in answers]
    return "\n".join([say(heading, language), "", set_table(["", *names], rows)])
