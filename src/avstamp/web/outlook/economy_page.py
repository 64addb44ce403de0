"""What stands on the page of the economy to 2035?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.economy.ledger import LedgerYear
from avstamp.domain.outlook.economy.scenarios import ready_scenarios
from avstamp.domain.values import Phrase, Quantity, Text, Verbatim
from avstamp.library.economy_accounts import OwnAccounts, read_accounts
from avstamp.library.economy_files import economy_xlsx
from avstamp.library.economy_form import NOTES, EconomyForm, Field, read_form
from avstamp.library.economy_inputs import INPUTS, SCENARIOS, Input
from avstamp.library.economy_outlook import LAST_YEAR, OWN, EconomyOutlook, ScenarioAnswer, look_ahead
from avstamp.library.economy_population import last_accounts_year
from avstamp.library.facts import open_fact_base
from avstamp.library.municipal_books import NoEconomy, read_books
from avstamp.phrases import together
from avstamp.web.outlook.economy_charts import (
    FANS,
    HIGH,
    LOW,
    MIDDLE,
    MILLION,
    fan_figure,
    investment_figure,
    roles_of,
    side_by_side,
    tornado_figure,
)
from avstamp.web.outlook.economy_values import EconomyPage, Row, Shown

LEDGER_ROWS = (
    "income",
    "cost",
    "depreciation",
    "interest",
    "other_net",
    "measures",
    "result",
    "reserved",
    "used",
    "balance_result",
    "investment",
    "debt",
    "equity",
    "reserve",
)


def ask_economy(
    unit: Unit, asked: Mapping[str, str]
) -> tuple[EconomyForm, OwnAccounts | None, EconomyOutlook]:
    """What was asked, and the answer to it; what could not be read is left as it was. Raises NoEconomy."""
    base = open_fact_base()
    books = read_books(base, unit)
    form = read_form({one.key: one for one in ready_scenarios(books.drivers)}, asked)
    accounts = read_accounts(asked, books, last_year=last_accounts_year(base))
    outlook = look_ahead(
        base,
        unit,
        changed=form.changed,
        scenario=form.scenario,
        guidelines=form.guidelines,
        risk=form.risk.value,
        accounts=accounts.books if accounts else None,
    )
    return form, accounts, outlook


def chosen_answer(outlook: EconomyOutlook, form: EconomyForm) -> ScenarioAnswer:
    """The answer of the scenario that was asked for: the reader's own when anything was changed."""
    wanted = OWN if form.changed else form.scenario
    return next(one for one in outlook.answers if one.scenario.key == wanted)


def economy_file(unit: Unit, asked: Mapping[str, str], language: str) -> bytes:
    """The chosen scenario as a spreadsheet; raises `NoEconomy` for a region and for a number that cannot be read."""
    form, accounts, outlook = ask_economy(unit, asked)
    wrong = [*form.wrong, *(accounts.wrong if accounts else ())]
    if wrong:
        raise NoEconomy(together(wrong))
    source = accounts.source if accounts else None
    return economy_xlsx(outlook, chosen_answer(outlook, form), accounts=source, language=language)


def economy_page(unit: Unit, asked: Mapping[str, str]) -> EconomyPage:
    """Everything on the page for what was asked; a wrong number is said, and the scenario's own is used."""
    try:
        form, accounts, outlook = ask_economy(unit, asked)
    except NoEconomy as error:
        return EconomyPage(none=error.phrase)
    chosen = chosen_answer(outlook, form)
    names = [_name(one.scenario.key, form) for one in outlook.answers]
    name = _name(chosen.scenario.key, form)
    kept = accounts.written if accounts and accounts.books else {}
    return EconomyPage(
        fields=[_shown(one) for one in form.numbers],
        notes=[Shown(key, Phrase(f"economy.words.{key}"), form.notes[key], False) for key in NOTES],
        wrong=[*form.wrong, *(accounts.wrong if accounts else ())],
        answer=answer_in_words(outlook, chosen, name),
        base=base_words(outlook, accounts),
        own_accounts=bool(kept),
        scenarios=[(word, Phrase(f"economy.scenario.{key}")) for key, word in SCENARIOS.items()],
        chosen=SCENARIOS[form.scenario],
        query=urlencode({"scenario": SCENARIOS[form.scenario], **form.written, **kept}),
        accounts_query=urlencode(kept or (accounts.written if accounts else {})),
        kept=kept,
        names=names,
        summary=_summary(outlook),
        side_by_side=side_by_side(outlook.answers, names, roles_of(outlook.answers, chosen)),
        risks=_risks(outlook),
        figures=[fan_figure(chosen, name, *fan) for fan in FANS],
        years=_years(chosen),
        assumptions=_assumptions(outlook, chosen, form),
        tornado=tornado_figure(chosen, name),
        swings=_swings(chosen),
        investments=investment_figure(chosen, name),
        ledger_years=[year.year for year in chosen.ledger],
        ledger=_ledger(chosen.ledger),
        correlations=_correlations(outlook),
    )


