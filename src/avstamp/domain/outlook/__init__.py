"""Omvärld: drivers, scenarios, population, need, economy and forecasts: what may come, and how sure is that?"""
