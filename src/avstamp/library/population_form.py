"""Which assumptions of their own has somebody made about the population ahead, and can they be read?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from avstamp.domain.values import Phrase, Quantity
from avstamp.library.need_prices import ServicePrice

EVERY_YEAR, TO_NATION = "inflyttade", "riket"
PLANNED_YEARS = 10
MOST_NEWCOMERS, MOST_PRICE = 20_000, Decimal(2_000)


@dataclass(frozen=True)
class Field:
    """An input: its name, label, what is written, and what is wrong with it."""

    name: str
    label: Phrase
    written: str
    wrong: Phrase | None = None
    own: bool = False
    source: Phrase | None = None


@dataclass(frozen=True)
class PopulationForm:
    """What was asked: people who move in beyond what is usual, year by year from the first ahead; whether all of
    Sweden's municipalities are held to the country; prices; and the fields with what is wrong."""

    newcomers: tuple[int, ...]
    to_nation: bool
    prices: Sequence[ServicePrice]
    every_year: Field
    by_year: Sequence[Field]
    price_fields: Sequence[Field]

    @property
    def usual(self) -> bool:
        """Whether the population is the usual one, which is kept and need not be drawn."""
        return not any(self.newcomers) and not self.to_nation

    @property
    def wrong(self) -> list[Phrase]:
        """Everything that is wrong."""
        fields = (self.every_year, *self.by_year, *self.price_fields)
        return [field.wrong for field in fields if field.wrong]


def read_form(
    asked: Mapping[str, str], *, base_year: int, years: int, prices: Sequence[ServicePrice]
) -> PopulationForm:
    """The assumptions; where one cannot be read the usual one is used and what is wrong is said.

    Args: `asked` by field: `inflyttade` every year, `inflyttade2026` one year beside it, `riket`, `pris0` and on.
    """
    always, every_year = _read_people(asked.get(EVERY_YEAR, ""), EVERY_YEAR, Phrase("population.newcomers"))
    planned, by_year = [], []
    for ahead in range(1, min(PLANNED_YEARS, years) + 1):
        name, label = (
            f"{EVERY_YEAR}{base_year + ahead}",
            Phrase("population.newcomers.in", {"year": str(base_year + ahead)}),
        )
        number, field = _read_people(asked.get(name, ""), name, label)
        planned.append(number)
        by_year.append(field)
    newcomers = tuple(always + (planned[at] if at < len(planned) else 0) for at in range(years))
    read = [_read_price(price, f"pris{number}", asked) for number, price in enumerate(prices)]
    return PopulationForm(
        newcomers=newcomers,
        to_nation=asked.get(TO_NATION, "") == "1",
        prices=[price for price, _ in read],
        every_year=every_year,
        by_year=by_year,
        price_fields=[field for _, field in read],
    )


def _read_people(written: str, name: str, label: Phrase) -> tuple[int, Field]:
    field = Field(name, label, written.strip())
    plain = written.replace("\u00a0", "").replace(" ", "")
    if not plain:
        return 0, field
    number = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 9 else -1
    if 0 <= number <= MOST_NEWCOMERS:
        return number, replace(field, own=number > 0)
    said = {"name": label, "written": written, "most": Quantity(MOST_NEWCOMERS, "", 0)}
    return 0, replace(field, wrong=Phrase("population.wrong.people", said))


def _read_price(price: ServicePrice, name: str, asked: Mapping[str, str]) -> tuple[ServicePrice, Field]:
    usual = "" if price.thousands is None else str(price.thousands).replace(".", ",")
    written = asked.get(name, "").strip()
    field = Field(name, Phrase(f"need.{price.service}"), written or usual, source=price.source)
    if not written or written == usual:
        return price, field
    try:
        own = Decimal(written.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except InvalidOperation:
        own = Decimal(-1)
    if own.is_finite() and 0 <= own <= MOST_PRICE:
        source = Phrase("need.source.own")
        return replace(price, thousands=own, own=True, source=source), replace(field, own=True, source=source)
    said = {"written": written, "most": Quantity(float(MOST_PRICE), "", 0)}
    return price, replace(field, wrong=Phrase("population.wrong.price", said))
