"""What did the reader write in the form of the balance requirement, what was filled, and what was wrong?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avstamp.domain.errors import AvstampError
from avstamp.domain.facts.unit import Unit
from avstamp.domain.position.balance_requirement import Accounts, EarlierDeficit, Inquiry, Row, inquire
from avstamp.domain.position.balance_requirement.accounts import SIGNED
from avstamp.domain.values import Phrase
from avstamp.factbase import FactBase
from avstamp.library.balance import FilledRow, filled_rows
from avstamp.phrases import together

FIELDS: Mapping[str, str] = {
    "result": "resultat",
    "gains": "vinster",
    "excepted_gains": "vinster_undantag",
    "excepted_losses": "forluster_undantag",
    "unrealised": "orealiserat",
    "reversed_unrealised": "aterforing",
    "reserved": "reserverat",
    "used": "anvant",
    "used_old": "anvant_rur",
    "tax": "skatt",
    "grants": "bidrag",
    "equity": "eget_kapital",
    "pension_commitment": "ansvarsforbindelse",
    "reserve": "reserv",
    "old_reserve": "rur",
}
"""Each amount and the name of its field in the form."""

YEARS_BACK = 4
"""How many earlier years' deficits there is room for: three to restore, and one that may be overdue."""

FIRST_YEAR, LAST_YEAR = 2000, 2100
YEAR_DIGITS = 4


class FormRefused(AvstampError, ValueError):
    """What was written cannot be read as accounts; `phrase` says all that was wrong and how to go on."""

    def __init__(self, wrong: Sequence[Phrase]) -> None:
        self.phrase = together(wrong)
        super().__init__(", ".join(one.key for one in wrong))


@dataclass(frozen=True)
class Field:
    """One field: its label, what stands in it, where that came from, and what was wrong."""

    name: str
    label: Phrase
    written: str
    filled: FilledRow | None = None
    wrong: Phrase | None = None


@dataclass(frozen=True)
class BalanceForm:
    """The form, and the inquiry (None while something is wrong or missing)."""

    year: str
    year_wrong: Phrase | None
    fields: Sequence[Field]
    earlier: Sequence[tuple[Field, Field]]
    reason: str
    inquiry: Inquiry | None
    rows: Sequence[tuple[Phrase, Row, Phrase | None]]
    wrong: Sequence[Phrase]

    def checked(self) -> Inquiry:
        """The inquiry; raises `FormRefused` with every sentence about what was wrong."""
        if self.inquiry is None:
            raise FormRefused(self.wrong)
        return self.inquiry

    @property
    def decided_by(self) -> Phrase | None:
        """Which limit decides what may be reserved."""
        return Phrase(f"balance.decided_by.{self.inquiry.room.decided_by}") if self.inquiry else None


def read_form(base: FactBase, unit: Unit, asked: Mapping[str, str]) -> BalanceForm:
    """The form for what was asked; what is wrong leaves what was written and says what to do."""
    year_text = asked.get("ar", "").strip() or str(base.newest_year)
    year_wrong = _wrong_year(year_text)
    year = base.newest_year if year_wrong else int(year_text)
    fields, amounts = _read_fields(base, unit, year, asked)
    earlier, deficits = _read_earlier(year, asked)
    reason = asked.get("skal", "").strip()
    wrong = [one for one in (year_wrong, *(field.wrong for field in fields)) if one]
    wrong += [field.wrong for field, _ in earlier if field.wrong]
    inquiry = None
    if not wrong:
        accounts = Accounts(year, earlier=tuple(deficits), reason=reason, **amounts)
        inquiry = inquire(accounts)
    return BalanceForm(
        year=year_text,
        year_wrong=year_wrong,
        fields=fields,
        earlier=earlier,
        reason=reason,
        inquiry=inquiry,
        rows=[(Phrase(f"balance.row.{row.key}"), row, _paragraph(row)) for row in inquiry.rows]
        if inquiry
        else [],
        wrong=wrong,
    )


def _paragraph(row: Row) -> Phrase | None:
    chapter, _, paragraph = row.paragraph.partition(":")
    return Phrase("balance.paragraph", {"chapter": chapter, "paragraph": paragraph}) if chapter else None


def _wrong_year(text: str) -> Phrase | None:
    if text.isdecimal() and len(text) <= YEAR_DIGITS and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return None
    return Phrase("balance.year.wrong", {"given": text, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)})


def _read_fields(
    base: FactBase, unit: Unit, year: int, asked: Mapping[str, str]
) -> tuple[list[Field], dict[str, int]]:
    filled = filled_rows(base, unit, year)
    before = asked.get("ifyllt", "")
    # What we filled in for another year, and nobody has touched, is not the reader's figure for this one.
    ours = filled_rows(base, unit, int(before)) if before.isdecimal() and len(before) <= YEAR_DIGITS else {}
    fields: list[Field] = []
    amounts: dict[str, int] = {}
    for key, name in FIELDS.items():
        written = asked.get(name, "").strip()
        if key in ours and written == str(ours[key].amount):
            written = ""
        source = filled.get(key) if not written else None
        amount = source.amount if source else whole_kronor(written)
        label = Phrase(f"balance.field.{key}")
        wrong = None
        if amount is None:
            wrong = Phrase("balance.amount.wrong", {"field": label, "given": written})
        elif amount < 0 and key not in (*SIGNED, "grants"):
            wrong = Phrase("balance.amount.sign", {"field": label, "given": written})
        elif key == "tax" and amount <= 0:
            wrong = Phrase("balance.tax.missing", {"year": str(year)})
        elif key == "grants" and not fields[-1].wrong and amounts.get("tax", 0) + amount < 0:
            wrong = Phrase("balance.grants.wrong", {"given": written})
        amounts[key] = amount or 0
        fields.append(Field(name, label, written or (str(source.amount) if source else ""), source, wrong))
    return fields, amounts


def _read_earlier(
    year: int, asked: Mapping[str, str]
) -> tuple[list[tuple[Field, Field]], list[EarlierDeficit]]:
    rows, deficits = [], []
    for earlier in range(year - YEARS_BACK, year):
        written = asked.get(f"underskott.{earlier}", "").strip()
        reason = asked.get(f"skal.{earlier}", "").strip()
        amount = whole_kronor(written)
        label = Phrase("balance.field.earlier", {"year": str(earlier)})
        wrong = None
        if amount is None or amount < 0:
            wrong = Phrase("balance.earlier.wrong", {"field": label, "given": written})
        elif amount:
            deficits.append(EarlierDeficit(earlier, amount, reason))
        grounds = Phrase("balance.field.earlier_reason", {"year": str(earlier)})
        rows.append(
            (
                Field(f"underskott.{earlier}", label, written, wrong=wrong),
                Field(f"skal.{earlier}", grounds, reason),
            )
        )
    return rows, deficits


def whole_kronor(text: str) -> int | None:
    """An amount as people write it: spaces between thousands, any minus sign, "kr" after it; None for anything else.

    Example:
        >>> whole_kronor("−1 234 567 kr"), whole_kronor(""), whole_kronor("12,5")
        (-1234567, 0, None)
    """
    bare = "".join(text.lower().removesuffix("kr").split()).replace("−", "-").replace("\u2013", "-")
    digits = bare.removeprefix("-").removeprefix("+")
    if not bare:
        return 0
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 15:
        return None
    return -int(digits) if bare.startswith("-") else int(digits)
