"""`avstamp population UNIT`: how many we will be, in which ages, and how sure that is."""

from __future__ import annotations

import argparse
import json
import textwrap
from pathlib import Path

from avstamp.cli.arguments import Subparsers, chosen_language, teach, whole_number
from avstamp.cli.progress import showing_work
from avstamp.cli.tables import WIDTH, set_table
from avstamp.domain.facts.unit import Unit
from avstamp.domain.outlook.population import QUANTILES, PopulationOutlook
from avstamp.domain.outlook.population.outlook import GROUPS, METHOD, VERSION
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.balance_form import FormRefused
from avstamp.library.facts import open_fact_base
from avstamp.library.need_prices import ServicePrice, median_people, service_prices
from avstamp.library.population_files import population_csv, population_xlsx
from avstamp.library.population_form import MOST_NEWCOMERS
from avstamp.library.population_kept import has_population, population_outlook, prepare_population
from avstamp.library.population_words import (
    SERVICE_AGES,
    SHOWN_YEARS,
    answer,
    chance_words,
    fan_table,
    need_table,
    notes,
    population_sources,
    whole,
)
from avstamp.phrases import ExitCode, say, source_line

MOST_YEARS = 20
SHOWN = (0, *SHOWN_YEARS)


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `population` command to the command line."""
    parser = teach(subparsers, "population")
    language = chosen_language(())

    def told(key: str, **values: object) -> str:
        return say(Phrase(f"cli.{key}.help", values), language)

    parser.add_argument("unit", metavar="UNIT", help=told("unit"))
    parser.add_argument(
        "--years",
        type=whole_number(1, MOST_YEARS),
        default=MOST_YEARS,
        metavar="N",
        help=told("population.years", most=MOST_YEARS),
    )
    parser.add_argument(
        "--housing", action="append", default=[], metavar="YEAR=N", help=told("population.housing")
    )
    parser.add_argument("--to-nation", action="store_true", help=told("population.nation"))
    parser.add_argument("--csv", type=Path, metavar="FILE", help=told("population.csv"))
    parser.add_argument("--out", type=Path, metavar="FILE.xlsx", help=told("population.out"))
    parser.add_argument("--json", action="store_true", help=told("json"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the population ahead, or write it to a file."""
    fact_base, language = open_fact_base(), arguments.language
    unit = fact_base.units.resolve(arguments.unit)
    if not has_population(fact_base):
        with showing_work(say(Phrase("cli.facts.prepare.working"), language)) as told:
            prepare_population(fact_base, progress=told)
    outlook = _outlook(fact_base, unit, arguments)
    prices = service_prices(fact_base, unit)
    if arguments.csv:
        arguments.csv.write_text(population_csv(fact_base, outlook, language=language), "utf-8", newline="")
        print(say(Phrase("cli.population.written", {"path": str(arguments.csv)}), language))
    if arguments.out:
        arguments.out.write_bytes(population_xlsx(fact_base, unit, outlook, prices, language=language))
        print(say(Phrase("cli.population.written", {"path": str(arguments.out)}), language))
    if arguments.json:
        print(json.dumps(_as_object(unit, outlook, prices), ensure_ascii=False, indent=1, allow_nan=False))
    elif not arguments.csv and not arguments.out:
        print(_as_text(fact_base, unit, outlook, prices, language))
    return ExitCode.OK


def _outlook(fact_base: FactBase, unit: Unit, arguments: argparse.Namespace) -> PopulationOutlook:
    usual = population_outlook(fact_base, unit)
    newcomers = _newcomers(arguments.housing, usual)
    if arguments.years == MOST_YEARS and not any(newcomers) and not arguments.to_nation:
        return usual
    if not any(newcomers) and not arguments.to_nation:
        return usual.until(arguments.years)
    # What draws is compiled, and is loaded only when somebody's own assumptions ask for it.
    from avstamp.library.population import draw_outlook

    return draw_outlook(
        fact_base, unit, years=arguments.years, newcomers=newcomers, to_nation=arguments.to_nation
    )


def _newcomers(housing: list[str], usual: PopulationOutlook) -> tuple[int, ...]:
    """People who move in beyond what is usual, from the first year ahead. Raises FormRefused with each fault."""
    first, last = usual.base_year + 1, usual.years[-1]
    people, faults = [0] * (last - first + 1), []
    for written in housing:
        year, _, number = written.partition("=")
        plain = year.isascii() and year.isdigit() and number.isascii() and number.isdigit()
        if plain and first <= int(year) <= last and int(number) <= MOST_NEWCOMERS:
            people[int(year) - first] += int(number)
        else:
            said = {"written": written, "first": str(first), "last": str(last)}
            faults.append(Phrase("cli.population.wrong", said))
    if faults:
        raise FormRefused(faults)
    return tuple(people)


def _as_object(unit: Unit, outlook: PopulationOutlook, prices: list[ServicePrice]) -> dict[str, object]:
    return {
        "unit": {"id": unit.id, "name": unit.name},
        "base_year": outlook.base_year,
        "years": list(outlook.years),
        "quantiles": list(QUANTILES),
        "method": {"name": METHOD, "version": VERSION},
        "status": "forecast",
        "groups": [
            {
                "ages": group.key,
                "people": [whole(row) for row in outlook.fans[group.key]],
                "chance_alone_80": [whole(row) for row in outlook.chance[group.key]],
            }
            for group in GROUPS
        ],
        "need_mkr": [
            {
                "service": price.service,
                "ages": price.group.key,
                "price_tkr": None if price.thousands is None else float(price.thousands),
                "values": price.needs(median_people(outlook, price.group)),
            }
            for price in prices
        ],
    }


def _as_text(
    fact_base: FactBase, unit: Unit, outlook: PopulationOutlook, prices: list[ServicePrice], language: str
) -> str:
    lines = [textwrap.fill(say(answer(outlook, unit), language), WIDTH)]
    for group in SERVICE_AGES:
        table = fan_table(outlook, [group], years=SHOWN)
        heads = [say(column.heading, language).partition(" (")[0] for column in table.columns[1:]]
        rows = [[say(cell, language) for cell in row[1:]] for row in table.rows]
        lines += ["", say(table.rows[0][0], language), set_table(heads, rows)]
    lines += ["", *(textwrap.fill(say(one, language), WIDTH) for one in chance_words(outlook))]
    if prices:
        need = need_table(outlook, prices, years=SHOWN_YEARS[:5])
        heads = [say(column.heading, language) for column in need.columns]
        rows = [[say(cell, language) for cell in row] for row in need.rows]
        picked = [0, 1, 2, 4, 8]
        lines += ["", say(need.caption, language)]
        lines.append(set_table([heads[at] for at in picked], [[row[at] for at in picked] for row in rows]))
        lines += [
            textwrap.fill(f"{row[0]}: {say(price.source, language)}", WIDTH)
            for row, price in zip(rows, prices, strict=True)
        ]
    lines += ["", *(textwrap.fill(say(note, language), WIDTH) for note in notes(with_need=bool(prices)))]
    lines += [
        textwrap.fill(source_line([citation], language), WIDTH) for citation in population_sources(fact_base)
    ]
    return "\n".join(lines)
