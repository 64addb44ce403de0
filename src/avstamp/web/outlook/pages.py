"""Which pages does the worker make? Each loads what computes when it is first asked for, in the worker alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from avstamp.domain.facts.unit import Unit

if TYPE_CHECKING:
    from avstamp.domain.outlook.population import PopulationOutlook
    from avstamp.domain.values import Phrase
    from avstamp.library.initiative import EconomyAhead
    from avstamp.web.outlook.economy_values import AccountsForm, ComparePage, ComputedScenario, EconomyPage


def economy(unit: Unit, asked: Mapping[str, str]) -> EconomyPage:
    """A municipality's economy to 2035."""
    from avstamp.web.outlook.economy_page import economy_page

    return economy_page(unit, asked)


def economy_file(unit: Unit, asked: Mapping[str, str], language: str) -> bytes | None:
    """The chosen scenario's certain path as a spreadsheet; None where there is none to give."""
    from avstamp.library.municipal_books import NoEconomy
    from avstamp.web.outlook.economy_page import economy_file as written

    try:
        return written(unit, asked, language)
    except NoEconomy:
        return None


def economy_accounts(
    unit: Unit, asked: Mapping[str, str], file: tuple[str, bytes] | None
) -> AccountsForm | str:
    """The form for an organisation's own accounts; or, when a file could be read, what goes into the address."""
    from avstamp.web.outlook.economy_accounts_page import accounts_form, accounts_query

    return accounts_form(unit, asked) if file is None else accounts_query(unit, *file)


def economy_accounts_wrong(unit: Unit, wrong: tuple[Phrase, ...]) -> AccountsForm:
    """The form for an organisation's own accounts, with what was wrong with a file."""
    from avstamp.web.outlook.economy_accounts_page import accounts_form

    return accounts_form(unit, {}, wrong)


def economy_accounts_file(unit: Unit, language: str) -> bytes | None:
    """The fact base's accounts as a file to fill in; None for a region."""
    from avstamp.library.municipal_books import NoEconomy
    from avstamp.web.outlook.economy_accounts_page import accounts_file

    try:
        return accounts_file(unit, language)
    except NoEconomy:
        return None


def ahead(unit: Unit) -> EconomyAhead | None:
    """How a municipality's economy holds as things go now; None for a region."""
    from avstamp.library.facts import open_fact_base
    from avstamp.library.initiative import economy_ahead

    return economy_ahead(open_fact_base(), unit)


def population(unit: Unit, newcomers: tuple[int, ...], to_nation: bool) -> PopulationOutlook:
    """The population twenty years ahead with somebody's own assumptions."""
    from avstamp.library.facts import open_fact_base
    from avstamp.library.population import draw_outlook

    return draw_outlook(open_fact_base(), unit, newcomers=newcomers, to_nation=to_nation)


def scenario_answer(unit: Unit, asked: Mapping[str, str]) -> ComputedScenario | None:
    """What a scenario holds and how it ends; None where a unit has no economy to begin with."""
    from avstamp.library.municipal_books import NoEconomy
    from avstamp.web.outlook.scenario_computing import computed_scenario

    try:
        return computed_scenario(unit, asked)
    except NoEconomy:
        return None


def compare_scenarios(unit: Unit, saved: tuple[tuple[str, Mapping[str, str]], ...]) -> ComparePage:
    """Saved scenarios, each with its name, beside the three ready ones."""
    from avstamp.web.outlook.scenario_computing import compare_page

    return compare_page(unit, saved)
