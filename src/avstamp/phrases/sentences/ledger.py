"""What is said of an accounting system's ledger, and of a file of it that cannot be read?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "ledger.too_large": _(
        "Filen är större än {megabytes} MB. Exportera ett år i taget, utan verifikationer."
    ),
    "ledger.not_sie": _("Filen börjar inte som en SIE-fil, med #FLAGGA. Exportera den på nytt."),
    "ledger.broken": _("Rad {line}, {label}: ett citattecken eller en klammer saknas."),
    "ledger.few": _("Rad {line}, {label}: uppgifter saknas."),
    "ledger.currency": _("Rad {line}: beloppen är i {currency}. Exportera i svenska kronor."),
    "ledger.type": _(
        "Rad {line}: filen är av typ {type}, som inte har årets saldon. Exportera som typ 1, 2, 3 eller 4E."
    ),
    "ledger.amount": _("Rad {line}: beloppet ”{given}” på konto {account} är inget tal med decimalpunkt."),
    "ledger.twice": _("Rad {line}: konto {account} har redan ett saldo för året."),
    "ledger.account": _("Rad {line}: ”{given}” är inget kontonummer."),
    "ledger.no_year": _("Filen säger inte vilket räkenskapsår den gäller (#RAR 0)."),
    "ledger.year": _(
        "Rad {line}: räkenskapsåret är {first}–{last}. Det ska vara ett kalenderår, 1 januari–31 december."
    ),
    "ledger.cut_short": _(
        "Filen slutar mitt i: den kontrollsumma som den började med saknas. Exportera den på nytt."
    ),
    "ledger.no_result": _(
        "Filen har inga resultatkonton för året (#RES 0). Exportera efter bokslutet, som typ 4E."
    ),
    "ledger.more": _("Fler fel: {count}."),
    "ledger.form": _("Något i formuläret kunde inte läsas. Läs in filen på nytt."),
    "ledger.field.income": _("Skatt, generella bidrag och utjämning"),
    "ledger.field.net_cost": _("Verksamhetens intäkter och kostnader"),
    "ledger.field.depreciation": _("Avskrivningar"),
    "ledger.field.financial_net": _("Finansnetto"),
    "ledger.field.closing": _("Konto för årets resultat, räknas inte"),
    "ledger.field.fixed_assets": _("Materiella och immateriella anläggningar"),
    "ledger.field.other_assets": _("Finansiella tillgångar och omsättningstillgångar"),
    "ledger.field.equity": _("Eget kapital"),
    "ledger.field.debt": _("Långfristiga skulder"),
    "ledger.field.other_debt": _("Avsättningar och kortfristiga skulder"),
    "ledger.field.nowhere": _("Inget fält"),
}
