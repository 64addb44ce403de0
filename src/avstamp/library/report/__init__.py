"""A unit's whole fact-based start as one document, and that document as a file."""

from avstamp.library.report.build import build_report
from avstamp.library.report.files import (
    FORMATS,
    FileNotWritten,
    UnknownFormat,
    format_of,
    render_document,
    write_document,
)

__all__ = [
    "FORMATS",
    "FileNotWritten",
    "UnknownFormat",
    "build_report",
    "format_of",
    "render_document",
    "write_document",
]
