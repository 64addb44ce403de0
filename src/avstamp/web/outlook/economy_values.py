"""What does the page of the economy hold? Plain values that load no compiler: the serving process reads them too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from avstamp.domain.documents import Figure
from avstamp.domain.outlook.saved_scenario import ScenarioContent, ScenarioOutcome
from avstamp.domain.values import Phrase, Quantity, Text


@dataclass(frozen=True)
class Row:
    """A row of a table: what it is of, its cells, and a remark."""

    name: Text
    cells: Sequence[Quantity]
    remark: Text | None = None


@dataclass(frozen=True)
class Shown:
    """One field of the form: `low`, `high` and `step` as a slider counts, None where it is words that are asked for."""

    name: str
    label: Phrase
    written: str
    wrong: bool
    low: float | None = None
    high: float | None = None
    step: float | None = None


@dataclass(frozen=True)
class AccountsForm:
    """The organisation's own accounts as fields, and what was wrong with them.

    `left` names the fields that a ledger did not fill in.
    """

    unit_name: str = ""
    fields: Sequence[Shown] = ()
    wrong: Sequence[Phrase] = ()
    none: Phrase | None = None
    base_year: int = 0
    left: Sequence[Phrase] = ()


@dataclass(frozen=True)
class EconomyPage:
    """The page; `none` says why there is nothing to show, and then the rest is empty.

    `query` holds every assumption as it goes into an address, `kept` what other forms on the page must carry along.
    """

    none: Phrase | None = None
    fields: Sequence[Shown] = ()
    notes: Sequence[Shown] = ()
    wrong: Sequence[Phrase] = ()
    answer: Phrase | None = None
    base: Phrase | None = None
    own_accounts: bool = False
    last_year: int = 2035
    scenarios: Sequence[tuple[str, Phrase]] = ()
    chosen: str = ""
    query: str = ""
    accounts_query: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[Text] = ()
    summary: Sequence[Row] = ()
    side_by_side: Sequence[Figure] = ()
    risks: Sequence[Row] = ()
    figures: Sequence[Figure] = ()
    years: Sequence[Row] = ()
    assumptions: Sequence[Row] = ()
    tornado: Figure | None = None
    swings: Sequence[Row] = ()
    investments: Figure | None = None
    ledger_years: Sequence[int] = ()
    ledger: Sequence[Row] = ()
    correlations: Sequence[Row] = ()


@dataclass(frozen=True)
class ComputedScenario:
    """What a scenario says when it is computed: `wrong` lists what could not be read, and then the rest is not meant.

    `changed` says that some assumption is the reader's own; `facts` is the identity of the fact base.
    """

    wrong: Sequence[Phrase]
    content: ScenarioContent
    outcome: ScenarioOutcome
    facts: str
    changed: bool
    name: str
    author: str


@dataclass(frozen=True)
class ComparePage:
    """Ready and saved scenarios beside one another; `none` says why there is nothing to compare.

    `bases` tells with which year's accounts each begins, and whose.
    """

    none: Phrase | None = None
    names: Sequence[Text] = ()
    side_by_side: Sequence[Figure] = ()
    summary: Sequence[Row] = ()
    risks: Sequence[Row] = ()
    assumptions: Sequence[Row] = ()
    bases: Sequence[Text] = ()
