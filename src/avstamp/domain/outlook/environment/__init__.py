"""Emissions: the pace behind us, and the pace that a target asks for."""

from avstamp.domain.outlook.environment.pace import NoPace, Pace, Target, pace_to, yearly_change

__all__ = ["NoPace", "Pace", "Target", "pace_to", "yearly_change"]
