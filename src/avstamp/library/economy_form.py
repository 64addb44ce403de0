"""Which assumptions of the economy did the reader write, and what was wrong with them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.outlook.economy import Guidelines
from avstamp.domain.outlook.economy.scenarios import Scenario
from avstamp.domain.values import Phrase
from avstamp.library.economy_inputs import INPUTS, RESERVE, RISK, SCENARIOS, USE, Input
from avstamp.phrases import together
from avstamp.phrases.speech import Sayable

DEFAULT_RISK, DEFAULT_RESERVE, DEFAULT_USE = 0.1, 0.0, 1.0
NOTES: Mapping[str, int] = {"namn": 60, "upphov": 200, "riktlinje": 200}
"""What may be written in words, and how many characters of it: the own scenario's name, who stands behind its
assumptions, and the council's own guideline for the reserve."""


@dataclass(frozen=True)
class Field:
    """One field with what stands in it, as written or as the scenario has it, and what was wrong."""

    input: Input
    written: str
    value: float
    changed: bool
    wrong: Phrase | None

    @property
    def label(self) -> Phrase:
        """What the field is called, with its unit of measure."""
        return Phrase(f"economy.field.{self.input.key}")


@dataclass(frozen=True)
class EconomyForm:
    """What was asked: the scenario, its fields, the risk accepted, the guidelines, and what is said in words."""

    scenario: str
    fields: Sequence[Field]
    risk: Field
    reserve: Field
    use: Field
    notes: Mapping[str, str]

    @property
    def wrong(self) -> tuple[Phrase, ...]:
        """All that was wrong, in order."""
        return (
            *(one.wrong for one in self.numbers if one.wrong),
            *(
                Phrase("economy.words.long", {"most": NOTES[name]})
                for name, words in self.notes.items()
                if len(words) > NOTES[name]
            ),
        )

    @property
    def numbers(self) -> tuple[Field, ...]:
        """Every field that asks for a number, in the order they are shown."""
        return (*self.fields, self.risk, self.reserve, self.use)

    @property
    def written(self) -> dict[str, str]:
        """What the reader changed or wrote, as it goes into an address."""
        numbers = {one.input.name: one.written for one in self.numbers if one.changed and not one.wrong}
        return numbers | {name: words for name, words in self.notes.items() if words}

    @property
    def changed(self) -> Mapping[str, float]:
        """The assumptions that differ from the ready scenario, in the model's own units."""
        return {one.input.key: one.value for one in self.fields if one.changed and not one.wrong}

    @property
    def guidelines(self) -> Guidelines:
        """How the council's guidelines treat the reserve."""
        return Guidelines(reserve_share=self.reserve.value, use_share=self.use.value)


def read_form(ready: Mapping[str, Scenario], asked: Mapping[str, str]) -> EconomyForm:
    """The form for what was asked; an unknown scenario is as today; a wrong number keeps the scenario's own."""
    words = {word: key for key, word in SCENARIOS.items()}
    scenario = words.get(asked.get("scenario", ""), "as_today")
    ours = ready[scenario]
    return EconomyForm(
        scenario=scenario,
        fields=[_field(one, getattr(ours, one.key), asked) for one in INPUTS],
        risk=_field(RISK, DEFAULT_RISK, asked),
        reserve=_field(RESERVE, DEFAULT_RESERVE, asked),
        use=_field(USE, DEFAULT_USE, asked),
        notes={name: asked.get(name, "").strip() for name in NOTES},
    )


def _field(one: Input, ours: float, asked: Mapping[str, str]) -> Field:
    written = asked.get(one.name, "").strip()
    shown = f"{one.scale * ours:.{one.decimals}f}".replace(".", ",")
    if not written or written.replace("−", "-").replace(".", ",") == shown:
        return Field(one, shown, ours, False, None)
    try:
        number = float(written.replace(",", ".").replace("−", "-").replace("\u00a0", "").removesuffix("%"))
    except ValueError:
        number = float("nan")
    if not one.low <= number <= one.high:
        values: dict[str, Sayable] = {
            "field": Phrase(f"economy.field.{one.key}"),
            "given": written,
            "low": f"{one.low:g}".replace("-", "−"),
            "high": f"{one.high:g}",
        }
        return Field(one, written, ours, True, Phrase("economy.number.wrong", values))
    if round(one.scale * ours, one.decimals) == number:
        return Field(one, shown, ours, False, None)
    return Field(one, written, number / one.scale, True, None)


def all_wrong(form: EconomyForm) -> Phrase:
    """Everything that was wrong, one sentence after another."""
    return together(form.wrong)
