"""How does a specification become a picture?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import vl_convert

from avstamp.renderers.charts.frame import Spec

VEGA_LITE = "6.4"
FONTS = Path(__file__).resolve().parent.parent / "fonts"


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def draw_svg(spec: Spec) -> str:
    """The picture as the renderer writes it."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)


def draw_png(spec: Spec, *, scale: float) -> bytes:
    """The picture as a bitmap on white, for documents that take no SVG."""
    _register_fonts()
    on_white = spec | {"config": spec["config"] | {"background": "#ffffff"}}
    return vl_convert.vegalite_to_png(on_white, vl_version=VEGA_LITE, scale=scale)
