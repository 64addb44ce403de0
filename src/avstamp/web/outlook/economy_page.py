"""What stands on the page of the economy to 2035?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from avstamp.domain.documents import Figure
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy.futures import FAN
from avstamp.domain.outlook.economy.ledger import LedgerYear
from avstamp.domain.outlook.economy.scenarios import ready_scenarios
from avstamp.domain.values import Phrase, Quantity, Text
from avstamp.library.economy_files import economy_xlsx
from avstamp.library.economy_form import INPUTS, SCENARIOS, EconomyForm, Input, read_form
from avstamp.library.economy_outlook import LAST_YEAR, EconomyOutlook, ScenarioAnswer, look_ahead
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import NoEconomy, read_books
from avstamp.phrases import together

LOW, MIDDLE, HIGH = FAN.index(0.1), FAN.index(0.5), FAN.index(0.9)
MILLION = 1e6
FANS = (
    ("result_share", "%", 1),
    ("equity_ratio", "%", 1),
    ("net_debt", "kr/inv", 0),
)
LEDGER_ROWS = (
    "income",
    "cost",
    "depreciation",
    "interest",
    "other_net",
    "measures",
    "result",
    "balance_result",
    "investment",
    "debt",
    "equity",
    "reserve",
)


@dataclass(frozen=True)
class Row:
    """A row of a table: what it is of, its cells, and a remark."""

    name: Text
    cells: Sequence[Quantity]
    remark: Text | None = None


@dataclass(frozen=True)
class EconomyPage:
    """The page; `none` says why there is nothing to show, and then the rest is empty."""

    none: Phrase | None = None
    form: EconomyForm | None = None
    wrong: Sequence[Phrase] = ()
    answer: Phrase | None = None
    base_year: int = 0
    last_year: int = LAST_YEAR
    scenarios: Sequence[tuple[str, Phrase]] = ()
    chosen: str = ""
    query: str = ""
    names: Sequence[Phrase] = ()
    summary: Sequence[Row] = ()
    figures: Sequence[Figure] = ()
    years: Sequence[Row] = ()
    assumptions: Sequence[Row] = ()
    swings: Sequence[Row] = ()
    ledger_years: Sequence[int] = ()
    ledger: Sequence[Row] = ()
    correlations: Sequence[Row] = ()


def economy_file(unit: Unit, asked: Mapping[str, str], language: str) -> bytes:
    """The chosen scenario as a spreadsheet; raises `NoEconomy` for a region and for a number that cannot be read."""
    base = open_fact_base()
    ready = {one.key: one for one in ready_scenarios(read_books(base, unit).drivers)}
    form = read_form(ready, asked)
    if form.wrong:
        raise NoEconomy(together(form.wrong))
    outlook = look_ahead(
        base,
        unit,
        changed=form.changed,
        scenario=form.scenario,
        guidelines=form.guidelines,
        risk=form.risk.value,
        only=form.scenario,
    )
    return economy_xlsx(outlook, form.scenario, language=language)


def economy_page(unit: Unit, asked: Mapping[str, str]) -> EconomyPage:
    """Everything on the page for what was asked; a wrong number is said, and the scenario's own is used."""
    base = open_fact_base()
    try:
        ready = {one.key: one for one in ready_scenarios(read_books(base, unit).drivers)}
    except NoEconomy as error:
        return EconomyPage(none=error.phrase)
    form = read_form(ready, asked)
    outlook = look_ahead(
        base,
        unit,
        changed=form.changed,
        scenario=form.scenario,
        guidelines=form.guidelines,
        risk=form.risk.value,
    )
    chosen = next(one for one in outlook.answers if one.scenario.key == form.scenario)
    names = [Phrase(f"economy.scenario.{one.scenario.key}") for one in outlook.answers]
    return EconomyPage(
        form=form,
        wrong=form.wrong,
        answer=answer_in_words(outlook, chosen),
        base_year=outlook.books.books.year,
        scenarios=[(SCENARIOS[key], Phrase(f"economy.scenario.{key}")) for key in ready],
        chosen=SCENARIOS[form.scenario],
        query=urlencode({"scenario": SCENARIOS[form.scenario], **_written(form)}),
        names=names,
        summary=_summary(outlook),
        figures=[_fan(chosen, *fan) for fan in FANS],
        years=_years(chosen),
        assumptions=_assumptions(outlook, chosen, form),
        swings=_swings(chosen),
        ledger_years=[year.year for year in chosen.ledger],
        ledger=_ledger(chosen.ledger),
        correlations=_correlations(outlook),
    )


