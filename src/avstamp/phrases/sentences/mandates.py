"""What is said of seats, majorities and voting power?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence, ngettext
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "mandates.doubt.total_differs": _(
        "Osäker uppgift: partiernas mandat blir tillsammans {party_sum}, men källan anger att "
        "fullmäktige har {stated_total}. Majoritet är {threshold} mandat av {party_sum} men "
        "{threshold_stated} av {stated_total}."
    ),
    "mandates.coalition.majority": _(
        "Majoritet: {seats} av {total} mandat. Det krävs minst {threshold}; marginalen är {margin}."
    ),
    "mandates.coalition.minority": _(
        "Minoritet: {seats} av {total} mandat. Det krävs minst {threshold}; det saknas {short}."
    ),
    "mandates.minimal_winning.all": _(
        "Antal sammansättningar av partier som har majoritet och förlorar den om något av partierna "
        "går ur: {count}."
    ),
    "mandates.minimal_winning.first": _(
        "Antal sammansättningar av partier som har majoritet och förlorar den om något av partierna "
        "går ur: {count}. De första {shown} visas."
    ),
    "mandates.own_majority": _("{party} har egen majoritet."),
    "mandates.fewest_parties": _(
        "Inget parti har egen majoritet. Det krävs minst {fewest} partier tillsammans."
    ),
    "mandates.minimal_winning.by_size": _(
        "Räknat enbart på mandaten finns {count} sammansättningar av partier som når majoritet och där "
        "varje parti behövs: {sizes}."
    ),
    "mandates.minimal_winning.size": ngettext(
        "{count} med {parties} parti", "{count} med {parties} partier", by="parties"
    ),
    "mandates.title": _("Mandat i fullmäktige"),
    "mandates.party": _("Parti"),
    "mandates.seats": _("Mandat"),
    "mandates.change": _("Ändring sedan {year}"),
    "mandates.not_listed": _("finns inte i källan"),
    "mandates.total": _("Summa"),
    "mandates.threshold": _("Majoritet är mer än hälften av mandaten: minst {threshold} av {total}."),
    "mandates.share_of_seats": _("Andel av mandaten"),
    "mandates.voting_power": _("Röststyrka"),
    "mandates.voting_power.explained": _(
        "Röststyrkan (Shapley–Shubiks index) är hur ofta partiets mandat avgör en majoritet när "
        "partierna ansluter sig i alla tänkbara ordningar. Den bygger bara på mandaten och säger "
        "inget om vilka som är överens."
    ),
    "mandates.minimal_winning.order": _(
        "Listan är ordnad efter partiernas storlek. Den är en uträkning och inget förslag."
    ),
    "mandates.no_proposal": _("Avstamp räknar mandat. Programmet föreslår aldrig vilka som ska styra."),
    "mandates.gotland": _(
        "Gotland är en kommun med en regions uppgifter. Här visas mandaten i Gotlands fullmäktige."
    ),
}
