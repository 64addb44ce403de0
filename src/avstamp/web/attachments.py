"""How is a file answered so that the browser keeps it instead of showing it?"""

from __future__ import annotations

from django.http import HttpResponse

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""What a file is to a browser, by its suffix."""


def attachment(content: str | bytes, name: str) -> HttpResponse:
    """A file to keep, with its kind by the suffix of its name."""
    answer = HttpResponse(content, content_type=KINDS[name.rpartition(".")[2]])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
