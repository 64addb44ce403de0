"""Who and what is in the demonstration? Everybody and every party is invented; only the figures are real.

The texts are what people of the demonstration have written, so they are Swedish in both languages, as in a real start.
"""

from __future__ import annotations

from dataclasses import dataclass

from avstamp.domain.start.mandates import Seats
from avstamp.domain.start.roll import Capacity, Function, Side
from avstamp.domain.thread.claims import ClaimKind

KEY, NAME = "exempelstad", "Exempelstad"
UNIT = "1481"
"""Whose figures the invented municipality shows."""

MAIL = "exempelstad.invalid"
"""A domain that can never be anybody's."""


def address_of(name: str) -> str:
    """The mail address of an invented person.

    Example:
        >>> address_of("Åsa Åström")
        'asa.astrom@exempelstad.invalid'
    """
    return f"{name.lower().replace(' ', '.').translate(str.maketrans('åäö', 'aao'))}@{MAIL}"


PARTIES = (
    Seats("FRAM", "Framtidspartiet", 17),
    Seats("SAMH", "Samhällslistan", 13),
    Seats("LAND", "Landsbygdens röst", 9),
    Seats("GRÖN", "Gröna Exempelstad", 7),
    Seats("FRI", "Frihetslistan", 8),
    Seats("VÄL", "Välfärdspartiet", 4),
    Seats("ÅSA", "Åsalistan", 3),
)
SIDES = {
    "FRAM": Side.RULING,
    "LAND": Side.RULING,
    "GRÖN": Side.SUPPORTING,
    "SAMH": Side.OPPOSITION,
    "FRI": Side.OPPOSITION,
    "VÄL": Side.OPPOSITION,
    "ÅSA": Side.INDEPENDENT,
}


@dataclass(frozen=True)
class Invented:
    """An invented person: name, capacity, party and function."""

    name: str
    capacity: Capacity
    party: str = ""
    function: Function | None = None
    body: str = ""


LEADER = "Petra Process"
PEOPLE = (
    Invented("Frida Framberg", Capacity.ELECTED, "FRAM", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Farid Fredin", Capacity.ELECTED, "FRAM", Function.PRESIDIUM, "Fullmäktige"),
    Invented("Filippa Forss", Capacity.ELECTED, "FRAM", Function.BOARD_PRESIDIUM, "Skolnämnden"),
    Invented("Lars Landin", Capacity.ELECTED, "LAND", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Lena Lund", Capacity.ELECTED, "LAND", Function.SUBSTITUTE, "Fullmäktige"),
    Invented("Gunnar Grönvall", Capacity.ELECTED, "GRÖN", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Sara Samuelsson", Capacity.ELECTED, "SAMH", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Sven Sandell", Capacity.ELECTED, "SAMH", Function.PRESIDIUM, "Fullmäktige"),
    Invented("Fatima Frisk", Capacity.ELECTED, "FRI", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Viktor Vall", Capacity.ELECTED, "VÄL", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Åsa Åström", Capacity.ELECTED, "ÅSA", Function.GROUP_LEADER, "Fullmäktige"),
    Invented("Vera Vilde", Capacity.ELECTED),
    Invented("Diana Direktör", Capacity.OFFICIAL),
    Invented("Egon Ekonom", Capacity.OFFICIAL),
    Invented("Siv Sekreterare", Capacity.SECRETARY),
    Invented("Rune Revisor", Capacity.AUDITOR),
    Invented("Bo Bolag", Capacity.COMPANY),
    Invented("Ulla Union", Capacity.UNION),
)


@dataclass(frozen=True)
class Written:
    """A claim of the demonstration: who wrote it, for whom, and what it rests on (indicators, claims by place)."""

    kind: ClaimKind
    text: str
    by: str
    party: str = ""
    figures: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()
    draft: bool = False


SCHOOL, ECONOMY = "N15428", "N03102"

CLAIMS = (
    Written(
        ClaimKind.FINDING,
        "Behörigheten till gymnasiets yrkesprogram avgör hur många unga som kommer vidare, och den behöver följas "
        "skola för skola.",
        "Diana Direktör",
        figures=(SCHOOL,),
    ),
    Written(
        ClaimKind.FINDING,
        "Resultatets andel av skatter och bidrag säger hur stort utrymmet är innan något nytt kan läggas till.",
        "Egon Ekonom",
        figures=(ECONOMY,),
    ),
    Written(
        ClaimKind.STATEMENT,
        "Skolan och ekonomin måste ses tillsammans: det som sparas i årskurs 7 syns i årskurs 9.",
        "Sara Samuelsson",
        figures=(SCHOOL,),
        claims=(0,),
    ),
    Written(
        ClaimKind.CONCLUSION,
        "Vi föreslår att fler elever ska nå behörighet under mandatperioden, inom den ekonomi vi har.",
        "Frida Framberg",
        "FRAM",
        claims=(0, 1, 2),
    ),
    Written(
        ClaimKind.READING,
        "Vi läser siffran så att tidiga insatser har börjat verka. Det tar en mandatperiod att se hela effekten.",
        "Frida Framberg",
        "FRAM",
        figures=(SCHOOL,),
        claims=(3,),
    ),
    Written(
        ClaimKind.READING,
        "Vi läser siffran så att skillnaderna mellan skolor är för stora. Medelvärdet döljer dem.",
        "Sara Samuelsson",
        "SAMH",
        figures=(SCHOOL,),
        claims=(3,),
    ),
    Written(
        ClaimKind.ASSESSMENT,
        "Med dagens bemanning kan två skolor till få samma stöd från höstterminen. Fler kräver rekrytering.",
        "Diana Direktör",
        claims=(3,),
    ),
    Written(
        ClaimKind.NEED,
        "Stödet i årskurs 7 behöver byggas ut, och något annat behöver sluta göras för att det ska rymmas.",
        "Lars Landin",
        "LAND",
        claims=(3,),
        draft=True,
    ),
)
WITHDRAWN = 2
"""The claim that its writer takes back in the end, so that what rests on it has to be looked at again."""

DISPUTE = "Uppgiften gäller kommunens skolor, men många elever går i fristående skolor. Stämmer jämförelsen?"
ANSWERED_DISPUTE = "Är engångsposter borträknade i resultatet?"
ANSWER = "Nej. Måttet räknar med årets hela resultat. Jämför med balanskravsresultatet, som justerar för realisationer."
ANSWER_SOURCE = "Definitionen av måttet i Kolada (N03102)."
