"""What was written of an initiative, on a page or in a terminal, and what of it could not be read?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from avstamp.domain.calendar.legal_dates import YEARS_BETWEEN_ELECTIONS
from avstamp.domain.facts.unit import Unit
from avstamp.domain.start.commission import Commission, Commissioner
from avstamp.domain.start.mandates import Council
from avstamp.domain.start.steps import Step, step_name
from avstamp.domain.start.term import Span, council_term, newest_election
from avstamp.domain.start.wheel_templates import (
    TEMPLATES,
    WheelTemplate,
    cycle_year,
    find_template,
    plan_year,
)
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.factbase import FactBase
from avstamp.library.initiative.request import Effort, Gathering, Initiative, Plan, Sender, SenderRole

STEP_NAMES: Mapping[Step, str] = {
    Step.OUTLOOK: "omvarld",
    Step.POSITION: "nulage",
    Step.ANALYSIS: "analys",
    Step.NEEDS: "behov",
    Step.WAYS: "arbetssatt",
}
"""Each step and what the names of its fields begin with."""

ROLES = {"tjansteperson": SenderRole.OFFICIAL, "gruppledare": SenderRole.GROUP_LEADER}
COMMISSIONERS = {"presidiet": Commissioner.PRESIDIUM, "gruppledarna": Commissioner.GROUP_LEADERS}

TEXTS = {"namn": 120, "titel": 120, "dnr": 80, "tid": 60, "plats": 160, "kontakt": 160}
"""Fields of free text, and how many characters each has room for."""

PERSONAL = frozenset({"namn", "titel", "roll", "parti", "kontakt", "dnr"})
"""Fields that say something of a person or a case: they never belong in an address, which is kept in logs."""

MOST_HOURS, MOST_PEOPLE, MOST_BUDGET = 24.0, 2000, 1_000_000_000


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True)
class Surroundings:
    """What is known before anyone writes: the day, the term, the council, and what a start already has.

    `commission` is what a start has recorded: its documents agree with it. `given` is what fields hold until somebody
    writes something else in them. `figures_of` is as for `Plan`.
    """

    today: date
    term: Span
    council: Council | None = None
    commission: Commission | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    figures_of: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, how it is filled in, what stands in it, its choices and what was wrong."""

    name: str
    label: Phrase
    kind: FieldKind
    written: str
    choices: tuple[tuple[str, Text], ...] = ()
    wrong: Phrase | None = None


@dataclass(frozen=True)
class InitiativeForm:
    """What was read, and the fields as they were written. What was wrong is left blank in the initiative."""

    initiative: Initiative
    fields: Mapping[str, Field]

    @property
    def wrong(self) -> tuple[Phrase, ...]:
        """What is wrong, in the order of the fields."""
        return tuple(one.wrong for one in self.fields.values() if one.wrong is not None)

    @property
    def shareable(self) -> dict[str, str]:
        """The fields that may stand in an address, where something is written."""
        return {
            one.name: one.written
            for one in self.fields.values()
            if one.written and one.name not in PERSONAL and one.wrong is None
        }


def public_surroundings(
    fact_base: FactBase, unit: Unit, *, today: date, names: Mapping[str, str] | None = None
) -> Surroundings:
    """What is known of a unit without a start: the term of the day and the council that the last election gave.

    Args: `names` what parties are called in everyday words, by code; others stand as they are published.
    """
    councils = fact_base.councils(unit.id)
    if not councils:
        return Surroundings(today, term_of(today))
    called = names or {}
    seats = tuple(replace(row, name=called.get(row.party, row.name)) for row in councils[-1].seats)
    return Surroundings(today, term_of(today), replace(councils[-1], seats=seats))


def term_of(today: date) -> Span:
    """The council's term that a day belongs to.

    Example:
        >>> term_of(date(2026, 11, 24)).first, term_of(date(2030, 9, 30)).first
        (datetime.date(2026, 10, 15), datetime.date(2026, 10, 15))
    """
    year = newest_election(today.year)
    term = council_term(year)
    return term if term.first <= today else council_term(year - YEARS_BETWEEN_ELECTIONS)