def _name(key: str, form: EconomyForm) -> Text:
    if key == OWN and form.notes["namn"]:
        return Verbatim(form.notes["namn"][: NOTES["namn"]])
    return Phrase(f"economy.scenario.{key}")


def _shown(field: Field) -> Shown:
    one = field.input
    return Shown(
        one.name, field.label, field.written, field.wrong is not None, one.low, one.high, 10.0**-one.decimals
    )


def base_words(outlook: EconomyOutlook, accounts: OwnAccounts | None) -> Phrase:
    """Whose accounts the reckoning begins with."""
    said: dict[str, object] = {"year": str(outlook.books.books.year)}
    if accounts is None or accounts.books is None:
        return Phrase("economy.base.fact_base", said)
    if accounts.source:
        return Phrase("economy.base.own_source", {**said, "source": Verbatim(accounts.source)})
    return Phrase("economy.base.own", said)


def answer_in_words(outlook: EconomyOutlook, chosen: ScenarioAnswer, name: Text) -> Phrase:
    """The finding in two sentences: in how many futures the last year breaks, and what would hold it down."""
    broken = Phrase(
        "economy.answer.broken",
        {
            "share": Quantity(100 * float(chosen.futures.broken[-1]), "%", 0),
            "year": str(LAST_YEAR),
            "scenario": name,
        },
    )
    risk = Quantity(100 * outlook.risk, "%", 0)
    if math.isnan(chosen.efficiency):
        return together([broken, Phrase("economy.answer.too_much", {"risk": risk})])
    if chosen.efficiency == 0:
        return together([broken, Phrase("economy.answer.nothing", {"risk": risk})])
    needed = {
        "efficiency": Quantity(100 * chosen.efficiency, "%", 1),
        "tax": Quantity(_or_none(100 * chosen.tax_rate), "öre", 0),
        "risk": risk,
    }
    key = "needed" if needed["tax"].value is not None else "needed_no_tax"
    return together([broken, Phrase(f"economy.answer.{key}", needed)])


def _risks(outlook: EconomyOutlook) -> list[Row]:
    """The probability of breaking the balance requirement, year by year, in every scenario."""
    return [
        Row(
            Phrase("economy.year", {"year": str(year)}),
            [Quantity(100 * float(one.futures.broken[at]), "%", 0) for one in outlook.answers],
        )
        for at, year in enumerate(outlook.answers[0].futures.years)
    ]


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

    count = len(outlook.answers)
    by_reader = _by("economy.derived.reader", form.notes["upphov"])
    rows = []
    for one in INPUTS:
        cells = [shown(one, getattr(answer.scenario, one.key)) for answer in outlook.answers]
        derived = (chosen.scenario.derived or {})[one.key]
        rows.append(
            Row(Phrase(f"economy.input.{one.key}"), cells, by_reader if one.key in form.changed else derived)
        )
    growth = zip(("population", "need"), outlook.population.growth, strict=True)
    drawn = Phrase("economy.derived.population")
    rows += [
        Row(Phrase(f"economy.input.{key}"), [Quantity(100 * value, "%", 2)] * count, drawn)
        for key, value in growth
    ]
    lasting = Quantity(outlook.books.model.expected(outlook.books.column), "%", 1)
    year = {"year": str(outlook.books.model_year)}
    rows.append(
        Row(Phrase("economy.field.lasting"), [lasting] * count, Phrase("economy.derived.lasting", year))
    )
    for field in (form.reserve, form.use):
        cell = Quantity(100 * field.value, "%", 0)
        remark = (
            _by("economy.derived.guideline", form.notes["riktlinje"])
            if field.changed or form.notes["riktlinje"]
            else Phrase(f"economy.derived.no_guideline.{field.input.key}")
        )
        rows.append(Row(Phrase(f"economy.input.{field.input.key}"), [cell] * count, remark))
    return rows


def _by(key: str, words: str) -> Phrase:
    """Where an assumption of the reader's comes from, in the reader's own words where there are any."""
    return Phrase(f"{key}.said", {"words": Verbatim(words)}) if words else Phrase(key)


def _swings(chosen: ScenarioAnswer) -> list[Row]:
    return [
        Row(
            Phrase(f"economy.input.{swing.key}"),
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
            Phrase(f"economy.input.{key}"),
            [
                Quantity(100 * float(drivers.spread[at]), "%", 2),
                *(Quantity(float(drivers.correlation[at, other]), "", 2) for other in range(len(keys))),
            ],
        )
        for at, key in enumerate(keys)
    ]
