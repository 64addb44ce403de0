"""Everything a source can find wrong has a sentence, and every sentence is one that a source says."""

from __future__ import annotations

import re
from pathlib import Path

from avstamp.phrases.sentences.imports import SENTENCES

SOURCE = Path(__file__).resolve().parents[2] / "src/avstamp"
FILES = (
    *(SOURCE / "sources").rglob("*.py"),
    SOURCE / "factbase/catalogue_table.py",
    SOURCE / "library/facts_import.py",
    SOURCE / "library/demography_import.py",
    SOURCE / "library/emissions_import.py",
)
COMPOSED = {
    *(f"import.values.unknown.{what}" for what in ("indicator", "unit", "gender")),
    *(f"import.file.{name}" for name in ("values", "units", "metadata", "groups", "seats", "turnout")),
    *(f"import.file.{kind}_outlines" for kind in ("municipality", "region")),
    *(f"import.file.scb_{table}" for table in ("people", "nation", "changes")),
    *(f"import.scb.{what}" for what in ("people", "births", "deaths")),
}
"""Keys that the code puts together from a word."""


def test_sentences_and_failures_are_the_same():
    code = "\n".join(path.read_text("utf-8") for path in FILES)
    said = set(re.findall(r'Phrase\(\s*"(import\.[a-z_.]+)"', code))
    said |= {f"import.election.{what}" for what in re.findall(r'_do\(\s*"([a-z_]+)"', code)}

    assert said | COMPOSED == set(SENTENCES)