def read_initiative(asked: Mapping[str, str], surroundings: Surroundings) -> InitiativeForm:
    """Everything that was written; nothing is made up for what was not.

    Where a year wheel is chosen it gives days to the steps that nobody has set, and the document calls them a proposal.
    """
    reader = _Reader(asked, surroundings)
    wheel = _wheel(reader)
    sender = _sender(reader)
    commissioner = _commissioner(reader)
    number = reader.text("dnr")
    gathering = _gathering(reader)
    steps = _steps(reader)
    proposed: dict[Step, Span] = {}
    if wheel is not None:
        days = plan_year(
            wheel,
            cycle_year(surroundings.term, today=surroundings.today),
            not_before=max(surroundings.today, surroundings.term.first),
        ).steps
        proposed = {step: span for step, span in days.items() if step not in steps}
    plan = Plan(
        term=surroundings.term,
        commissioner=commissioner,
        commission=surroundings.commission,
        council=surroundings.council,
        steps=steps | proposed,
        wheel=wheel,
        proposed=frozenset(proposed),
        gathering=gathering,
        effort=_effort(reader),
        number=number,
        figures_of=surroundings.figures_of,
    )
    return InitiativeForm(Initiative(plan, sender), reader.fields)


class _Reader:
    """Reads field by field, and keeps what was written with what was wrong in it."""

    def __init__(self, asked: Mapping[str, str], surroundings: Surroundings) -> None:
        self.asked, self.surroundings = asked, surroundings
        self.fields: dict[str, Field] = {}

    def _written(self, name: str) -> str:
        """What stands in a field on one line, without signs that no file can hold."""
        text = "".join(
            " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign
            for sign in self.asked.get(name, self.surroundings.given.get(name, ""))
            if unicodedata.category(sign) not in ("Cs", "Cn", "Co")
        )
        return " ".join(text.split())

    def keep(
        self,
        name: str,
        kind: FieldKind,
        written: str,
        *,
        label: Phrase | None = None,
        choices: Sequence[tuple[str, Text]] = (),
        wrong: Phrase | None = None,
    ) -> None:
        """Keep a field as it was written."""
        named = label or Phrase(f"initiative.field.{name}")
        self.fields[name] = Field(name, named, kind, written, tuple(choices), wrong)

    def refuse(self, name: str, wrong: Phrase) -> None:
        """Say what is wrong with a field that has been kept."""
        kept = self.fields[name]
        self.fields[name] = Field(kept.name, kept.label, kept.kind, kept.written, kept.choices, wrong)

    def text(self, name: str) -> str:
        """A line of text."""
        written = self._written(name)
        if len(written) > TEXTS[name]:
            said = {"label": Phrase(f"initiative.field.{name}"), "count": len(written), "most": TEXTS[name]}
            self.keep(name, FieldKind.TEXT, written, wrong=Phrase("initiative.wrong.long", said))
            return ""
        self.keep(name, FieldKind.TEXT, written)
        return written

    def choice(self, name: str, choices: Sequence[tuple[str, Text]]) -> str:
        """One of the choices, or nothing."""
        written = self._written(name)
        known = [value for value, _ in choices]
        self.keep(name, FieldKind.CHOICE, written, choices=choices)
        if written and written not in known:
            said = {
                "label": Phrase(f"initiative.field.{name}"),
                "written": written,
                "known": tuple(Verbatim(one) for one in known),
            }
            self.refuse(name, Phrase("initiative.wrong.choice", said))
            return ""
        return written

    def day(self, name: str, *, label: Phrase | None = None) -> date | None:
        """A day within the term, or nothing."""
        written = self._written(name)
        self.keep(name, FieldKind.DAY, written, label=label)
        if not written:
            return None
        named: dict[str, object] = {"label": self.fields[name].label, "written": written}
        try:
            day = date.fromisoformat(written)
        except ValueError:
            self.refuse(name, Phrase("initiative.wrong.day", named))
            return None
        term = self.surroundings.term
        if not term.covers(day):
            span = {"first": term.first, "last": term.last}
            self.refuse(name, Phrase("initiative.wrong.outside_term", named | span))
            return None
        return day

    def number(self, name: str, most: float, *, whole: bool) -> float | None:
        """A number of at least 0, or nothing; a decimal comma and spaces between thousands are read."""
        written = self._written(name)
        self.keep(name, FieldKind.NUMBER, written)
        if not written:
            return None
        try:
            value = float(written.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
        except ValueError:
            value = -1.0
        if not 0 <= value <= most or (whole and value != int(value)):
            key = "initiative.wrong.whole" if whole else "initiative.wrong.number"
            said = {"label": self.fields[name].label, "written": written, "most": int(most)}
            self.refuse(name, Phrase(key, said))
            return None
        return value


def _sender(reader: _Reader) -> Sender:
    council = reader.surroundings.council
    parties = {row.party: row.name for row in council.seats if row.seats} if council else {}
    role = ROLES.get(
        reader.choice("roll", [(word, Phrase(f"initiative.role.{role}")) for word, role in ROLES.items()])
    )
    name, title = reader.text("namn"), reader.text("titel")
    code = reader.choice("parti", [(one, Verbatim(name)) for one, name in parties.items()])
    if code and role is not SenderRole.GROUP_LEADER:
        reader.refuse("parti", Phrase("initiative.wrong.party"))
        code = ""
    return Sender(name, title, role, parties.get(code, ""))


def _commissioner(reader: _Reader) -> Commissioner | None:
    recorded = reader.surroundings.commission
    if recorded is not None:
        # What a start has recorded stands; nobody writes something else in its documents.
        return recorded.by
    choices = [(word, Phrase(f"initiative.recipient.{one}")) for word, one in COMMISSIONERS.items()]
    return COMMISSIONERS.get(reader.choice("uppdragsgivare", choices))


def _gathering(reader: _Reader) -> Gathering:
    gathering = Gathering(
        day=reader.day("dag"),
        time=reader.text("tid"),
        place=reader.text("plats"),
        answer_by=reader.day("svara"),
        contact=reader.text("kontakt"),
    )
    if gathering.day and gathering.answer_by and gathering.answer_by > gathering.day:
        reader.refuse("svara", Phrase("initiative.wrong.answer_late", {"day": gathering.day}))
        return Gathering(gathering.day, gathering.time, gathering.place, None, gathering.contact)
    return gathering


def _wheel(reader: _Reader) -> WheelTemplate | None:
    return find_template(reader.choice("arshjul", [(one.key, one.title) for one in TEMPLATES]))


def _steps(reader: _Reader) -> dict[Step, Span]:
    found: dict[Step, Span] = {}
    for step, name in STEP_NAMES.items():
        named = {"step": step_name(step)}
        first = reader.day(f"{name}_fran", label=Phrase("initiative.field.step_first", named))
        last = reader.day(f"{name}_till", label=Phrase("initiative.field.step_last", named))
        if first is not None and last is not None and last < first:
            reader.refuse(f"{name}_till", Phrase("initiative.wrong.step_order", named | {"first": first}))
        elif first is not None:
            found[step] = Span(first, last or first)
        elif last is not None:
            reader.refuse(f"{name}_till", Phrase("initiative.wrong.step_first", named))
    return found


def _effort(reader: _Reader) -> Effort:
    hours = reader.number("timmar", MOST_HOURS, whole=False)
    people = reader.number("deltagare", MOST_PEOPLE, whole=True)
    budget = reader.number("budget", MOST_BUDGET, whole=True)
    return Effort(hours, None if people is None else int(people), None if budget is None else int(budget))
