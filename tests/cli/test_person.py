"""People are taken in from a terminal, and the link that is printed lets them in."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.test_start import avstamp

from avstamp.phrases import ExitCode

ANNA = "anna.berg@example.se"
LINK = re.compile(r"^http://127\.0\.0\.1:8000/konto/lank/[\w-]{32}/$", re.MULTILINE)


def test_person_is_taken_in_listed_and_given_a_new_link(tmp_path: Path) -> None:
    code, made = avstamp(tmp_path, "person", "create", ANNA, "Anna Berg")
    again = avstamp(tmp_path, "person", "link", ANNA.upper(), "--days", "7")[1]

    assert code == ExitCode.OK
    assert len(LINK.findall(made)) == len(LINK.findall(again)) == 1
    assert LINK.findall(made) != LINK.findall(again)
    assert "gäller i 7 dagar" in again
    assert avstamp(tmp_path, "person", "list") == (
        ExitCode.OK,
        f"{ANNA}: Anna Berg, kommer in med personlig länk",
    )


def test_person_who_is_not_here_or_comes_with_an_identity_number_is_refused(tmp_path: Path) -> None:
    assert avstamp(tmp_path, "person", "link", ANNA) == (
        ExitCode.UNKNOWN,
        f"Ingen på servern har adressen {ANNA}. Se vilka som finns med ”avstamp person list”.",
    )
    code, said = avstamp(tmp_path, "person", "create", ANNA, "Anna Berg 811218-9876")
    assert (code, "Avstamp lagrar inga sådana" in said) == (ExitCode.USAGE, True)
