"""What do we say about the economy to 2035?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "economy.region": _(
        "Vi räknar bara kommuners ekonomi framåt: faktabasen har inte regionernas balansräkningar."
    ),
    "economy.missing": _(
        "{indicator} ({id}) saknas för {year}, så ekonomin går inte att räkna framåt. Hämta nyare uppgifter."
    ),
    "economy.title": _("{indicator} i faktabasen är inte ”{title}”. Läs in faktabasen på nytt."),
    "economy.scenario.as_today": _("Som i dag"),
    "economy.scenario.tighter": _("Kärvare"),
    "economy.scenario.better": _("Bättre"),
    "economy.scenario.own": _("Eget"),
    "economy.field.tax_base": _("Skatt och bidrag per invånare, ökning per år (%)"),
    "economy.field.wages": _("Löner, ökning per år (%)"),
    "economy.field.prices": _("Priser och annat som fördyrar, ökning per år (%)"),
    "economy.field.interest": _("Ränta på lån (%)"),
    "economy.field.ambition": _("Högre ambition, kostnad per år (%)"),
    "economy.field.efficiency": _("Effektivisering per år (%)"),
    "economy.field.investment": _("Investeringar mot de senaste fem åren (%)"),
    "economy.field.tax_rate": _("Ändrad skattesats (öre)"),
    "economy.field.risk": _("Godtagen risk för underskott ett år (%)"),
    "economy.field.reserve_share": _("Andel av det tillåtna som reserveras (%)"),
    "economy.field.use_share": _("Andel av reserven som får användas ett år (%)"),
    "economy.words.namn": _("Namn på ert scenario"),
    "economy.words.upphov": _("Vem står bakom era antaganden, när och varför?"),
    "economy.words.riktlinje": _("Fullmäktiges riktlinje för reserven: beslut, datum och källa"),
    "economy.words.long": _("En text är för lång. Den får ha högst {most} tecken."),
    "economy.input.tax_base": _("Skatt och bidrag per invånare, ökning per år"),
    "economy.input.wages": _("Löner, ökning per år"),
    "economy.input.prices": _("Priser och annat som fördyrar, ökning per år"),
    "economy.input.interest": _("Ränta på lån"),
    "economy.input.ambition": _("Högre ambition, kostnad per år"),
    "economy.input.efficiency": _("Effektivisering per år"),
    "economy.input.investment": _("Investeringar mot de senaste fem åren"),
    "economy.input.tax_rate": _("Ändrad skattesats"),
    "economy.input.population": _("Invånare, ökning per år"),
    "economy.input.need": _("Behov efter åldrar, ökning per år"),
    "economy.input.reserve_share": _("Andel av det tillåtna som reserveras"),
    "economy.input.use_share": _("Andel av reserven som får användas ett år"),
    "economy.base.fact_base": _(
        "Räkningen börjar med bokslutet {year}, det nyaste i faktabasen, och prövar 10 000 framtider."
    ),
    "economy.base.own": _(
        "Räkningen börjar med organisationens eget bokslut {year}, som det är skrivet här, och prövar 10 000 "
        "framtider."
    ),
    "economy.base.own_source": _(
        "Räkningen börjar med organisationens eget bokslut {year} ({source}) och prövar 10 000 framtider."
    ),
    "economy.side.results": _("Resultat, andel av skatt och bidrag, median"),
    "economy.side.results.alternative": _("Medianen för resultatet {year}: {listing}."),
    "economy.side.broken": _("Sannolikhet att balanskravet bryts, år för år"),
    "economy.side.broken.alternative": _("Sannolikheten att balanskravet bryts {year}: {listing}."),
    "economy.side.one": _("{scenario} {value}"),
    "economy.tornado.unit": _("% av skatt och bidrag"),
    "economy.tornado.low": _("om det blir lägre"),
    "economy.tornado.high": _("om det blir högre"),
    "economy.tornado.caption": _("Vad som betyder mest för resultatet {year}: {scenario}"),
    "economy.tornado.alternative": _(
        "Mest betyder ”{input}”: resultatet {year} blir {low} om det blir lägre och {high} om det blir högre, mot "
        "{middle}."
    ),
    "economy.money.caption": _("Investeringar och vad som betalar dem: {scenario}"),
    "economy.money.investment": _("Investeringar"),
    "economy.money.own_means": _("Resultat och avskrivningar"),
    "economy.money.alternative": _(
        "År {year} är investeringarna {investment}, medan resultat och avskrivningar ger {own_means}. Lånen är då "
        "{debt}."
    ),
    "economy.accounts.bokslut": _("Bokslutets år"),
    "economy.accounts.source": _("Var uppgifterna står (till exempel ”Årsredovisning 2024”)"),
    "economy.accounts.inhabitants": _("Invånare 31 december"),
    "economy.accounts.income": _("Skatteintäkter, generella statsbidrag och utjämning"),
    "economy.accounts.net_cost": _("Verksamhetens nettokostnad utan avskrivningar"),
    "economy.accounts.depreciation": _("Avskrivningar"),
    "economy.accounts.financial_net": _("Finansnetto (med minus om det är en kostnad)"),
    "economy.accounts.debt": _("Långfristiga skulder"),
    "economy.accounts.fixed_assets": _("Materiella och immateriella anläggningstillgångar"),
    "economy.accounts.assets": _("Tillgångar totalt"),
    "economy.accounts.equity": _("Eget kapital"),
    "economy.accounts.pension_commitment": _("Ansvarsförbindelse för pensioner"),
    "economy.accounts.net_debt": _(
        "Skulder och avsättningar minus finansiella tillgångar och omsättningstillgångar"
    ),
    "economy.accounts.investment": _("Investeringar per år, gärna medel av fem år"),
    "economy.accounts.tax_base": _("Skatteunderlag (en krona i skatt på hundra tas av det)"),
    "economy.accounts.reserve": _("Resultatreserv, noll om ni inte har någon"),
    "economy.accounts.column.row": _("Post"),
    "economy.accounts.column.value": _("Belopp i tusen kronor"),
    "economy.accounts.year": _("Bokslutets år är ”{given}”. Skriv ett år från {first} till {last}."),
    "economy.accounts.missing": _("{field} saknas. Skriv 0 om det inte finns något."),
    "economy.accounts.number": _("{field} är ”{given}”. Skriv ett tal i tusen kronor, till exempel 1 234,5."),
    "economy.accounts.low": _("{field} är ”{given}”. Det måste vara större."),
    "economy.accounts.none": _("Filen har ingen rad med bokslutets år. Fyll i vår mall och försök igen."),
    "economy.field.population": _("Invånare, ökning per år"),
    "economy.field.need": _("Behov efter åldrar, ökning per år"),
    "economy.field.lasting": _("Varaktigt resultat vid start, andel av skatt och bidrag"),
    "economy.number.wrong": _("{field} är ”{given}”. Skriv ett tal från {low} till {high}."),
    "economy.derived.mean": _("Mediankommunens medel {first}–{last}. Avstamp, ur Kolada."),
    "economy.derived.newest": _("Mediankommunens räntekostnad mot lån {year}. Avstamp, ur Kolada."),
    "economy.derived.unchanged": _("Oförändrat tills ni skriver något annat. Avstamp."),
    "economy.derived.tighter": _(
        "De fem sämsta åren i rad mot kostnaderna, {first}–{last}. Avstamp, ur Kolada."
    ),
    "economy.derived.better": _(
        "De fem bästa åren i rad mot kostnaderna, {first}–{last}. Avstamp, ur Kolada."
    ),
    "economy.derived.population": _(
        "Medel av 2 000 framskrivna framtider. Avstamp, ur Kolada och SCB; se sidan om befolkningen."
    ),
    "economy.derived.lasting": _(
        "Det som brukar bestå av resultatet för {year} när tillfälligheter räknas bort. Avstamp, ur Kolada."
    ),
    "economy.derived.reader": _("Skrivet av läsaren; står i sidans adress."),
    "economy.derived.reader.said": _("{words} (Skrivet av läsaren; står i sidans adress.)"),
    "economy.derived.guideline": _("Skrivet av läsaren som er egen riktlinje; upphov saknas."),
    "economy.derived.guideline.said": _("Er egen riktlinje: {words}"),
    "economy.derived.no_guideline.reserve_share": _(
        "Inget reserveras förrän ni skriver vad fullmäktiges riktlinjer säger. Avstamp."
    ),
    "economy.derived.no_guideline.use_share": _(
        "Hela reserven får möta ett underskott tills ni skriver annat. Avstamp."
    ),
    "economy.answer.broken": _(
        "I {share} av framtiderna bryts balanskravet {year} om det blir ”{scenario}”."
    ),
    "economy.answer.needed": _(
        "{efficiency} effektivare varje år håller risken vid högst {risk}; det gör också en skattehöjning på {tax}."
    ),
    "economy.answer.needed_no_tax": _(
        "{efficiency} effektivare varje år håller risken vid högst {risk}; tio kronor i skatt räcker inte."
    ),
    "economy.answer.nothing": _("Risken håller sig vid högst {risk} utan att ni gör något mer."),
    "economy.answer.too_much": _(
        "Inte ens tio procent effektivare varje år räcker för att hålla risken vid {risk}."
    ),
    "economy.fan.result_share": _("Resultat, andel av skatt och bidrag"),
    "economy.fan.equity_ratio": _("Soliditet med pensioner"),
    "economy.fan.net_debt": _("Nettoskuld per invånare"),
    "economy.fan.middle": _("{what} {year}, median"),
    "economy.fan.low": _("{what} {year}, en av tio lägre"),
    "economy.fan.high": _("{what} {year}, en av tio högre"),
    "economy.fan.median": _("Median"),
    "economy.fan.caption": _("{what}: {scenario}"),
    "economy.fan.alternative": _(
        "{what} i ”{scenario}”: medianen är {middle} år {year}, och åtta av tio framtider ligger mellan {low} och "
        "{high}."
    ),
    "economy.row.broken": _("Sannolikhet att balanskravet bryts {year}"),
    "economy.row.unrestored": _("Sannolikhet att ett underskott inte är återställt i tid {year}"),
    "economy.row.efficiency": _("Effektivisering per år för högst {risk} risk"),
    "economy.row.tax": _("Höjd skatt för samma sak"),
    "economy.year": _("{year}"),
    "economy.ledger.income": _("Skatt och bidrag"),
    "economy.ledger.cost": _("Verksamhetens nettokostnad"),
    "economy.ledger.depreciation": _("Avskrivningar"),
    "economy.ledger.interest": _("Ränta på lån"),
    "economy.ledger.other_net": _("Övrigt finansnetto"),
    "economy.ledger.measures": _("Åtgärder som återställer underskott"),
    "economy.ledger.result": _("Årets resultat"),
    "economy.ledger.reserved": _("Reserverat till resultatreserven"),
    "economy.ledger.used": _("Använt av resultatreserven"),
    "economy.ledger.balance_result": _("Balanskravsresultat"),
    "economy.ledger.investment": _("Investeringar"),
    "economy.ledger.debt": _("Långfristiga skulder"),
    "economy.ledger.equity": _("Eget kapital"),
    "economy.ledger.reserve": _("Resultatreserv"),
    "economy.ledger.share": _("Resultat, % av skatt och bidrag"),
    "economy.sheet.given": _("Antaganden"),
    "economy.sheet.years": _("Kalkyl"),
    "economy.sheet.row": _("Kronor, om inget annat står"),
    "economy.given.tax_base": _("Skatt och bidrag per invånare, ökning per år"),
    "economy.given.wages": _("Löner, ökning per år"),
    "economy.given.prices": _("Priser och annat som fördyrar, ökning per år"),
    "economy.given.interest": _("Ränta på lån"),
    "economy.given.ambition": _("Högre ambition, kostnad per år"),
    "economy.given.efficiency": _("Effektivisering per år"),
    "economy.given.investment": _("Investeringsnivå mot de senaste fem åren, 1 är oförändrat"),
    "economy.given.tax_rate": _("Ändrad skattesats, kronor per hundra"),
    "economy.given.reserve_share": _("Andel av det tillåtna som reserveras"),
    "economy.given.use_share": _("Andel av reserven som får möta ett underskott"),
    "economy.given.restore_share": _("Andel av ett underskott som åtgärder återställer på tre år"),
    "economy.given.accounts": _("Bokslutet {year}. Kolada, kronor per invånare gånger antal invånare."),
    "economy.given.own_accounts": _("Organisationens eget bokslut {year}. {source}"),
    "economy.given.people": _("Invånare {year} mot bokslutsåret, faktor"),
    "economy.given.needed": _("Behov {year} mot bokslutsåret, faktor"),
    "economy.given.source": _("Källa: Kolada. Antaganden och uträkning är Avstamps egen bearbetning."),
    "economy.book.inhabitants": _("Invånare"),
    "economy.book.income": _("Skatt och bidrag"),
    "economy.book.net_cost": _("Verksamhetens nettokostnad utan avskrivningar"),
    "economy.book.depreciation": _("Avskrivningar"),
    "economy.book.other_net": _("Övrigt finansnetto"),
    "economy.book.debt": _("Långfristiga skulder"),
    "economy.book.fixed_assets": _("Materiella och immateriella anläggningstillgångar"),
    "economy.book.assets": _("Tillgångar"),
    "economy.book.equity": _("Eget kapital"),
    "economy.book.pension_commitment": _("Ansvarsförbindelse för pensioner"),
    "economy.book.net_debt": _(
        "Nettoskuld: skulder och avsättningar minus finansiella tillgångar och omsättningstillgångar"
    ),
    "economy.book.investment": _("Investeringar per år, medel av fem år"),
    "economy.book.tax_base": _("Skattekraft gånger invånare"),
    "economy.book.passing_result": _("Den del av resultatet som inte väntas igen"),
    "economy.book.reserve": _("Resultatreserv"),
    "economy.line.step": _("År efter bokslutet"),
    "economy.line.people": _("Invånare mot bokslutsåret, faktor"),
    "economy.line.needed": _("Behov mot bokslutsåret, faktor"),
    "economy.line.level": _("Löner och priser mot bokslutsåret, faktor"),
    "economy.line.income": _("Skatt och bidrag"),
    "economy.line.cost": _("Verksamhetens nettokostnad utan avskrivningar"),
    "economy.line.depreciation": _("Avskrivningar"),
    "economy.line.interest": _("Ränta på lån"),
    "economy.line.other_net": _("Övrigt finansnetto"),
    "economy.line.measures": _("Åtgärder som återställer underskott"),
    "economy.line.result": _("Årets resultat"),
    "economy.line.reserved": _("Reservering till resultatreserv"),
    "economy.line.used": _("Användning av resultatreserv"),
    "economy.line.balance_result": _("Balanskravsresultat"),
    "economy.line.deficit": _("Underskott att återställa"),
    "economy.line.investment": _("Investeringar"),
    "economy.line.debt": _("Långfristiga skulder"),
    "economy.line.fixed_assets": _("Materiella och immateriella anläggningstillgångar"),
    "economy.line.assets": _("Tillgångar"),
    "economy.line.equity": _("Eget kapital"),
    "economy.line.reserve": _("Resultatreserv"),
    "economy.line.result_share": _("Resultat, % av skatt och bidrag"),
    "economy.line.equity_ratio": _("Soliditet med pensioner, %"),
    "economy.line.net_debt_per_inhabitant": _("Nettoskuld per invånare"),
    "cli.economy.help": _("Räkna kommunens ekonomi till 2035 i tre scenarier."),
    "cli.economy.description": _(
        "Visar i hur många av 10 000 framtider ekonomin håller, och vad som krävs för att hålla risken nere. Varje "
        "antagande är härlett ur faktabasen."
    ),
    "cli.economy.epilog": _(
        "Exempel:\n"
        "  avstamp economy Mölndal\n"
        "  avstamp economy Mölndal --scenario tighter --set effektivisering=0,5\n"
        "  avstamp economy Mölndal --json"
    ),
    "cli.economy.scenario.help": _("scenariot som egna antaganden gäller"),
    "cli.economy.set.help": _(
        "ett eget antagande, med fältets namn i webbformuläret; går att ange flera gånger"
    ),
    "cli.economy.heading": _("Ekonomin i {unit} till {year}"),
    "cli.economy.unknown": _("Inget antagande heter ”{given}”. Välj bland {known}."),
}
