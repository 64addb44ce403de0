"""A document as one HTML page that needs nothing beside it, and as fragments for other pages."""

from avstamp.renderers.html.page import render_fragment, render_html

__all__ = ["render_fragment", "render_html"]
