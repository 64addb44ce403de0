"""What must be true of every page, whoever asks for it."""

from __future__ import annotations

from collections import Counter

import html5lib
from django.http import HttpResponse
from django.test import Client

SCRIPTED = ("onclick", "onload", "onchange", "onsubmit", "style")


def fetch(address: str, client: Client | None = None) -> str:
    """A page that answers 200 and is well made: valid HTML, one h1, a title, a language, labels, no inline script."""
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return check(answer, address)


def check(answer: HttpResponse, address: str = "") -> str:
    """The same of an answer that has been given, whatever its status."""
    text = answer.content.decode()
    parser = html5lib.HTMLParser(
        strict=True, tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False
    )
    page = parser.parse(text)
    assert page.get("lang") in ("sv", "en")
    assert len(page.findall(".//h1")) == 1, address
    assert (page.findtext(".//title") or "").strip()
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
    labelled = {label.get("for") for label in page.iter("label")}
    fields = [field for tag in ("input", "select", "textarea") for field in page.iter(tag)]
    assert [
        field.get("name")
        for field in fields
        if field.get("type") != "hidden" and field.get("id") not in labelled
    ] == []
    assert [
        element.tag for element in page.iter() for name in SCRIPTED if element.get(name) is not None
    ] == []
    assert [
        script
        for script in page.iter("script")
        if not script.get("src") and script.get("type") != "application/json"
    ] == []
    assert (
        "script-src" in answer.headers["Content-Security-Policy"]
        or "default-src" in answer.headers["Content-Security-Policy"]
    )
    return text
