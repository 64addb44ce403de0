"""How do ballots and slips become tagged PDF? In memory alone: their codes are written to no disk."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import resources
from io import BytesIO
from typing import Any

import segno
import typst

from avstamp.domain.room.exercises import ExerciseKind
from avstamp.domain.room.paper import PaperSize, edition_of, role_keys
from avstamp.domain.room.paper_sheets import (
    Ask,
    Ballot,
    Bowl,
    Choose,
    PaperBlock,
    Pile,
    PileKind,
    Protocol,
    Write,
    how_to_answer,
    lay_out,
    said_of_openness,
)
from avstamp.domain.values import Phrase, Text, Verbatim
from avstamp.phrases import format_date, language_of, language_tag, say
from avstamp.renderers.pdf.file import FONTS

SCALES = {PaperSize.A4: 1.0, PaperSize.A3: 2**0.5}


class SlipSheet(StrEnum):
    """How slips lie on A4: ten to cut apart, or on the two most common sheets of labels."""

    CUT = "cut"
    LABELS_24 = "labels_24"
    LABELS_14 = "labels_14"


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns, rows, width and height of a slip, and margins at side and top, all in mm."""

    columns: int
    rows: int
    width: float
    height: float
    side: float
    top: float
    picture: float


GRIDS: Mapping[SlipSheet, _Grid] = {
    SlipSheet.CUT: _Grid(2, 5, 95, 55, 10, 11, 30),
    # 70 × 37 mm, 24 to a sheet without gaps between them; 99.1 × 38.1 mm, 14 to a sheet.
    SlipSheet.LABELS_24: _Grid(3, 8, 70, 37, 0, 0.5, 21),
    SlipSheet.LABELS_14: _Grid(2, 7, 99.1, 38.1, 5.9, 15.1, 25),
}


def render_ballots(pile: Pile, *, language: str = "sv") -> bytes:
    """A pile of ballots as the bytes of a PDF/UA-1 file: instructions first, then bowl by bowl."""
    return _compile("ballots.typ", _Sheets(language_of(language)).pile(pile))


def render_slips(
    title: str,
    day: date,
    groups: Sequence[tuple[Text, Sequence[tuple[str, str]]]],
    *,
    address: str,
    sheet: SlipSheet = SlipSheet.CUT,
    language: str = "sv",
) -> bytes:
    """Slips as the bytes of a PDF/UA-1 file.

    Args:
        title: what the day is called.
        day: the day it is held.
        groups: whose bowl, and each slip's code as it is printed with what its square code holds.
        address: where one goes with a slip.
        sheet: what it is printed on.
        language: of the words.
    """
    grid, spoken = GRIDS[sheet], language_of(language)
    data = {
        **_head(title, day, spoken),
        "columns": grid.columns,
        "width": grid.width,
        "height": grid.height,
        "margin": [grid.side, grid.top],
        "picture": grid.picture,
        "cut": sheet is SlipSheet.CUT,
        "go": say(Phrase("paper.slip_go", {"address": address}), spoken),
        "keep": say(Phrase("paper.slip_text"), spoken),
        "bowls": [
            {
                "group": _capital(say(group, spoken)),
                "slips": [
                    {"code": code, "picture": _square(held), "alternative": _alternative(code, spoken)}
                    for code, held in slips
                ],
            }
            for group, slips in groups
        ],
    }
    return _compile("slips.typ", data)


