"""What do we say about the balance requirement and the result reserve?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "balance.field.result": _("Årets resultat"),
    "balance.field.gains": _("Samtliga realisationsvinster"),
    "balance.field.excepted_gains": _("Realisationsvinster enligt undantag"),
    "balance.field.excepted_losses": _("Realisationsförluster enligt undantag"),
    "balance.field.unrealised": _("Orealiserade vinster och förluster i värdepapper"),
    "balance.field.reversed_unrealised": _("Återföring av orealiserade vinster och förluster"),
    "balance.field.reserved": _("Reserveras till resultatreserven"),
    "balance.field.used": _("Används ur resultatreserven"),
    "balance.field.used_old": _("Används ur den äldre resultatutjämningsreserven"),
    "balance.field.tax": _("Skatteintäkter"),
    "balance.field.grants": _("Generella statsbidrag och utjämning"),
    "balance.field.equity": _("Eget kapital vid årets slut"),
    "balance.field.pension_commitment": _("Ansvarsförbindelse för pensioner, med löneskatt"),
    "balance.field.reserve": _("Resultatreserven vid årets början"),
    "balance.field.old_reserve": _("Den äldre resultatutjämningsreserven vid årets början"),
    "balance.field.earlier": _("Kvar att återställa från {year}"),
    "balance.field.earlier_reason": _("Synnerliga skäl för {year}, om fullmäktige har beslutat det"),
    "balance.row.result": _("Årets resultat"),
    "balance.row.gains": _("Samtliga realisationsvinster"),
    "balance.row.excepted_gains": _("Vissa realisationsvinster enligt undantag"),
    "balance.row.excepted_losses": _("Vissa realisationsförluster enligt undantag"),
    "balance.row.unrealised": _("Orealiserade vinster och förluster i värdepapper"),
    "balance.row.reversed_unrealised": _("Återföring av orealiserade vinster och förluster i värdepapper"),
    "balance.row.adjusted": _("Årets resultat efter balanskravsjusteringar"),
    "balance.row.reserved": _("Reservering till resultatreserv"),
    "balance.row.used": _("Användning av resultatreserv"),
    "balance.row.used_old": _("Användning av resultatutjämningsreserv (äldre)"),
    "balance.row.balance_result": _("Balanskravsresultat"),
    "balance.row.excepted": _("Återställs inte, synnerliga skäl"),
    "balance.row.earlier": _("Negativt balanskravsresultat från tidigare år"),
    "balance.row.to_restore": _("Balanskravsresultat att återställa, om summan är negativ"),
    "balance.paragraph": _("KL {chapter} kap. {paragraph} §"),
    "balance.met": _(
        "Balanskravet är uppfyllt med de belopp som står nedan: inget underskott finns kvar att återställa."
    ),
    "balance.not_met": _(
        "{left} kr ska återställas. Underskottet från {year} ska vara reglerat senast i budgeten för {by}."
    ),
    "balance.overdue": _(
        "{left} kr ska återställas. Underskottet från {year} skulle ha varit reglerat senast i budgeten för {by}."
    ),
    "balance.reserved_too_much": _("Ni reserverar {given} kr, men får reservera högst {allowed} kr."),
    "balance.reserved_old": _(
        "Om den äldre reserven räknas in i taket på fem procent får ni reservera högst {allowed} kr. Vi har inte "
        "kunnat bekräfta om den gör det."
    ),
    "balance.used_too_much": _("Ni använder {given} kr ur resultatreserven, men där finns {held} kr."),
    "balance.used_old_too_much": _(
        "Ni använder {given} kr ur den äldre resultatutjämningsreserven, men där finns {held} kr."
    ),
    "balance.excepted_too_much": _(
        "Realisationsvinsterna enligt undantag är {given} kr, men samtliga vinster är {held} kr."
    ),
    "balance.both": _("Ni både reserverar och använder ur en reserv samma år. Kontrollera raderna."),
    "balance.year.wrong": _("Året är ”{given}”. Skriv ett år från {first} till {last}."),
    "balance.amount.wrong": _("{field} är ”{given}”. Skriv hela kronor, till exempel 12 500 000."),
    "balance.amount.sign": _(
        "{field} är ”{given}”. Skriv beloppet utan minustecken; formuläret sätter tecknet."
    ),
    "balance.tax.missing": _("Skatteintäkter saknas för {year}. Skriv dem i hela kronor."),
    "balance.grants.wrong": _("Skatt och bidrag blir tillsammans mindre än 0 när bidragen är ”{given}”."),
    "balance.earlier.wrong": _("{field} är ”{given}”. Skriv hela kronor utan minustecken, eller lämna tomt."),
    "balance.decided_by.result": _("Årets resultat avgör."),
    "balance.decided_by.adjusted": _("Resultatet efter balanskravsjusteringar avgör."),
    "balance.decided_by.cap": _("Taket på fem procent avgör."),
    "balance.decided_by.nothing": _("Resultatet räcker inte: inget får reserveras."),
    "cli.balance.help": _("räkna fram balanskravsresultatet och vad som får reserveras"),
    "cli.balance.description": _(
        "Ställer upp balanskravsutredningen rad för rad i hela kronor. Det som faktabasen har fylls i; resten, och det "
        "som är nyare, skrivs som FÄLT=BELOPP. Fälten heter som i webbformuläret."
    ),
    "cli.balance.epilog": _(
        "Exempel:\n"
        "  avstamp balance Mölndal\n"
        "  avstamp balance Mölndal --set ar=2025 --set resultat=-4000000\n"
        "  avstamp balance Mölndal --set vinster=12000000 --json"
    ),
    "cli.balance.set.help": _("ett fält och dess belopp i hela kronor; går att ange flera gånger"),
    "cli.balance.heading": _("Balanskravsutredning för {unit}, {year}, kronor"),
    "cli.balance.allowed": _("Får reserveras till resultatreserven: {allowed} kr. {why}"),
    "cli.balance.unknown": _("Inget fält heter ”{given}”. Välj bland {known}."),
}