def _written(form: EconomyForm) -> dict[str, str]:
    """What the reader changed, as it goes into an address."""
    return {
        one.input.name: one.written for one in (*form.fields, form.reserve) if one.changed and not one.wrong
    }


def answer_in_words(outlook: EconomyOutlook, chosen: ScenarioAnswer) -> Phrase:
    """The finding in two sentences: in how many futures the last year breaks, and what would hold it down."""
    broken = Phrase(
        "economy.answer.broken",
        {
            "share": Quantity(100 * float(chosen.futures.broken[-1]), "%", 0),
            "year": str(LAST_YEAR),
            "scenario": Phrase(f"economy.scenario.{chosen.scenario.key}"),
        },
    )
    risk = Quantity(100 * outlook.risk, "%", 0)
    if math.isnan(chosen.efficiency):
        return together([broken, Phrase("economy.answer.too_much", {"risk": risk})])
    if chosen.efficiency == 0:
        return together([broken, Phrase("economy.answer.nothing", {"risk": risk})])
    needed = {"efficiency": Quantity(100 * chosen.efficiency, "%", 1), "risk": risk}
    return together([broken, Phrase("economy.answer.needed", needed)])


def _summary(outlook: EconomyOutlook) -> list[Row]:
    answers = outlook.answers
    rows = []
    for key, unit, decimals in FANS:
        for place, part in ((MIDDLE, "middle"), (LOW, "low"), (HIGH, "high")):
            cells = [Quantity(float(getattr(one.futures, key)[-1, place]), unit, decimals) for one in answers]
            name = Phrase(
                f"economy.fan.{part}", {"what": Phrase(f"economy.fan.{key}"), "year": str(LAST_YEAR)}
            )
            rows.append(Row(name, cells))
    for at in (0, len(answers[0].futures.broken) // 2, -1):
        year = str(answers[0].futures.years[at])
        cells = [Quantity(100 * float(one.futures.broken[at]), "%", 0) for one in answers]
        rows.append(Row(Phrase("economy.row.broken", {"year": year}), cells))
    late = [Quantity(100 * float(one.futures.unrestored[-1]), "%", 0) for one in answers]
    rows.append(Row(Phrase("economy.row.unrestored", {"year": str(LAST_YEAR)}), late))
    risk = {"risk": Quantity(100 * outlook.risk, "%", 0)}
    efficiency = [Quantity(_or_none(100 * one.efficiency), "%", 2) for one in answers]
    rows.append(Row(Phrase("economy.row.efficiency", risk), efficiency))
    rows.append(
        Row(
            Phrase("economy.row.tax", risk),
            [Quantity(_or_none(100 * one.tax_rate), "öre", 0) for one in answers],
        )
    )
    return rows


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value


def _fan(chosen: ScenarioAnswer, key: str, unit: str, decimals: int) -> Figure:
    fan, years = getattr(chosen.futures, key), list(chosen.futures.years)
    scenario = Phrase(f"economy.scenario.{chosen.scenario.key}")
    said = {
        "what": Phrase(f"economy.fan.{key}"),
        "scenario": scenario,
        "year": str(years[-1]),
        "middle": Quantity(float(fan[-1, MIDDLE]), unit, decimals),
        "low": Quantity(float(fan[-1, LOW]), unit, decimals),
        "high": Quantity(float(fan[-1, HIGH]), unit, decimals),
    }
    series = [
        {
            "name": Phrase("economy.fan.median"),
            "role": "unit",
            "years": years,
            "values": fan[:, MIDDLE].tolist(),
        }
    ]
    return Figure(
        kind="lines",
        content={
            "unit": unit,
            "decimals": decimals,
            "zero": key == "result_share",
            "series": series,
            "band": {"years": years, "low": fan[:, LOW].tolist(), "high": fan[:, HIGH].tolist()},
        },
        caption=Phrase("economy.fan.caption", {"what": Phrase(f"economy.fan.{key}"), "scenario": scenario}),
        alternative=Phrase("economy.fan.alternative", said),
    )


def _years(chosen: ScenarioAnswer) -> list[Row]:
    rows = []
    for at, year in enumerate(chosen.futures.years):
        cells = [
            Quantity(float(getattr(chosen.futures, key)[at, place]), unit, decimals)
            for key, unit, decimals in FANS
            for place in (LOW, MIDDLE, HIGH)
        ]
        cells.append(Quantity(100 * float(chosen.futures.broken[at]), "%", 0))
        rows.append(Row(Phrase("economy.year", {"year": str(year)}), cells))
    return rows


def _assumptions(outlook: EconomyOutlook, chosen: ScenarioAnswer, form: EconomyForm) -> list[Row]:
    def shown(one: Input, value: float) -> Quantity:
        return Quantity(one.scale * value, one.unit, one.decimals)

    rows = []
    for one in INPUTS:
        cells = [shown(one, getattr(answer.scenario, one.key)) for answer in outlook.answers]
        derived = (chosen.scenario.derived or {})[one.key]
        remark = Phrase("economy.derived.reader") if one.key in form.changed else derived
        rows.append(Row(Phrase(f"economy.field.{one.key}"), cells, remark))
    trend = outlook.trend
    for key, value in (("population", trend.population), ("need", trend.need)):
        cell = Quantity(100 * math.expm1(value), "%", 2)
        rows.append(
            Row(
                Phrase(f"economy.field.{key}"), [cell] * len(outlook.answers), Phrase("economy.derived.trend")
            )
        )
    lasting = Quantity(outlook.books.model.expected(outlook.books.column), "%", 1)
    rows.append(
        Row(
            Phrase("economy.field.lasting"),
            [lasting] * len(outlook.answers),
            Phrase("economy.derived.lasting", {"year": str(outlook.books.books.year)}),
        )
    )
    return rows


def _swings(chosen: ScenarioAnswer) -> list[Row]:
    return [
        Row(
            Phrase(f"economy.field.{swing.key}"),
            [Quantity(100 * swing.step, "%", 2), Quantity(swing.low, "%", 1), Quantity(swing.high, "%", 1)],
        )
        for swing in chosen.swings
    ]


def _ledger(years: Sequence[LedgerYear]) -> list[Row]:
    rows = [
        Row(
            Phrase(f"economy.ledger.{key}"),
            [Quantity(getattr(year, key) / MILLION, "", 1) for year in years],
        )
        for key in LEDGER_ROWS
    ]
    rows.append(Row(Phrase("economy.ledger.share"), [Quantity(year.result_share, "", 1) for year in years]))
    return rows


def _correlations(outlook: EconomyOutlook) -> list[Row]:
    drivers = outlook.books.drivers
    keys = ("tax_base", "wages", "prices", "interest")
    return [
        Row(
            Phrase(f"economy.field.{key}"),
            [
                Quantity(100 * float(drivers.spread[at]), "%", 2),
                *(Quantity(float(drivers.correlation[at, other]), "", 2) for other in range(len(keys))),
            ],
        )
        for at, key in enumerate(keys)
    ]
