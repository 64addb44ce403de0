"""The glossary's pairs hold: each code word stands in the code, each screen word in a text that is shown."""

from __future__ import annotations

import re
from pathlib import Path

import messages

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| `(?P<code>\w+)` \| (?P<screen>[^|]+) \|", re.MULTILINE)


def find_strays(glossary: str, code: str, shown: str) -> list[str]:
    """Return the code words that no code has and the screen words that no text shows."""
    strays = []
    for row in ROW.finditer(glossary):
        if re.search(rf"(?<![a-z]){row['code']}(?![a-z])", code) is None:
            strays.append(f"{row['code']}: not in the code")
        if row["screen"].strip().lower() not in shown:
            strays.append(f"{row['screen'].strip()}: not on the screen")
    return strays


def test_glossary_words_are_in_code_and_on_screen() -> None:
    glossary = (ROOT / "docs/reference/glossary.md").read_text("utf-8")
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py"))).lower()
    texts = messages.find_texts(ROOT).values()
    shown = "\n".join(f"{text.singular} {text.plural or ''}" for text in texts).lower()
    assert find_strays(glossary, code, shown) == []


def test_stray_word_is_found() -> None:
    glossary = "| `claim` | Slutsats | x |\n| `unit` | Kommun | x |\n"
    assert find_strays(glossary, "unit = 1", "välj kommun") == [
        "claim: not in the code",
        "Slutsats: not on the screen",
    ]
