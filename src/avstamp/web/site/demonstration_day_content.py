"""What is asked and answered on the days of the demonstration? Everybody is invented, and so are their answers.

The texts are what people of the demonstration have written, so they are Swedish in both languages, as in a real start.
"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.domain.outlook.drivers import DriverArea, Nature
from avstamp.domain.room.exercises import Exercise, ExerciseKind, Openness, Scale
from avstamp.domain.start.roll import Capacity
from avstamp.domain.start.steps import Step
from avstamp.domain.thread.claims import Horizon
from avstamp.web.room.actions import NewLine
from avstamp.web.site.demonstration_content import PEOPLE

READY_DRIVERS = ("oldest", "fewer_children", "recruitment", "tax_base")
"""Drivers of the ready set that the officials have taken over."""

DRIVERS_BY, OWN_DRIVER_BY, SCENARIO_BY = "Diana Direktör", "Lars Landin", "Egon Ekonom"
OWN_DRIVER = (
    "Pendlingen bestämmer var man bosätter sig",
    "Fler arbetar hemma några dagar i veckan och kan bo längre bort. Det kan ge byarna nya invånare, om det finns "
    "bostäder, skola och täckning.",
    DriverArea.DEMOGRAPHY,
    Horizon.TERM,
    Nature.BOTH,
    ("N00999",),
)
"""Name, text, area, reach, nature and indicators of a driver written in the municipality itself."""

PLACINGS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "Frida Framberg": ((5, 2), (3, 2), (5, 3), (4, 4), (2, 5)),
    "Sara Samuelsson": ((5, 1), (4, 2), (5, 2), (5, 4), (2, 4)),
    "Gunnar Grönvall": ((4, 2), (3, 3), (4, 3), (3, 4), (3, 4)),
    "Egon Ekonom": ((5, 2), (4, 1), (5, 3), (5, 5), (2, 5)),
}
"""Effect and uncertainty of each driver, in the order they were written, by who placed them."""

SCENARIO = {
    "effektivisering": "1",
    "investering": "120",
    "namn": "Vi bygger ut och effektiviserar",
    "upphov": "Egon Ekonom, ekonomiavdelningen",
}
"""A saved scenario as it is written in an address: what the economist tries, and who answers for the assumptions."""

STATEMENTS = Exercise(
    ExerciseKind.STATEMENTS,
    "Vad står vi bakom, och vad delar oss?",
    (
        "Skolans resultat är vår största utmaning den här mandatperioden.",
        "Vi kan inte lägga till något nytt utan att samtidigt sluta med något annat.",
        "Fler äldre ska kunna bo kvar hemma, även om hemtjänsten då kostar mer.",
        "Skolorna på landsbygden ska vara kvar, även när klasserna blir små.",
        "Vi klarar de investeringar vi har beslutat utan att höja skatten.",
        "Siffrorna på bordet räcker för att vi ska kunna bestämma oss.",
    ),
)
EPA = Exercise(ExerciseKind.EPA, "Var står vi i dag? Vad är vi bra på, och vad oroar oss?", most_each=3)
ROUND = Exercise(ExerciseKind.ROUND, "Vad behöver vi av varandra för att komma vidare?")
BEST_WORST = Exercise(
    ExerciseKind.BEST_WORST,
    "Vilka förändringar är viktigast?",
    (
        "Stöd i årskurs 7 på alla skolor",
        "Fler undersköterskor på kvällar och helger",
        "Mindre lägenheter för äldre i varje ort",
        "Bygglov inom fyra veckor",
    ),
)
CONFIDENCE = Exercise(
    ExerciseKind.CONFIDENCE,
    "Hur säkra är vi på att det blir av?",
    ("Vi ser samma läge", "Vi gör det vi har kommit överens om"),
    Openness.ANONYMOUS,
    Scale.FIVE,
)
CHECK_IN = Exercise(ExerciseKind.CHECK_IN, "Hur kommer du hit i dag? Ett eller två ord.")
CHECK_OUT = Exercise(ExerciseKind.CHECK_OUT, "Vilket ord går du hem med?")

HELD_TITLE, HELD_PLACE = "Startdag för nya fullmäktige", "Folkets hus, stora salen"
HELD = (
    NewLine("Hur är läget?", 10, aim="Alla har sagt något innan någon talar länge.", exercise=CHECK_IN),
    NewLine("Var står vi i dag?", 40, Step.POSITION, "Var för sig, två och två, alla.", EPA),
    NewLine("Paus", 15),
    NewLine("Vad står vi bakom?", 45, Step.ANALYSIS, "Börja i det som alla sidor står bakom.", STATEMENTS),
    NewLine("Vilka förändringar är viktigast?", 30, Step.NEEDS, "Fråga vad som får vänta.", BEST_WORST),
    NewLine("Laget runt", 25, Step.WAYS, "Alla talar en gång innan någon talar två gånger.", ROUND),
    NewLine("Hur säkra är vi?", 10, Step.WAYS, "Anonymt, med lappar ur en skål.", CONFIDENCE),
    NewLine("Ett ord att gå hem med", 5, aim="Ett ord var, och tack.", exercise=CHECK_OUT),
)
"""The day that has been held: in the order of the day."""

JOINED = tuple(
    one.name
    for one in PEOPLE
    if one.capacity in (Capacity.ELECTED, Capacity.OFFICIAL, Capacity.COMPANY, Capacity.UNION)
)
"""Those invited who answer exercises: they join with their accounts."""

GUESTS = {
    "Olof Oppgård": "opposition",
    "Orvar Ortman": "opposition",
    "Tove Tallgren": "official",
    "Tage Torp": "official",
    "Tina Tell": "official",
}
"""Those who joined without an account, and what they said they were."""

WORDS_IN = {
    "Frida Framberg": "nyfiken, taggad",
    "Sara Samuelsson": "nyfiken",
    "Lars Landin": "trött",
    "Fatima Frisk": "skeptisk",
    "Gunnar Grönvall": "hoppfull",
    "Diana Direktör": "nyfiken, lite nervös",
    "Åsa Åström": "trött",
    "Ulla Union": "hoppfull",
    "Olof Oppgård": "nyfiken",
}
WORDS_OUT = {
    "Frida Framberg": "lättad",
    "Sara Samuelsson": "överens",
    "Lars Landin": "hoppfull",
    "Fatima Frisk": "överraskad",
    "Viktor Vall": "överens",
    "Egon Ekonom": "hoppfull",
    "Vera Vilde": "sedd",
}
NOTES = (
    ("Sara Samuelsson", "Elevhälsan kommer in för sent"),
    ("Filippa Forss", "Elevhälsan kommer in först när det har gått långt"),
    ("Farid Fredin", "Personalen stannar längre än förr"),
    ("Lena Lund", "Hemtjänsten har svårt att bemanna kvällar och helger"),
    ("Ulla Union", "Kvällar och helger i hemtjänsten går inte ihop"),
    ("Egon Ekonom", "Vi har pengar på banken men bygger dyrt"),
    ("Gunnar Grönvall", "Många cyklar, få cykelvägar"),
    ("Åsa Åström", "Biblioteken är fulla av folk"),
)
HEADINGS = {"Elevhälsan kommer in för sent": (0, 1), "Hemtjänsten på kvällar och helger": (3, 4)}
"""Under which heading the leader put which notes, by their place."""

VOTES: Mapping[str, str] = {
    "ruling": "++++-+",
    "supporting": "+++-?+",
    "opposition": "++?+--",
    "independent": "+-+++?",
    "official": "++??-+",
    "company": "?+??++",
    "union": "+-++-?",
}
"""What each role says of the statements: agrees, disagrees, undecided. Two of each role differ, by `DISSENT`."""

DISSENT: Mapping[str, str] = {
    "Lena Lund": "+-++-+",
    "Lars Landin": "-++++-",
    "Fatima Frisk": "--?--?",
    "Viktor Vall": "+-++--",
    "Diana Direktör": "+++?-+",
}
RANKING: Mapping[str, tuple[int, int]] = {
    "ruling": (0, 3),
    "supporting": (2, 3),
    "opposition": (0, 2),
    "independent": (1, 3),
    "official": (1, 3),
    "company": (3, 0),
    "union": (1, 3),
}
"""The most and the least important change, by role."""

TURNS = (
    ("ruling", 150),
    ("opposition", 165),
    ("supporting", 95),
    ("opposition", 140),
    ("ruling", 120),
    ("independent", 80),
    ("official", 70),
    ("union", 60),
)
"""Who had the word in laget runt, and for how many seconds."""

SLIPS: Mapping[str, int] = {"ruling": 8, "opposition": 9, "official": 8, "supporting": 3, "independent": 4}
"""More slips in each bowl than there are people, so that nobody is told by what is left."""

BALLOTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "ruling": ((4, 4), (5, 4), (4, 3), (3, 4), (4, 5)),
    "opposition": ((4, 2), (3, 2), (4, 3), (3, 1), (4, 2), (2, 3)),
    "official": ((4, 3), (5, 4), (4, 3), (3, 3), (4, 4)),
    "supporting": ((4, 3),),
    "independent": ((3, 2), (4, 4)),
}
"""The anonymous ballots, by bowl; the last two bowls have too few to be shown by themselves, or together."""

READY_TITLE, READY_PLACE = "Öppen kväll: prova en dag", "Där du sitter"

READY = (
    NewLine("Vad står vi bakom?", 15, Step.ANALYSIS, "Svaren syns på skärmen när du visar dem.", STATEMENTS),
    NewLine(
        "Det som behöver sägas",
        10,
        Step.ANALYSIS,
        "Anonymt, med lappar ur en skål.",
        Exercise(
            ExerciseKind.COLLECTION,
            "Vad har ingen sagt ännu som vi behöver tala om?",
            openness=Openness.ANONYMOUS,
        ),
    ),
    NewLine("Vilka förändringar är viktigast?", 15, Step.NEEDS, "Fråga vad som får vänta.", BEST_WORST),
    NewLine("Ett ord att gå hem med", 5, aim="Ett ord var, och tack.", exercise=CHECK_OUT),
)
"""The day that is ready: its first exercise is open, so that whoever joins has something to answer at once."""