class _Sheets:
    """Turns a pile into plain data in one language; what many ballots share is told once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.forms: list[dict[str, Any]] = []
        self.places: dict[tuple[object, str], int] = {}

    def say(self, text: Text | None) -> str:
        """A text in the language of the file."""
        return "" if text is None else say(text, self.language)

    def pile(self, pile: Pile) -> dict[str, Any]:
        """The whole pile as data."""
        bowls = [self._bowl(bowl) for bowl in pile.bowls]
        page = Phrase("paper.page", {"page": "\0", "pages": "\0"})
        names = ("your_code", "write_code", "write_name", "tick_role", "mend", "keys")
        words: dict[str, object] = {name: self.say(Phrase(f"paper.{name}")) for name in names}
        words |= {
            "do": self.say(Phrase("paper.do.title")),
            "do_subtitle": self.say(Phrase("paper.do.subtitle")),
            "page": self.say(page).split("\0"),
        }
        return {
            **_head(pile.title, pile.day, self.language),
            "paper": pile.size.value,
            "scale": SCALES[pile.size],
            "points": [self.say(point) for point in pile.points],
            "roles": self._keys(role_keys()),
            "words": words,
            "forms": self.forms,
            "bowls": bowls,
        }

    def _bowl(self, bowl: Bowl) -> dict[str, Any]:
        count = Phrase("paper.bowl_count", {"number": len(bowl.booklets)})
        return {
            "heading": self.say(Phrase("paper.bowl", {"group": bowl.group})) if bowl.group else "",
            "count": self.say(count),
            "take": self.say(Phrase("paper.bowl_take")),
            "sheets": [self._sheet(ballot) for booklet in bowl.booklets for ballot in booklet],
        }

    def _sheet(self, ballot: Ballot) -> dict[str, Any]:
        letter = self.say(Phrase("paper.letter", {"letter": ballot.letter})) if ballot.letter else ""
        return {
            "form": self._form(ballot),
            "kind": ballot.kind.value,
            "letter": letter,
            "code": ballot.code,
            "name": ballot.name,
            "role": self.say(ballot.role),
            "asks": _asks(ballot),
            "picture": _square(ballot.address) if ballot.address else "",
            "alternative": _alternative(ballot.code, self.language),
            "openness": self.say(said_of_openness(ballot.kind)),
        }

    def _form(self, ballot: Ballot) -> int:
        known = (ballot.exercise, ballot.letter)
        if known not in self.places:
            self.places[known] = len(self.forms)
            exercise = ballot.exercise
            self.forms.append(
                {
                    "question": exercise.question,
                    "how": self.say(how_to_answer(exercise)),
                    "edition": self.say(Phrase("paper.edition", {"edition": edition_of(exercise)})),
                    "blocks": [self._block(block) for block in lay_out(exercise, ballot.letter)],
                }
            )
        return self.places[known]

    def _block(self, block: PaperBlock) -> dict[str, Any]:
        match block:
            case Ask():
                lines = [
                    {"name": _capital(self.say(name)), "keys": self._keys(keys)} for name, keys in block.lines
                ]
                return {"kind": "ask", "number": block.number, "text": block.text, "lines": lines}
            case Choose():
                return {
                    "kind": "choose",
                    "heading": self.say(Phrase("paper.set", {"number": block.number})),
                    "texts": list(block.texts),
                    "most": _capital(self.say(Phrase("paper.part.best"))),
                    "least": _capital(self.say(Phrase("paper.part.worst"))),
                }
            case Write():
                return {"kind": "write", "heading": self.say(block.heading), "lines": block.lines}
            case Protocol():
                columns = [self.say(column) for column in block.columns]
                return {"kind": "protocol", "columns": columns, "rows": block.rows}

    def _keys(self, keys: Sequence[Any]) -> list[dict[str, str]]:
        return [{"typed": key.typed, "label": _capital(self.say(key.label))} for key in keys]


def _head(title: str, day: date, language: str) -> dict[str, Any]:
    tongue, _, region = language_tag(language).partition("-")
    return {
        "title": title,
        "day": f"{title}, {format_date(day, language)}",
        "date": [day.year, day.month, day.day],
        "language": tongue,
        "region": region,
    }


def _asks(ballot: Ballot) -> str:
    """What the head of a ballot asks for: nothing, a name and a role; or, for speaking time, the list of roles."""
    if ballot.exercise.kind is ExerciseKind.ROUND:
        return "roles"
    return "name" if ballot.kind is PileKind.NAMED else ""


def _alternative(code: str, language: str) -> str:
    return say(Phrase("paper.code_alternative", {"code": Verbatim(code)}), language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _square(held: str) -> str:
    file = BytesIO()
    segno.make(held, error="m", micro=False).save(file, kind="svg", border=4, xmldecl=False)
    return file.getvalue().decode()


def _compile(template: str, data: Mapping[str, Any]) -> bytes:
    source: Any = resources.files(__package__).joinpath(template).read_bytes()
    return bytes(
        typst.compile(
            source,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    )
