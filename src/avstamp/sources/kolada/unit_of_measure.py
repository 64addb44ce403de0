"""In which unit is an indicator measured, when only its title says so?

The source's dump has no unit per value. The rule below reads the title from its most telling words on; it was
reviewed against all 1,912 titles of the starter fact base, and what no rule knows has an empty unit, never a guess.
"""

from __future__ import annotations

import re

PERCENT = "%"
COUNT = "antal"

_ENDED = re.compile(r"\s*\(-\s?\d{4}\)\s*$")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), unit)
    for pattern, unit in (
        (r"\(%-enheter\)|procentenheter", "procentenheter"),
        (r"promille", "promille"),
        (r"\(\s*%\s*\)|\bprocent\b|\bandel\s*%|, andel$", PERCENT),
        (r"avvikelse från modellberäknat värde", ""),
        (r"\b1000 kr/(?:inv\w*)", "tkr/inv"),
        (r"\b(tkr/inv|tkr|mkr)\b", r"\1"),
        (r"\bmiljoner kronor", "mkr"),
        (r"\b(kr/[\wåäöÅÄÖ]+(?: (?:barn|\d+[-\d+]*(?: år)?))?)", r"\1"),
        (r"(?:, |\()kr\b", "kr"),
        (
            r"\bantal[\w åäö]*/\s*(\d[\d ]*)\s*((?:inv|vuxna|syss)[\wåäö]*(?: (?:invånare|\d+-\d+ år))?)",
            r"antal/\1 \2",
        ),
        (r"\b([\wåäö]+)/(1000) inv", r"\1/\2 inv"),
        (r"per (1000) inv", r"antal/\1 inv"),
        (r"\bantal/([\wåäö]+)", r"antal/\1"),
        (
            r"\b(MWh/inv|MWh|kWh/[\wåäö]+|Mbit/s|kg/inv\w*|ton [\w-]+/inv|ton [\w-]+|liter/inv|meter/inv|mil/inv)",
            r"\1",
        ),
        (r"\(MW\)", "MW"),
        (
            r", (kg|hektar|meter|kvadratkilometer|gram/ätande|timmar/[\wåäö]+|minuter/[\wåäö]+|dagar/[\w åäö]+)\b",
            r"\1",
        ),
        (r"mediantid i månader", "månader"),
        (r"öppettid per bibliotek och vecka", "timmar/vecka"),
        (r"antal dagar|, dagar$", "dagar"),
        (r", år$|medelålder|livslängd", "år"),
        (r"meritvärde", "poäng"),
        (r"total poäng|poäng", "poäng"),
        (r"index", "index"),
        (r"medelvärde|genomsnitt", ""),
        (r"nej=0\)|alla=2\)|kodade svarsalternativ", ""),
        (r"försörjningskvot|balanstal", "kvot"),
        (r"\bantal\b|födelsenetto", COUNT),
    )
)


def unit_of_measure(title: str) -> str:
    """The unit that an indicator's title states, or an empty text where it states none.

    Example:
        >>> unit_of_measure("Nettokostnad egentlig verksamhet, kr/inv"), unit_of_measure("Skattesats till kommun (%)")
        ('kr/inv', '%')
        >>> unit_of_measure("Anmälda våldsbrott, antal/100 000 inv (-2023)"), unit_of_measure("Resursindex förskola")
        ('antal/100 000 inv', 'index')
    """
    stated = _ENDED.sub("", title.strip())
    for pattern, unit in _RULES:
        if match := pattern.search(stated):
            return " ".join(match.expand(unit).split())
    return ""


def states_projection(title: str) -> bool:
    """Whether an indicator is a projection of what is to come, which its title then begins by saying.

    The ids alone do not tell: N02832 (residents aged 20-44) stands among the projections and is a count.

    Example:
        >>> states_projection("Framskrivning, förväntat antal invånare 80+ om 5 år")
        True
        >>> states_projection("Invånare 20-44 år, antal")
        False
    """
    return title.lstrip().lower().startswith("framskrivning")
