"""`avstamp profile UNIT`: where a municipality or region stands on everything."""

from __future__ import annotations

import argparse
import json

from avstamp.cli.arguments import Subparsers, chosen_language, teach
from avstamp.cli.tables import json_number, print_sources, set_table
from avstamp.domain.facts.indicator import Lens
from avstamp.domain.facts.profile import Profile, ProfileFigure
from avstamp.domain.facts.unit import GroupKind
from avstamp.domain.values import Gender, Phrase
from avstamp.factbase import FactBase
from avstamp.library.facts import open_fact_base
from avstamp.library.profile import profile_unit
from avstamp.phrases import ExitCode, format_number, group_name, say

GROUPS = (GroupKind.SIMILAR, GroupKind.COUNTY, GroupKind.SIZE, GroupKind.TYPE, GroupKind.ALL)
COUNT = "antal"  # the unit of measure of what is merely counted; a row of it needs no word
_HEADINGS = {
    "sv": ("Mått", "År", "Värde", "Grupp", "Median", "Plats"),
    "en": ("Indicator", "Year", "Value", "Group", "Median", "Place"),
}


def add_parser(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the `profile` command to the command line."""
    parser = teach(subparsers, "profile")
    language = chosen_language(())
    parser.add_argument("unit", metavar="UNIT", help=say(Phrase("cli.unit.help"), language))
    parser.add_argument("--json", action="store_true", help=say(Phrase("cli.json.help"), language))
    parser.add_argument(
        "--group",
        choices=[kind.value for kind in GROUPS],
        default=GroupKind.SIMILAR.value,
        help=say(Phrase("cli.profile.group.help"), language),
    )
    parser.add_argument(
        "--lens", choices=[lens.value for lens in Lens], help=say(Phrase("cli.profile.lens.help"), language)
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the profile; with --json every figure in the fact base, otherwise the catalogue's."""
    fact_base = open_fact_base()
    unit = fact_base.units.resolve(arguments.unit)
    wanted = None if arguments.json and arguments.lens is None else _ids(fact_base, arguments.lens)
    profile = profile_unit(fact_base, unit, group_kind=GroupKind(arguments.group), indicators=wanted)
    print(_as_json(profile) if arguments.json else _as_table(fact_base, profile, arguments.language))
    return ExitCode.OK


def _ids(fact_base: FactBase, lens: str | None) -> frozenset[str]:
    return frozenset(id for id, entry in fact_base.catalogue.items() if lens in (None, entry.lens.value))


def figure_object(figure: ProfileFigure) -> dict[str, object]:
    """One figure as the JSON of every command gives it."""
    return {
        "indicator": figure.indicator.id,
        "title": figure.indicator.title,
        "year": figure.year,
        "gender": figure.gender.value,
        "value": figure.value,
        "unit": figure.indicator.unit,
        "n": figure.n,
        "percentile": json_number(figure.percentile),
        "median": json_number(figure.median),
        "mad": json_number(figure.mad),
        "robust_z": json_number(figure.robust_z),
        "place": figure.place,
        "slope": json_number(figure.slope),
        "group": figure.group.title if figure.group else None,
        "group_mean": json_number(figure.group_mean),
        "status": figure.status.value,
        "origin": figure.indicator.origin,
    }


def _as_json(profile: Profile) -> str:
    document = {
        "unit": {"id": profile.unit.id, "name": profile.unit.name},
        "figures": [figure_object(figure) for figure in profile.figures],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)


def _as_table(fact_base: FactBase, profile: Profile, language: str) -> str:
    figures = [figure for figure in profile.figures if figure.gender is Gender.ALL]
    if not figures:
        return say(Phrase("cli.profile.none", {"unit": profile.unit.name}), language)
    heading = Phrase(
        "cli.profile.heading",
        {
            "unit": profile.unit.name,
            "id": profile.unit.id,
            "group": group_name(figures[0].group, profile.unit.kind),
            "year": str(fact_base.newest_year),
        },
    )
    rows = [_row(figure, language) for figure in figures]
    units = ["" if f.indicator.unit == COUNT else f" ({f.indicator.unit})" for f in figures]
    table = set_table(_HEADINGS[language], rows, endings=units)
    origins = {figure.indicator.origin for figure in figures}
    sources = print_sources((fact_base.origins[id] for id in sorted(origins)), language)
    return f"{say(heading, language)}\n\n{table}\n\n{sources}"


def _row(figure: ProfileFigure, language: str) -> tuple[str, ...]:
    def number(value: float) -> str:
        return format_number(value, decimals=figure.indicator.decimals, language=language)

    name = figure.entry.names[language] if figure.entry else figure.indicator.title
    return (
        name,
        str(figure.year),
        number(figure.value),
        number(figure.group_mean),
        number(figure.median),
        f"{figure.place}/{figure.n}",
    )
