"""What did each account of a SIE file hold when its year ended?

SIE 4 is lines of a label and fields; labels that are not known are passed by, and so are vouchers, whose sums stand in
the balances of the year. Any type but the import file (4I) has those: #RES of accounts of the result, #UB of accounts
of the balance sheet, both with year 0 for the year of the file. Period balances (#PSALDO) say nothing that these do
not, and are not read. Income, debt and equity are below nothing, as a ledger has them.

Source: SIE filformat, version 4C (Föreningen SIE-Gruppen, 6 August 2025).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from avstamp.domain.errors import ImportRefused
from avstamp.domain.values import Phrase

LARGEST_BYTES = 20_000_000
"""A year of vouchers of a large municipality."""

MOST_FAULTS = 20
FLAG = "#FLAGGA"
ENDINGS = (".se", ".si", ".sie")
CURRENCY = "SEK"
SIE_SWEDISH, LATIN_SWEDISH = b"\x86\x84\x94\x8f\x8e\x99", b"\xe5\xe4\xf6\xc5\xc4\xd6"
"""The letters å, ä and ö in the coding of the format (CP437), and in the one that some systems write instead."""

_FIELD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\{[^}]*\})|([^\s"{}]+)')
_ACCOUNT = re.compile(r"[0-9]{1,10}")
_CALENDAR_YEAR = re.compile(r"([0-9]{4})0101 ([0-9]{4})1231")
_NEEDED: Mapping[str, int] = {"#RES": 3, "#UB": 3, "#KONTO": 2, "#RAR": 3, "#VALUTA": 1}


@dataclass(frozen=True)
class Ledger:
    """A year's ledger in kronor, debit above and credit below nothing; accounts by number."""

    year: int
    company: str
    names: Mapping[str, str]
    results: Mapping[str, Decimal]
    balances: Mapping[str, Decimal]


@dataclass
class _Reading:
    """What has been read so far."""

    faults: list[Phrase] = field(default_factory=list)
    company: str = ""
    spans: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    results: dict[str, Decimal] = field(default_factory=dict)
    balances: dict[str, Decimal] = field(default_factory=dict)
    checksums: int = 0

    def fault(self, key: str, line: int, **values: str) -> None:
        self.faults.append(Phrase(f"ledger.{key}", {"line": line, **values}))


def is_sie(name: str, content: bytes) -> bool:
    """Whether a file is meant as one: by its name, or by the label that every such file begins with."""
    beginning = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    return name.casefold().endswith(ENDINGS) or beginning.startswith(FLAG.encode())


