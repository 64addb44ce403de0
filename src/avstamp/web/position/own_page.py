"""What stands on a start's pages about its own position, ready to be printed?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from avstamp.domain.facts.indicator import Indicator
from avstamp.domain.facts.profile import ProfileFigure
from avstamp.domain.position.own.derived import BoardOutlook, account_ratios, board_outlooks
from avstamp.domain.position.own.registers import FIELDS, Register
from avstamp.domain.thread.claims import ClaimKind
from avstamp.domain.values import Phrase, Quantity
from avstamp.library.balance_form import FIELDS as FORM_FIELDS
from avstamp.library.facts import open_fact_base
from avstamp.library.figure import newest_figure
from avstamp.web.position.findings_page import FindingLine, FindingsPage, LensGroup, SidePart, findings_page
from avstamp.web.position.own_form import field_name
from avstamp.web.position.own_queries import (
    AsideLine,
    OwnLine,
    count_rows,
    current_rows,
    findings_aside,
    own_lines,
)
from avstamp.web.start.queries import Start
from avstamp.web.thread.queries import StandingClaim, standing_claims

STAGES = ("outcome", "forecast", "budget")
IN_FORM = ("result", "tax", "grants", "equity", "pension_commitment")
"""Lines of the accounts that are amounts of the balance requirement's form too."""


@dataclass(frozen=True)
class RegisterLink:
    """A register with how many rows it has."""

    code: str
    name: Phrase
    about: Phrase
    count: int


@dataclass(frozen=True)
class SetAsideLine:
    """A finding that stands aside, with what was said of it."""

    finding: FindingLine
    aside: AsideLine


@dataclass(frozen=True)
class PositionPage:
    """A start's page about where we stand; `written` are findings that people have written."""

    findings: FindingsPage
    aside: Sequence[SetAsideLine]
    written: Sequence[StandingClaim]
    registers: Sequence[RegisterLink]


@dataclass(frozen=True)
class RatioLine:
    """A ratio of the organisation's own accounts beside the newest in the fact base."""

    name: Phrase
    value: Quantity
    indicator: Indicator | None
    beside: Quantity | None
    beside_year: int | None


@dataclass(frozen=True)
class AccountYear:
    """The ratios of one year's accounts at one stage; `balance` fills the form of the balance requirement with them."""

    heading: Phrase
    ratios: Sequence[RatioLine]
    balance: str = ""


@dataclass(frozen=True)
class BoardYear:
    """What the boards expect of a year, as of a day."""

    heading: Phrase
    boards: Sequence[BoardOutlook]
    together: BoardOutlook | None


@dataclass(frozen=True)
class RegisterPage:
    """One register: its columns and rows, and what follows from them."""

    register: Register
    name: Phrase
    about: Phrase
    columns: Sequence[Phrase]
    lines: Sequence[OwnLine]
    accounts: Sequence[AccountYear] = ()
    boards: Sequence[BoardYear] = ()


def position_page(start: Start) -> PositionPage:
    """The method's findings with those set aside apart, and the organisation's own registers."""
    unit = open_fact_base().units.resolve(start.organisation.unit)
    page, aside = findings_page(unit), findings_aside(start)
    lines = [line for side in page.sides for lens in side.lenses for line in lens.lines]
    return PositionPage(
        findings=replace(page, sides=[_without(side, aside) for side in page.sides]),
        aside=[SetAsideLine(line, aside[line.subject]) for line in lines if line.subject in aside],
        written=standing_claims(start, ClaimKind.FINDING),
        registers=_links(start),
    )


def _without(side: SidePart, aside: dict[str, AsideLine]) -> SidePart:
    lenses = [
        LensGroup(lens.id, lens.name, kept)
        for lens in side.lenses
        if (kept := [line for line in lens.lines if line.subject not in aside])
    ]
    return replace(side, lenses=lenses, count=sum(len(lens.lines) for lens in lenses))


def _links(start: Start) -> list[RegisterLink]:
    counts = count_rows(start)
    return [
        RegisterLink(
            one.value, Phrase(f"own.register.{one}"), Phrase(f"own.register.{one}.about"), counts[one]
        )
        for one in Register
    ]


def register_page(start: Start, register: Register) -> RegisterPage:
    """One register with everything that stands in it."""
    return RegisterPage(
        register=register,
        name=Phrase(f"own.register.{register}"),
        about=Phrase(f"own.register.{register}.about"),
        columns=[field_name(field.name) for field in FIELDS[register]],
        lines=own_lines(start, register),
        accounts=_accounts(start) if register is Register.ACCOUNTS else (),
        boards=_boards(start) if register is Register.BUDGET else (),
    )


def _accounts(start: Start) -> list[AccountYear]:
    lines: dict[tuple[int, str], dict[str, float]] = {}
    for row in current_rows(start, Register.ACCOUNTS):
        of = (int(row.values["year"]), str(row.values["stage"]))
        lines.setdefault(of, {})[str(row.values["line"])] = float(row.values["amount"])
    ordered = sorted(lines, key=lambda of: (-of[0], STAGES.index(of[1])))
    return [_account_year(start, of, lines[of]) for of in ordered]


def _account_year(start: Start, of: tuple[int, str], lines: dict[str, float]) -> AccountYear:
    values = {"year": str(of[0]), "stage": Phrase(f"own.choice.{of[1]}")}
    ratios = [
        _ratio_line(start, ratio.key, ratio.value, ratio.indicator)
        for ratio in account_ratios(lines)
        if not math.isnan(ratio.value)
    ]
    # An address is kept in logs: only accounts that are closed go into one, and they are public in the annual report.
    balance = _balance(of[0], lines) if of[1] == "outcome" else ""
    return AccountYear(Phrase("own.accounts.heading", values), ratios, balance)


def _balance(year: int, lines: dict[str, float]) -> str:
    """The amounts that the form of the balance requirement takes, in whole kronor; none without a result."""
    if "result" not in lines:
        return ""
    known = {FORM_FIELDS[line]: round(1000 * lines[line]) for line in IN_FORM if line in lines}
    return urlencode({"ifyllt": year, "ar": year} | known)


def _ratio_line(start: Start, key: str, value: float, indicator: str) -> RatioLine:
    figure = _newest(start, indicator)
    return RatioLine(
        name=Phrase(f"own.ratio.{key}"),
        value=Quantity(value, "%", 1),
        indicator=figure.indicator if figure else None,
        beside=Quantity(figure.value, "%", 1) if figure else None,
        beside_year=figure.year if figure else None,
    )


def _newest(start: Start, indicator: str) -> ProfileFigure | None:
    base = open_fact_base()
    if indicator not in base.indicators:
        return None
    return newest_figure(base, indicator, base.units.resolve(start.organisation.unit), group=None)


def _boards(start: Start) -> list[BoardYear]:
    rows: dict[tuple[int, str], list[tuple[str, float, float]]] = {}
    for row in current_rows(start, Register.BUDGET):
        one = (str(row.values["board"]), float(row.values["budget"]), float(row.values["forecast"]))
        rows.setdefault((int(row.values["year"]), str(row.values["as_of"])), []).append(one)
    years = []
    for year, day in sorted(rows, reverse=True):
        boards, together = board_outlooks(rows[year, day])
        heading = Phrase("own.budget.heading", {"year": str(year), "day": date.fromisoformat(day)})
        years.append(BoardYear(heading, boards, together))
    return years
