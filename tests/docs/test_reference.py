"""The reference says what the code says, and a page that has fallen behind is found."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import reference
from avstamp.factbase.record import SCHEMAS
from avstamp.sources.election.parse import SEAT_COLUMNS, TURNOUT_COLUMNS
from avstamp.sources.kolada.parse import COLUMNS

ROOT = Path(__file__).resolve().parents[2]


def test_reference_pages_are_those_the_code_makes() -> None:
    assert reference.find_faults(ROOT / "docs/reference") == []


def test_page_behind_the_code_is_found(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "docs/reference", tmp_path / "reference")
    page = folder / "command-line.md"
    page.write_text(page.read_text("utf-8").replace("`--gender {T,K,M}`", "`--sex {T,K,M}`"), "utf-8")
    (folder / "fact-base.md").unlink()

    assert reference.find_faults(folder) == [
        "docs/reference/command-line.md is behind the code; run scripts/reference.py",
        "docs/reference/fact-base.md is behind the code; run scripts/reference.py",
    ]


def test_every_column_of_the_fact_base_has_a_meaning() -> None:
    columns = {
        f"{table}.{name}" for table, schema in SCHEMAS.items() for name in schema.names if name != "origin"
    }

    assert set(reference.COLUMNS) == columns


def test_columns_of_the_source_files_are_those_that_are_read() -> None:
    text = (ROOT / "docs/reference/data.md").read_text("utf-8")
    named = {
        section.split("\n", 1)[0]: tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
        for section in text.split("\n## ")
    }

    assert named["`kolada/values*.parquet` and `kolada/values*.csv`"] == COLUMNS
    assert named["`elections/mandat_*.csv`"] == SEAT_COLUMNS
    assert named["`elections/valdeltagande_*.csv`"] == TURNOUT_COLUMNS
