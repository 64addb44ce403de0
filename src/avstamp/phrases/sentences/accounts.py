"""What is said of people, their accounts and their ways to sign in?"""

from __future__ import annotations

from collections.abc import Mapping

from avstamp.phrases.marking import Sentence
from avstamp.phrases.marking import gettext_noop as _

SENTENCES: Mapping[str, Sentence] = {
    "account.roles": _("Du är {roles}."),
    "account.roles_then": _("Du var {roles} när mandatperioden slutade. Allt som gjordes går att läsa."),
    "account.no_role_today": _("Du har ingen roll där i dag, och kommer inte åt sidorna."),
    "own_data.accounts.person": _("Namn och e-postadress"),
    "own_data.accounts.formername": _("Vad du har hetat här förut"),
    "own_data.account.emailaddress": _("Adresser att logga in med"),
    "own_data.accounts.personallink": _("Personliga länkar"),
    "own_data.accounts.actorkey": _("Nyckel till dina pseudonymer i loggen"),
    "own_data.mfa.authenticator": _("Engångskoder, reservkoder och inloggningsnycklar"),
    "own_data.socialaccount.socialaccount": _("Organisationens konto"),
    "own_data.usersessions.usersession": _("Var du är inloggad"),
    "own_data.start.membership": _("Dina roller"),
    "own_data.start.functionheld": _("Dina funktioner"),
    "own_data.thread.claim": _("Påståenden som du ansvarar för"),
    "own_data.thread.answer": _("Dina svar om påståenden"),
    "own_data.room.seat": _("Träffar som du har anslutit till"),
    "own_data.room.namedanswer": _("Vad du har svarat med namn på träffar"),
    "own_data.room.namednote": _("Vad du har skrivit med namn på träffar"),
    "own_data.record": _("Vad du har gjort, enligt loggen"),
    "person.identity_number": _(
        "Det står ett personnummer eller samordningsnummer i uppgifterna. Avstamp lagrar inga sådana. Skriv namn "
        "och e-postadress utan det."
    ),
    "person.too_long": _("Ett namn har högst {name} tecken och en e-postadress högst {email}. Korta det."),
    "person.nameless": _("Skriv ett namn."),
    "link.unknown": _(
        "Adressen hör inte till någon länk som gäller. Kontrollera att du har hela adressen, eller be den som "
        "bjöd in dig om en ny."
    ),
    "link.expired": _("Länken gällde till och med {day}. Be den som bjöd in dig om en ny."),
    "link.not_needed": _(
        "Du har redan ett eget sätt att logga in, och då gäller länken inte längre. Logga in med lösenord, "
        "inloggningsnyckel eller organisationens konto."
    ),
    "error.unknown_person": _(
        "Ingen på servern har adressen {email}. Se vilka som finns med ”avstamp person list”."
    ),
    "cli.person.help": _("ta in personer på servern och ge dem länkar att komma in med"),
    "cli.person.description": _("Administrerar personerna på den här servern."),
    "cli.person.epilog": _(
        "Exempel:\n"
        '  avstamp person create anna.berg@example.se "Anna Berg"\n'
        "  avstamp person link anna.berg@example.se\n"
        "  avstamp person list"
    ),
    "cli.person.create.help": _("ta in en person och skriv ut en länk"),
    "cli.person.create.description": _(
        "Tar in en person, till exempel den första processledaren, och skriver ut en personlig länk att lämna över."
    ),
    "cli.person.create.epilog": _('Exempel:\n  avstamp person create anna.berg@example.se "Anna Berg"'),
    "cli.person.link.help": _("skriv ut en ny länk till en person"),
    "cli.person.link.description": _(
        "Skriver ut en ny personlig länk. Den som har ett eget sätt att logga in behöver ingen; med --reset tas det "
        "sättet bort först. Ta reda på vem som frågar innan du använder --reset."
    ),
    "cli.person.link.epilog": _("Exempel:\n  avstamp person link anna.berg@example.se --days 7"),
    "cli.person.list.help": _("visa alla personer på servern"),
    "cli.person.list.description": _("Visar varje person på servern: adress, namn och sätt att logga in."),
    "cli.person.list.epilog": _("Exempel:\n  avstamp person list"),
    "cli.person.email.help": _("personens e-postadress"),
    "cli.person.name.help": _("personens namn"),
    "cli.person.reset.help": _("ta först bort lösenord, inloggningsnycklar och koder"),
    "cli.person.days.help": _("så många dagar gäller länken (förval: 30)"),
    "cli.person.server.help": _("serverns adress, om den inte är det första namnet i AVSTAMP_HOSTS"),
    "cli.person.link_made": _(
        "Länk till {name}, gäller i {days} dagar. Den som har länken kommer in: lämna den bara till personen själv.\n"
        "{address}"
    ),
    "cli.person.row": _("{email}: {name}, {way}"),
    "cli.person.own_way": _("loggar in själv"),
    "cli.person.by_link": _("kommer in med personlig länk"),
    "cli.person.none": _("Det finns inga personer här. Ta in en med ”avstamp person create”."),
}
