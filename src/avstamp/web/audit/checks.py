"""When was the record last held to its chain and signatures, and how did that end?

What a check found is kept beside the signed heads, outside the database, so that a page can tell without reading the
whole record.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from avstamp.domain.audit.verification import Verdict
from avstamp.web.audit import heads

NAME = "last-check.json"


@dataclass(frozen=True, slots=True)
class Check:
    """A verification that has been made: when, how many events it read, and whether the record was whole."""

    at: datetime
    events: int
    signed_to: int
    whole: bool


def keep_check(organisation: str, verdict: Verdict, *, at: datetime) -> None:
    """Keep when a record was checked and how it ended; a record without signed heads has no folder to keep it in."""
    check = Check(at, verdict.events, verdict.signed_to, verdict.is_whole)
    folder = heads.folder() / organisation
    if folder.is_dir():
        fresh = folder / f"{NAME}.new"
        fresh.write_text(json.dumps({**asdict(check), "at": at.isoformat()}) + "\n", encoding="utf-8")
        fresh.replace(folder / NAME)


def last_check(organisation: str) -> Check | None:
    """The newest check of an organisation's record, None where none has been made."""
    path = heads.folder() / organisation / NAME
    if not path.is_file():
        return None
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Check(**{**fields, "at": datetime.fromisoformat(fields["at"])})
