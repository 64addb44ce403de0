"""What does the thread say on pages of other apps?"""

from __future__ import annotations

from django.apps import AppConfig


class ThreadConfig(AppConfig):
    """Adds to a figure's page what rests on the figure, for those whose start it concerns."""

    name = "avstamp.web.thread"

    def ready(self) -> None:
        """Register when every app is loaded."""
        from avstamp.web.facts.queries import register
        from avstamp.web.thread.beside_figure import beside_figure

        register(beside_figure)
