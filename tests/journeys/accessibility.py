"""What is wrong with a page for someone who reads it narrowly, in the dark, or by other means than sight?"""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
LIGHT = {"color_scheme": "light", "forced_colors": "none"}
OTHER_LOOKS = (
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES = {"type": "tag", "values": TAGS}
RULES_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that a look can break: colours are all that differs between light, dark and forced colours."""

RUN_AXE = """async (options) => {
  const { violations } = await axe.run(document, options);
  return violations.map((rule) => [rule.id, rule.nodes[0].target, rule.nodes.length]);
}"""

ROWS_KEPT = 5
THIN_OUT = """(kept) => {
  for (const row of document.querySelectorAll(`tbody tr:nth-child(n + ${kept + 1})`)) row.remove();
}"""


def faults(page: Page, *, widths: Sequence[int] = WIDTHS) -> list[str]:
    """Every violation of WCAG 2.2 AA that axe finds, and every overflow, in each width and look.

    The page is measured whole and in each width. For axe, which looks at each element by itself, the rows of a table
    beyond the fifth are taken out: they are alike, and a page of a thousand rows would take minutes.
    """
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if (reach := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{width}: the page is {reach} wide")
    page.evaluate(THIN_OUT, ROWS_KEPT)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(**LIGHT)
        found += [f"{width} light: {fault}" for fault in violations(page)]
        for look in OTHER_LOOKS:
            page.emulate_media(**look)
            told = " ".join(look.values())
            found += [f"{width} {told}: {fault}" for fault in violations(page, rules=RULES_OF_COLOUR)]
    return found


def violations(page: Page, *, rules: dict[str, object] = ALL_RULES) -> list[str]:
    """Every violation that axe finds in the page as it is shown now: the rule, and the first element that breaks it.

    The script is half a megabyte: a page is given it once, and tells the violations alone.
    """
    if page.evaluate("typeof window.axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN_AXE, {"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{rule} {target} ({nodes})" for rule, target, nodes in found]