def read_ledger(content: bytes, name: str) -> Ledger:
    """The ledger of a SIE file.

    Raises:
        ImportRefused: with every fault and its line; a file with a fault is never half read.
    """
    if len(content) > LARGEST_BYTES:
        raise ImportRefused(name, [Phrase("ledger.too_large", {"megabytes": LARGEST_BYTES // 1_000_000})])
    lines = _decoded(content).splitlines()
    if not any(line.split()[:1] == [FLAG] for line in lines[:50] if line.strip()):
        raise ImportRefused(name, [Phrase("ledger.not_sie")])
    reading = _Reading()
    for number, line in _outside_vouchers(lines):
        _read_line(number, line, reading)
    year = _year(reading)
    if reading.checksums == 1:
        reading.faults.append(Phrase("ledger.cut_short"))
    if not reading.results and not reading.faults:
        reading.faults.append(Phrase("ledger.no_result"))
    if reading.faults:
        raise ImportRefused(name, _first(reading.faults))
    return Ledger(year, reading.company, reading.names, reading.results, reading.balances)


def _first(faults: Sequence[Phrase]) -> list[Phrase]:
    more = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], *([Phrase("ledger.more", {"count": more})] if more > 0 else [])]


def _decoded(content: bytes) -> str:
    """The text, in the coding that its Swedish letters tell of; that of the format where there are none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    written = [sum(content.count(letter) for letter in letters) for letters in (SIE_SWEDISH, LATIN_SWEDISH)]
    return content.decode("cp1252" if written[1] > written[0] else "cp437", errors="replace")


def _outside_vouchers(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines that begin with a label and stand in no voucher, each with its number."""
    inside = False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text.startswith(("{", "}")):
            inside = text.startswith("{") and not text.endswith("}")
        elif text.startswith("#") and not inside:
            yield number, text


def _read_line(number: int, text: str, reading: _Reading) -> None:
    label, _, rest = text.partition(" ") if " " in text else text.partition("\t")
    label = label.strip().upper()
    if label == "#KSUMMA":
        reading.checksums += 1
    if label not in _NEEDED and label not in ("#FNAMN", "#SIETYP"):
        return
    fields = _fields(rest)
    if fields is None:
        reading.fault("broken", number, label=label)
    elif len(fields) < _NEEDED.get(label, 1):
        reading.fault("few", number, label=label)
    else:
        _READERS[label](number, fields, reading)


def _fields(text: str) -> list[str] | None:
    """The fields of a line; None where a quotation or a list is not closed."""
    found, at = [], 0
    for match in _FIELD.finditer(text):
        if text[at : match.start()].strip():
            return None
        quoted, listed, plain = match.groups()
        found.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else listed or plain)
        at = match.end()
    return None if text[at:].strip() else found


def _read_account(number: int, fields: Sequence[str], reading: _Reading) -> None:
    if _is_account(number, fields[0], reading):
        reading.names[fields[0]] = fields[1]


def _read_span(number: int, fields: Sequence[str], reading: _Reading) -> None:
    reading.spans[fields[0]] = (number, fields[1], fields[2])


def _read_currency(number: int, fields: Sequence[str], reading: _Reading) -> None:
    if fields[0].upper() != CURRENCY:
        reading.fault("currency", number, currency=fields[0])


def _read_company(number: int, fields: Sequence[str], reading: _Reading) -> None:
    reading.company = fields[0]


def _read_type(number: int, fields: Sequence[str], reading: _Reading) -> None:
    if fields[0].upper() not in ("1", "2", "3", "4", "4E"):
        reading.fault("type", number, type=fields[0])


def _read_result(number: int, fields: Sequence[str], reading: _Reading) -> None:
    _read_amount(number, fields, reading.results, reading)


def _read_balance(number: int, fields: Sequence[str], reading: _Reading) -> None:
    _read_amount(number, fields, reading.balances, reading)


def _read_amount(number: int, fields: Sequence[str], into: dict[str, Decimal], reading: _Reading) -> None:
    year, account, written = fields[:3]
    if year != "0" or not _is_account(number, account, reading):
        return
    try:
        amount = Decimal(written)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        reading.fault("amount", number, account=account, given=written)
    elif account in into:
        reading.fault("twice", number, account=account)
    else:
        into[account] = amount


def _is_account(number: int, account: str, reading: _Reading) -> bool:
    if _ACCOUNT.fullmatch(account):
        return True
    reading.fault("account", number, given=account)
    return False


def _year(reading: _Reading) -> int:
    """The calendar year of the file; 0 where it has none, with what was wrong."""
    if "0" not in reading.spans:
        reading.faults.append(Phrase("ledger.no_year"))
        return 0
    line, first, last = reading.spans["0"]
    whole = _CALENDAR_YEAR.fullmatch(f"{first} {last}")
    if whole is None or whole[1] != whole[2]:
        reading.fault("year", line, first=first, last=last)
        return 0
    return int(whole[1])


_READERS = {
    "#KONTO": _read_account,
    "#RAR": _read_span,
    "#VALUTA": _read_currency,
    "#FNAMN": _read_company,
    "#SIETYP": _read_type,
    "#RES": _read_result,
    "#UB": _read_balance,
}
