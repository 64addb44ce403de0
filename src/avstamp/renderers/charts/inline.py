"""What must change in a drawn SVG before it can stand in a page?

The renderer speaks to screen readers mark by mark; a page wants one picture with one name and one description.
Colours get classes, so that a style sheet can answer dark mode; the attributes stay for readers without the sheet.
No style attribute is written: the content security policy of the pages forbids it.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from avstamp.renderers.charts.compact import join_shapes
from avstamp.renderers.charts.palette import CLASSES

NAMESPACE = "{http://www.w3.org/2000/svg}"
DROPPED = frozenset(
    {
        "class",
        "role",
        "aria-label",
        "aria-roledescription",
        "aria-hidden",
        "pointer-events",
        "font-family",
        # A map's shapes come clipped to the plot, by an id that two pictures on a page would share.
        "clip-path",
    }
)
FONTS = "'Source Sans 3 Variable', 'Source Sans 3', sans-serif"
"""The typeface as pages name it, then as documents do; a name that ends in a digit must be quoted."""
IDLE = {"opacity": "1", "stroke-width": "1", "text-anchor": "start", "font-weight": "400"}
LONG_NUMBER = re.compile(r"-?\d+\.\d{2,}")
INKLESS = frozenset({"path", "line", "rect"})


def inline_svg(drawn: str, *, identity: str, title: str, description: str, kind: str, wide: bool) -> str:
    """Return the drawn SVG as one named picture for a page.

    Args:
        drawn: what the renderer wrote.
        identity: what makes the ids in the picture its own on the page.
        title: the picture's name, read aloud.
        description: what the picture shows, read aloud after the name.
        kind: the chart kind, for its class.
        wide: whether this is the variant for wide pages.
    """
    root = ElementTree.fromstring(drawn)  # noqa: S314 - drawn by vl-convert in this process from our own specification
    _clean(root)
    if kind == "map":
        join_shapes(root)
    body = "".join(_written(child) for child in root)
    size = root.get("width", ""), root.get("height", "")
    return framed_svg(
        body, identity=identity, title=title, description=description, kind=kind, wide=wide, size=size
    )


def framed_svg(
    body: str, *, identity: str, title: str, description: str, kind: str, wide: bool, size: tuple[str, str]
) -> str:
    """What is drawn as one named picture for a page; `size` its width and height, the rest as `inline_svg`."""
    width, height = size
    variant = "wide" if wide else "narrow"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{kind} chart-{variant}" role="img"'
        f' aria-labelledby="{identity}-t {identity}-d" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" font-family="{FONTS}">'
        f'<title id="{identity}-t">{escape(title)}</title>'
        f'<desc id="{identity}-d">{escape(description)}</desc>{body}</svg>'
    )


def _clean(element: ElementTree.Element) -> None:
    """Drop what is unseen, name colours by class, and shorten numbers, from the leaves up."""
    for child in list(element):
        _clean(child)
        if _unseen(child):
            element.remove(child)
    for name in list(element.attrib):
        if name in DROPPED or IDLE.get(name) == element.get(name):
            del element.attrib[name]
    words = [
        f"{way}-{CLASSES[colour]}"
        for way in ("fill", "stroke")
        if (colour := element.get(way, "")) in CLASSES
    ]
    if words:
        element.set("class", " ".join(words))
    for name in ("transform", "d", "x", "y", "x2", "y2"):
        if value := element.get(name):
            element.set(name, LONG_NUMBER.sub(_shorten, value))
    if element.get("transform") == "translate(0,0)":
        del element.attrib["transform"]


def _shorten(match: re.Match[str]) -> str:
    return f"{float(match.group()):.1f}".removesuffix(".0")


def _unseen(element: ElementTree.Element) -> bool:
    tag = element.tag.removeprefix(NAMESPACE)
    if tag in ("g", "defs", "clipPath"):
        return tag != "g" or len(element) == 0
    if tag not in INKLESS:
        return False
    painted = element.get("fill", "none") not in ("none", "transparent")
    drawn = element.get("stroke", "none") not in ("none", "transparent")
    hidden = element.get("opacity") == "0" or element.get("display") == "none" or element.get("d") == ""
    return hidden or not (painted or drawn)


def _written(element: ElementTree.Element) -> str:
    """The element without namespaces and without groups that say nothing."""
    tag = element.tag.removeprefix(NAMESPACE)
    inside = escape(element.text or "") + "".join(
        _written(child) + escape(child.tail or "") for child in element
    )
    if tag == "g" and not element.attrib:
        return inside
    attributes = "".join(
        f' {name}="{escape(value, {chr(34): "&quot;"})}"' for name, value in element.attrib.items()
    )
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"
