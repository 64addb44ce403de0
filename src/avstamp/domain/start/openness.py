"""What must be known of every object, since what an authority stores may be asked for by anyone?

The Freedom of the Press Act decides when a document is public: when it has come in, or is drawn up. The statuses
follow it; which objects they fit is the organisation's to decide, with its lawyers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentStatus(StrEnum):
    """How far a document has come, in the law's sense (TF 2:9–2:12)."""

    WORKING = "working"
    COMPLETED = "completed"
    DISPATCHED = "dispatched"


class Retention(StrEnum):
    """What becomes of an object by the organisation's decision: kept, or disposed of at a close or after a term."""

    KEEP = "keep"
    AT_CLOSE = "at_close"
    AFTER_TERM = "after_term"


@dataclass(frozen=True, slots=True)
class Record:
    """The registry's side of an object; `number` is its registration number, empty while it has none."""

    status: DocumentStatus = DocumentStatus.WORKING
    number: str = ""
    retention: Retention = Retention.KEEP

    @property
    def is_draft(self) -> bool:
        """Whether the object is still working material, seen by its author's side only."""
        return self.status is DocumentStatus.WORKING


ORDER = tuple(DocumentStatus)


def may_become(status: DocumentStatus, wanted: DocumentStatus) -> bool:
    """Whether a document may go from one status to another: onwards only, since what is public stays public.

    Example:
        >>> may_become(DocumentStatus.COMPLETED, DocumentStatus.WORKING)
        False
    """
    return ORDER.index(wanted) > ORDER.index(status)
