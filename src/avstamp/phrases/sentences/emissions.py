"""What do we say about emissions and the pace to a target?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "emissions.total": _("Alla sektorer"),
    "emissions.transport": _("Transporter"),
    "emissions.industry": _("Industri"),
    "emissions.agriculture": _("Jordbruk"),
    "emissions.power": _("El och fjärrvärme"),
    "emissions.heating": _("Egen uppvärmning"),
    "emissions.machinery": _("Arbetsmaskiner"),
    "emissions.products": _("Produktanvändning"),
    "emissions.waste": _("Avfall och avlopp"),
    "emissions.abroad": _("Utrikes transporter"),
    "emissions.line": _("Utsläpp"),
    "emissions.way": _("Jämn väg till målet"),
    "emissions.measure": _("ton koldioxidekvivalenter"),
    "emissions.table": _("Utsläpp av växthusgaser i {unit}, ton koldioxidekvivalenter"),
    "emissions.caption": _("Utsläpp av växthusgaser i {unit} sedan {first}, och vägen till målet {year}"),
    "emissions.alternative": _(
        "Linje över utsläppen i {unit}: från {first_level} år {first} till {last_level} år {last}. En streckad "
        "linje går därifrån till målet, {level} år {year}."
    ),
    "emissions.bars.caption": _("Utsläpp i {unit} {year}, sektor för sektor"),
    "emissions.bars.alternative": _(
        "Staplar över sektorerna i {unit} {year}. Störst är {sector} med {level}."
    ),
    "emissions.counted": _(
        "Utsläpp inom det geografiska området, omräknade till koldioxidekvivalenter. Upptag i skog och mark och "
        "utsläpp av det som konsumeras men tillverkas någon annanstans ingår inte."
    ),
    "emissions.indicator": _("Uppgift: {title}"),
    "emissions.field.bas": _("Jämfört med år"),
    "emissions.field.mal": _("Målår"),
    "emissions.field.minskning": _("Minskning till målåret, procent"),
    "emissions.wrong.bas": _("{written} är inget år som det finns uppgifter för. Välj ett i listan."),
    "emissions.wrong.mal": _("{written} är inget målår. Skriv ett år från {least} till {most}."),
    "emissions.wrong.minskning": _("{written} är ingen minskning. Skriv ett tal från {least} till {most}."),
    "emissions.answer.reached": _(
        "Utsläppen i {unit} är redan minst {reduction} lägre än {base}. Det visar uppgifterna för {last}."
    ),
    "emissions.answer.zero": _(
        "För att {unit} ska vara utan utsläpp {year} måste de minska med {yearly} varje år, räknat från {last}."
    ),
    "emissions.answer.unknown": _(
        "Utsläppen i {unit} måste minska med {needed} varje år från {last} för att vara {reduction} lägre {year} "
        "än {base}."
    ),
    "emissions.answer.short": _(
        "Utsläppen i {unit} måste minska med {needed} varje år från {last} för att vara {reduction} lägre {year} "
        "än {base}. Sedan {since} har de minskat med {recent} om året, vilket inte räcker."
    ),
    "emissions.answer.enough": _(
        "Utsläppen i {unit} måste minska med {needed} varje år från {last} för att vara {reduction} lägre {year} "
        "än {base}. Sedan {since} har de minskat med {recent} om året. Håller det i sig nås målet."
    ),
    "emissions.answer.rising": _(
        "Utsläppen i {unit} måste minska med {needed} varje år från {last} för att vara {reduction} lägre {year} "
        "än {base}. Sedan {since} har de i stället ökat med {recent} om året."
    ),
    "emissions.point.so_far": _(
        "Från {base} till {last} gick utsläppen från {first_level} till {last_level}, {changed}."
    ),
    "emissions.point.level": _("Målet betyder högst {level} år {year}."),
    "emissions.point.yearly": _("Med lika stor minskning varje år är det {yearly} om året."),
    "emissions.point.gap": _(
        "Fortsätter de senaste årens takt blir utsläppen {ahead} år {year}, {gap} över målet."
    ),
    "emissions.point.below": _(
        "Fortsätter de senaste årens takt blir utsläppen {ahead} år {year}, {gap} under målet."
    ),
    "cli.facts.emissions.help": _("lägg till utsläpp sektor för sektor ur en egen fil"),
    "cli.facts.emissions.description": _(
        "Läser en fil som ni har hämtat ur Nationella emissionsdatabasen och gör en ny faktabas av den som "
        "används och filens utsläpp. Ett enda fel stoppar importen och faktabasen är orörd."
    ),
    "cli.facts.emissions.epilog": _("Exempel:\n  avstamp facts emissions ~/Hämtningar/GGT.xlsx"),
    "cli.facts.emissions.file.help": _("filen, i formatet XLSX"),
}
