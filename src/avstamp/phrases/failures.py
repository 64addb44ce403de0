"""What does a reader hear when something goes wrong, which page status goes with it, and which exit code?

The one table for the web and the command line. It names classes by their name, because some errors belong to
edges and shells that this module must not import; a class without a row of its own is read as its nearest parent
that has one, and a test sees to it that every class has its own.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from avstamp.domain.values import Phrase, Text
from avstamp.phrases.speech import LISTING, say


class ExitCode(IntEnum):
    """What the program tells the shell that ran it."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    UNKNOWN = 3
    IMPORT_REFUSED = 4
    FACT_BASE_UNUSABLE = 5
    NOT_WRITTEN = 6
    ADDRESS_TAKEN = 7
    DATABASE_UNUSABLE = 8
    RECORD_BENT = 9
    INTERRUPTED = 130


EXIT_CODES: Mapping[ExitCode, Phrase] = {
    code: Phrase(f"exit.{code.name.lower()}") for code in ExitCode if code is not ExitCode.INTERRUPTED
} | {ExitCode.INTERRUPTED: Phrase("exit.interrupted")}
"""Every exit code with what it means, for the help text."""


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """What one class of error becomes: a phrase made from the error, an HTTP status, an exit code."""

    phrase: Callable[[BaseException], Phrase]
    status: int
    exit_code: ExitCode


def _from_attributes(key: str, *names: str) -> Callable[[BaseException], Phrase]:
    return lambda error: Phrase(key, {name: getattr(error, name) for name in names})


def _unknown(what: str) -> Callable[[BaseException], Phrase]:
    asked = {"unit": "query", "indicator": "indicator"}[what]

    def phrase(error: BaseException) -> Phrase:
        values = {"query": getattr(error, asked), "nearest": getattr(error, "nearest", ())}
        return Phrase(f"error.unknown_{what}{'.nearest' if values['nearest'] else ''}", values)

    return phrase


def _import_refused(error: BaseException) -> Phrase:
    failures: tuple[object, ...] = getattr(error, "failures", ())
    return Phrase(
        "error.import_refused",
        {
            "source": getattr(error, "source", ""),
            "count": len(failures),
            "listing": Phrase(LISTING, {"lines": failures}),
        },
    )


def _archive_refused(error: BaseException) -> Phrase:
    failures: tuple[object, ...] = getattr(error, "failures", ())
    listing = Phrase(LISTING, {"lines": failures})
    return Phrase("error.archive_refused", {"path": getattr(error, "path", ""), "listing": listing})


def _subject(key: str, name: str) -> Callable[[BaseException], Phrase]:
    def phrase(error: BaseException) -> Phrase:
        subject = getattr(error, name)
        return Phrase(key, {"value": subject if isinstance(subject, str) else str(subject)})

    return phrase


def _own_phrase(error: BaseException) -> Phrase:
    """The phrase that the error itself carries."""
    phrase: Phrase = getattr(error, "phrase")  # noqa: B009 - a class that this module must not import
    return phrase


_SYSTEM_REASONS: Mapping[int, str] = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.EISDIR: "is_folder",
    errno.ENOSPC: "disk_full",
}


def _not_written(error: BaseException) -> Phrase:
    """Why the system refused a file, in words of ours where we have any: its own are in one language."""
    cause = error.__cause__
    known = _SYSTEM_REASONS.get(cause.errno or 0) if isinstance(cause, OSError) else None
    reason: Text | str = Phrase(f"reason.{known}") if known else getattr(error, "reason", "")
    return Phrase("error.file_not_written", {"path": getattr(error, "path", ""), "reason": reason})


