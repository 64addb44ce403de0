"""What stands on paper ballots and slips, and what is said of what somebody types in from them?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "paper.heading.item": _("{number}. {text}"),
    "paper.heading.part": _("{heading}: {part}"),
    "paper.heading.set": _("Ruta {number}: {part}"),
    "paper.heading.stage": _("{stage} {number}"),
    "paper.heading.word": _("Ord {number}"),
    "paper.heading.note": _("Anteckning {number}"),
    "paper.heading.role": _("Roll"),
    "paper.heading.who": _("Vem (skrivs inte in)"),
    "paper.heading.minutes": _("Minuter"),
    "paper.heading.seconds": _("Sekunder"),
    "paper.heading.code": _("Kod"),
    "paper.heading.name": _("Namn"),
    "paper.heading.letter": _("Blankett"),
    "paper.part.effect": _("effekt på oss"),
    "paper.part.uncertainty": _("osäkerhet om hur det går"),
    "paper.part.best": _("viktigast"),
    "paper.part.worst": _("minst viktig"),
    "paper.row": _("Rad {number}"),
    "paper.set": _("Ruta {number}"),
    "paper.letter": _("Blankett {letter}"),
    "paper.edition": _("Utgåva {edition}"),
    "paper.page": _("sida {page} av {pages}"),
    "paper.your_code": _("Din kod"),
    "paper.code_alternative": _("Koden {code} som en fyrkantig kod att läsa med telefonen"),
    "paper.write_code": _("Skriv koden från din lapp, en bokstav eller siffra i varje ruta"),
    "paper.write_name": _("Ditt namn"),
    "paper.tick_role": _("Kryssa för din roll"),
    "paper.mend": _("Kryssat fel? Fyll hela rutan så att den blir svart, och kryssa i en annan."),
    "paper.keys": _("De små siffrorna är till för den som skriver in svaren."),
    "paper.how.statements": _("Kryssa i en ruta för varje påstående. Hoppa över det du inte vill svara på."),
    "paper.how.confidence": _("Kryssa i en ruta på varje rad. Högre siffra betyder säkrare."),
    "paper.how.pulse": _("Kryssa i en ruta på varje rad. Högre siffra betyder att det går bättre."),
    "paper.how.placing": _(
        "Kryssa två gånger för varje rad: hur stor effekten blir för oss, och hur osäkert det är hur det går."
    ),
    "paper.how.best_worst": _(
        "I varje ruta står {size} rader. Kryssa för den som är viktigast och för den som är minst viktig av dem."
    ),
    "paper.how.check_in": _("Skriv högst {most} ord. Texta tydligt, ett ord på varje rad."),
    "paper.how.check_out": _("Skriv högst {most} ord. Texta tydligt, ett ord på varje rad."),
    "paper.how.collection": _("Skriv högst {most} anteckningar. Texta tydligt, en tanke på varje plats."),
    "paper.how.epa": _(
        "Skriv först enskilt, sedan i par och sist alla vid bordet. Högst {most} anteckningar i varje steg."
    ),
    "paper.how.round": _(
        "En rad för varje gång någon talar. Skriv rollens siffra och hur länge, i minuter och sekunder."
    ),
    "paper.openness.named": _(
        "Svaret ges med namn. Det sparas tillsammans med namnet och kan begäras ut som allmän handling, både det här "
        "pappret och det som skrivs in."
    ),
    "paper.openness.anonymous": _(
        "Svaret är anonymt. Skriv inte ditt namn, och texta så att handstilen inte röjer dig. Svaret sparas utan namn, "
        "tid och ordning. När det är inskrivet kan ingen hitta, ändra eller begära ut just ditt svar. Resultatet visas "
        "när omgången stängs, och bara för grupper med minst fem svar."
    ),
    "paper.do.title": _("Så gör ni"),
    "paper.do.subtitle": _("Till dig som delar ut, samlar in och skriver in"),
    "paper.do.made_out.1": _("Dela ut varje blankett till den som den är utställd på."),
    "paper.do.made_out.2": _(
        "Den som saknas på listan får en blankett utan namn, och skriver namn och roll själv."
    ),
    "paper.do.made_out.3": _(
        "Den som redan har svarat på telefon ska inte lämna in ett papper. Ett svar var gäller, på telefon "
        "eller papper."
    ),
    "paper.do.made_out.4": _(
        "Skriv in svaren under Papper på träffens sida: koden, sedan svaren i pappersordning. Ett kryss som "
        "inte går att "
        "läsa skrivs som ett frågetecken. Gissa aldrig."
    ),
    "paper.do.made_out.5": _(
        "Räkna blanketterna i högen och stäm av mot det antal som står inskrivet. Spara eller gallra pappren som era "
        "regler säger: de är allmänna handlingar."
    ),
    "paper.do.named.1": _("Dela ut en blankett var. Var och en skriver sitt namn och kryssar för sin roll."),
    "paper.do.named.2": _("Kontrollera att namn och roll är ifyllda när du samlar in."),
    "paper.do.named.3": _(
        "Den som redan har svarat på telefon ska inte lämna in ett papper. Ett svar var gäller, på telefon "
        "eller papper."
    ),
    "paper.do.named.4": _(
        "Skriv in svaren under Papper på träffens sida: namn, roll, sedan svaren i pappersordning. Ett kryss "
        "som inte går "
        "att läsa skrivs som ett frågetecken. Gissa aldrig."
    ),
    "paper.do.named.5": _(
        "Räkna blanketterna i högen och stäm av mot det antal som står inskrivet. Spara eller gallra pappren som era "
        "regler säger: de är allmänna handlingar."
    ),
    "paper.do.coded.1": _(
        "Sidor med samma kod är ett häfte. Häfta ihop dem, en övning på varje blad, och vik dem med texten inåt."
    ),
    "paper.do.coded.2": _(
        "Lägg häftena i en skål för varje grupp, och blanda dem väl. Skyltarna visar vilken skål."
    ),
    "paper.do.coded.3": _(
        "Var och en drar ett häfte, i stället för en lapp. Den som redan har en lapp får inget häfte utan en blankett "
        "där lappens kod skrivs."
    ),
    "paper.do.coded.4": _("Skriv aldrig upp vem som fick vilket häfte, och titta inte på koderna."),
    "paper.do.coded.5": _(
        "Samla in en övning i taget, med bladen vikta, i en låda. Skaka lådan innan den töms."
    ),
    "paper.do.coded.6": _(
        "Den som skriver in ska inte ha stått vid skålen och inte känna deltagarnas handstil. Läs inte upp något svar."
    ),
    "paper.do.coded.7": _(
        "Skriv in under Papper på träffens sida: koden, sedan svaren i pappersordning. Ett kryss som inte går att läsa "
        "skrivs som ett frågetecken. Stäm av antalet i högen innan omgången stängs."
    ),
    "paper.do.coded.8": _(
        "Förvara pappren inlåsta tills omgången är avslutad, och förstör dem sedan som gallringsbeslutet säger."
    ),
    "paper.do.slip.1": _(
        "Dela ut en blankett var. Var och en skriver koden från sin egen lapp, som dragits ur skålen vid dörren."
    ),
    "paper.do.slip.2": _(
        "Har någon tappat sin lapp får den dra en ny ur de lappar som blivit över i samma skål."
    ),
    "paper.do.slip.3": _("Hjälp ingen att skriva koden, och titta inte på den."),
    "paper.do.slip.4": _(
        "Samla in en övning i taget, med bladen vikta, i en låda. Skaka lådan innan den töms."
    ),
    "paper.do.slip.5": _(
        "Den som skriver in ska inte ha stått vid skålen och inte känna deltagarnas handstil. Läs inte upp något svar."
    ),
    "paper.do.slip.6": _(
        "Skriv in under Papper på träffens sida: koden, sedan svaren i pappersordning. Ett kryss som inte går att läsa "
        "skrivs som ett frågetecken. Stäm av antalet i högen innan omgången stängs."
    ),
    "paper.do.slip.7": _(
        "Förvara pappren inlåsta tills omgången är avslutad, och förstör dem sedan som gallringsbeslutet säger."
    ),
    "paper.do.round.1": _("En person tar tid och fyller i en rad för varje gång någon talar."),
    "paper.do.round.2": _("Skriv rollens siffra. Namnet är bara till för er: det skrivs inte in."),
    "paper.do.round.3": _("Skriv in raderna under Papper på träffens sida medan övningen är öppen."),
    "paper.do.round.4": _(
        "Kasta protokollet när raderna är inskrivna, om ni inte har bestämt att spara det."
    ),
    "paper.do.letters": _(
        "Blanketterna för viktigast och minst viktigt har olika rader, från bokstaven {first} till {last}. Skriv in "
        "bokstaven också."
    ),
    "paper.bowl": _("Skål för {group}"),
    "paper.bowl_count": ngettext("{number} häfte", "{number} häften", "number"),
    "paper.bowl_take": _("Dra ett häfte. Visa det inte."),
    "paper.slip_text": _("Lappen är din hela dagen. Visa den inte."),
    "paper.slip_go": _("Gå till {address} eller läs koden med telefonen."),
    "paper.fault.letter": _(
        "”{value}” är ingen blankett. Skriv bokstaven som står på blanketten, från A till {last}."
    ),
    "paper.fault.key": _(
        "”{value}” går inte att läsa. Skriv en siffra från {first} till {last}, eller ett frågetecken."
    ),
    "paper.fault.empty": _("Blanketten är tom. Lägg den åt sidan och räkna den inte."),
    "paper.fault.no_role": _("Rollen saknas. Skriv en siffra från 1 till {last}."),
    "paper.fault.number": _("”{value}” går inte att läsa. Skriv ett helt tal från 0 till {last}."),
    "paper.fault.no_time": _("Talartiden saknas eller är längre än {last} minuter."),
    "paper.fault.twice": _("Samma kod eller namn står redan på rad {row}. Titta på pappret."),
    "paper.fault.spent": _(
        "Koden har redan svarat i den här omgången, på telefon eller papper. Töm raden och lägg blanketten åt sidan."
    ),
    "paper.fault.answered": _(
        "Personen har redan svarat, på telefon eller papper. Töm raden och lägg blanketten åt sidan."
    ),
    "paper.fault.no_name": _("Kod eller namn saknas. Skriv det som står på blanketten."),
    "paper.fault.several": _("Flera heter ”{name}”. Skriv koden, eller ett tillägg till namnet."),
    "paper.fault.no_guests": _(
        "Ingen på rollistan har den koden eller det namnet, och träffen tar inte emot gäster. Läs på blanketten igen."
    ),
    "paper.fault.differs": _(
        "Rad {row}, {column}: först ”{first}”, vid kontrollen ”{second}”. Titta på pappret och rätta det som är fel."
    ),
    "paper.fault.in_row": _("Rad {row}: {fault}"),
    "paper.refused.rows": _("Ingen blankett har skrivits in. Rätta först det som är fel: {number}."),
    "paper.refused.number": _("Det går att skriva in från 1 till {most} blanketter åt gången."),
    "paper.refused.nothing": _("Alla rader är tomma. Skriv in minst en blankett."),
    "paper.refused.pile": _("Skriv hur många blanketter som ligger i högen, som ett tal från 0 till {most}."),
    "paper.refused.nobody": _(
        "Ingen på rollistan svarar på övningar den dagen. Skriv ut blanketter utan namn."
    ),
    "paper.refused.no_anonymous": _("Dagen har ingen anonym övning som är färdig att skriva ut."),
    "paper.refused.file": _("Välj en fil på högst {megabytes} MB."),
    "paper.entered": ngettext(
        "{number} blankett är inskriven.", "{number} blanketter är inskrivna.", "number"
    ),
    "paper.passed_over": ngettext(
        "{number} rad hoppades över, eftersom den redan har svarat.",
        "{number} rader hoppades över, eftersom de redan har svarat.",
        "number",
    ),
    "paper.pile.equal": _("Högen stämmer: alla blanketter är inskrivna."),
    "paper.pile.left": ngettext(
        "{number} blankett i högen är inte inskriven. Leta efter den som saknas innan övningen stängs.",
        "{number} blanketter i högen är inte inskrivna. Leta efter dem som saknas innan övningen stängs.",
        "number",
    ),
    "paper.pile.more": ngettext(
        "{number} blankett mer är inskriven än vad som ligger i högen. Räkna om högen.",
        "{number} blanketter fler är inskrivna än vad som ligger i högen. Räkna om högen.",
        "number",
    ),
    "paper.heading.code_or_name": _("Kod eller namn"),
    "paper.short": _("{number} {part}"),
    "paper.short.effect": _("effekt"),
    "paper.short.uncertainty": _("osäkerhet"),
    "paper.short.best": _("mest"),
    "paper.short.worst": _("minst"),
    "paper.skipped": _("hoppas över"),
    "paper.legend": _("Svar"),
    "paper.sheet.ballots": _("Blanketter"),
    "paper.sheet.how": _("Så gör ni"),
    "paper.sheet.point.1": _("En rad för varje blankett. Ändra inte rubrikerna."),
    "paper.sheet.point.2": _("Ett svar som inte går att läsa skrivs som ett frågetecken. Gissa aldrig."),
    "paper.sheet.point.3": _("Spara filen och läs in den på sidan för övningen. Den sparas inte på servern."),
    "paper.sheet.point.4": _("Ta bort filen när svaren är inlästa, om övningen är anonym."),
    "paper.sheet.unreadable": _("? = oläsligt; tomt = inget svar"),
    "paper.sheet.wrong": _("Skriv en siffra från {first} till {last}, eller ett frågetecken."),
    "paper.sheet.free": _("Det som står på blanketten"),
    "paper.sheet.as_printed": _("Som det står på blanketten"),
    "paper.sheet.no_column": _(
        "Kolumnen ”{column}” saknas. Hämta filen på nytt: övningen kan ha ändrats sedan den gjordes."
    ),
    "paper.document.subtitle": _("{title}. {edition}"),
    "paper.document.subtitle_letter": _("{title}. {edition}. {letter}"),
    "paper.document.key": _("{key} {label}"),
    "paper.document.tick": _("Kryss"),
    "paper.document.about": _("Gäller"),
}
