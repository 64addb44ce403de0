"""Which file formats can a document be written in, and how does it get to the disk whole?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from avstamp.domain.documents import Document
from avstamp.domain.errors import AvstampError


class UnknownFormat(AvstampError, ValueError):
    """No renderer makes files with this ending."""

    def __init__(self, path: str, known: tuple[str, ...]) -> None:
        self.path = path
        self.known = known
        super().__init__(f"cannot write {path!r}; the suffix must be one of {', '.join(known)}")


class FileNotWritten(AvstampError, OSError):
    """The file could not be written; what stood there stands there still."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write {path}: {reason}")


def _html(document: Document, language: str) -> bytes:
    from avstamp.renderers.html import render_html

    return render_html(document, language=language).encode("utf-8")


def _docx(document: Document, language: str) -> bytes:
    from avstamp.renderers.docx import render_docx

    return render_docx(document, language=language)


def _pdf(document: Document, language: str) -> bytes:
    from avstamp.renderers.pdf import render_pdf

    return render_pdf(document, language=language)


# Each renderer is loaded when it is first asked for: a terminal that wants HTML need not wait for Typst.
FORMATS: Mapping[str, Callable[[Document, str], bytes]] = {".html": _html, ".docx": _docx, ".pdf": _pdf}
"""File name ending to what makes such a file."""


def format_of(path: Path) -> str:
    """The format a file name asks for; raises `UnknownFormat` before any work is done."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnknownFormat(str(path), tuple(FORMATS))
    return suffix


def render_document(document: Document, *, suffix: str, language: str) -> bytes:
    """A document as the bytes of a file; `suffix` is one of `FORMATS`."""
    return FORMATS[format_of(Path(f"document{suffix}"))](document, language)


def write_document(document: Document, path: Path, *, language: str) -> None:
    """Write a document whole or not at all; raises `UnknownFormat` or `FileNotWritten`."""
    content = render_document(document, suffix=format_of(path), language=language)
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent or Path(), prefix=f".{path.name}.")
    except OSError as error:
        raise FileNotWritten(str(path), error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        raise FileNotWritten(str(path), error.strerror or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