RULES: Mapping[str, ErrorRule] = {
    "AvstampError": ErrorRule(
        lambda error: Phrase("error.any", {"reason": str(error)}), 500, ExitCode.UNEXPECTED
    ),
    "UnknownUnit": ErrorRule(_unknown("unit"), 404, ExitCode.UNKNOWN),
    "UnknownIndicator": ErrorRule(_unknown("indicator"), 404, ExitCode.UNKNOWN),
    "UnknownGroup": ErrorRule(_from_attributes("error.unknown_group", "query"), 404, ExitCode.UNKNOWN),
    "NoSimilarUnits": ErrorRule(_own_phrase, 400, ExitCode.USAGE),
    "NoEconomy": ErrorRule(_own_phrase, 400, ExitCode.USAGE),
    "FormRefused": ErrorRule(_own_phrase, 400, ExitCode.USAGE),
    "ImportRefused": ErrorRule(_import_refused, 422, ExitCode.IMPORT_REFUSED),
    "FactBaseUnusable": ErrorRule(
        _from_attributes("error.fact_base_unusable", "path", "reason"), 503, ExitCode.FACT_BASE_UNUSABLE
    ),
    "InvalidPeriod": ErrorRule(_subject("error.invalid_period", "value"), 400, ExitCode.USAGE),
    "InvalidSeats": ErrorRule(_subject("error.invalid_seats", "subject"), 400, ExitCode.USAGE),
    "DatabaseUnusable": ErrorRule(
        _from_attributes("error.database_unusable", "reason"), 503, ExitCode.DATABASE_UNUSABLE
    ),
    "UpgradeRefused": ErrorRule(_own_phrase, 503, ExitCode.DATABASE_UNUSABLE),
    "UnknownStart": ErrorRule(_from_attributes("error.unknown_start", "query"), 404, ExitCode.UNKNOWN),
    "UnknownPerson": ErrorRule(_from_attributes("error.unknown_person", "email"), 404, ExitCode.UNKNOWN),
    "LinkRefused": ErrorRule(_own_phrase, 404, ExitCode.UNKNOWN),
    "PersonRefused": ErrorRule(_own_phrase, 400, ExitCode.USAGE),
    "NotPermitted": ErrorRule(_own_phrase, 403, ExitCode.USAGE),
    "PositionRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "ExerciseRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "AnswerRefused": ErrorRule(_own_phrase, 400, ExitCode.USAGE),
    "BallotRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "SeatRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "UnknownDay": ErrorRule(_own_phrase, 404, ExitCode.UNKNOWN),
    "DriverRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "ScenarioRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "CrossRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "StartRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "ClaimRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "ChainTaken": ErrorRule(
        _from_attributes("error.chain_taken", "organisation"), 409, ExitCode.IMPORT_REFUSED
    ),
    "ArchiveRefused": ErrorRule(_archive_refused, 422, ExitCode.IMPORT_REFUSED),
    "InvalidSpan": ErrorRule(_from_attributes("error.invalid_span", "first", "last"), 400, ExitCode.USAGE),
    "InvalidRoll": ErrorRule(_from_attributes("error.invalid_roll", "subject"), 409, ExitCode.USAGE),
    "StepRefused": ErrorRule(_own_phrase, 409, ExitCode.USAGE),
    "InvalidAddress": ErrorRule(_from_attributes("error.invalid_address", "address"), 404, ExitCode.USAGE),
    "EvidenceRefused": ErrorRule(
        _from_attributes("error.evidence_refused", "claim", "target"), 409, ExitCode.USAGE
    ),
    "AddressTaken": ErrorRule(
        # A port is a name, not an amount: it is printed without a space among its digits.
        lambda error: Phrase(
            "error.address_taken", {name: str(getattr(error, name)) for name in ("host", "port")}
        ),
        500,
        ExitCode.ADDRESS_TAKEN,
    ),
    "FileNotWritten": ErrorRule(_not_written, 500, ExitCode.NOT_WRITTEN),
    "UnknownFormat": ErrorRule(
        _from_attributes("error.unknown_format", "path", "known"), 404, ExitCode.USAGE
    ),
}
"""Class name to what it becomes."""


def rule_of(error: BaseException) -> ErrorRule:
    """The row of an error, or of its nearest parent that has one.

    Raises:
        LookupError: the error is none of ours.
    """
    for parent in type(error).__mro__:
        if parent.__name__ in RULES:
            return RULES[parent.__name__]
    raise LookupError(f"{type(error).__name__} is no error of Avstamp's own") from error


def explain(error: BaseException, language: str = "sv") -> str:
    """What was wrong, with which value, and what to do next."""
    return say(rule_of(error).phrase(error), language)
