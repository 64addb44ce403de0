"""How is a person told, by e-mail, that their way of signing in was changed?

Whoever has taken over an account changes the password first: the one it belongs to learns of it at once. Nothing is
sent where the server has no mail, or to an address that leads nowhere; that a letter could not be sent stops nothing.
"""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from avstamp.phrases import format_instant
from avstamp.web.accounts.models import Person

CHANGES = {
    "account/email/password_changed": _("Lösenordet byttes."),
    "account/email/password_set": _("Ett lösenord valdes."),
    "account/email/password_reset": _("Ett nytt lösenord valdes i stället för ett glömt."),
    "account/email/email_changed": _("E-postadressen byttes. Du loggar inte längre in med den här adressen."),
    "mfa/email/totp_activated": _("Engångskoder slogs på."),
    "mfa/email/totp_deactivated": _("Engångskoder slogs av."),
    "mfa/email/recovery_codes_generated": _("Nya reservkoder gjordes. De gamla gäller inte längre."),
    "mfa/email/webauthn_added": _("En inloggningsnyckel lades till."),
    "mfa/email/webauthn_removed": _("En inloggningsnyckel togs bort."),
    "socialaccount/email/account_connected": _("Organisationens konto kopplades till din inloggning."),
    "socialaccount/email/account_disconnected": _(
        "Organisationens konto kopplades bort från din inloggning."
    ),
}
"""What was done, by what allauth calls its letter about it; of any other of its letters none is sent."""

LEADS_NOWHERE = ".invalid"
"""A domain that ends so is nobody's (RFC 2606): erased and invented people have no other."""

log = logging.getLogger(__name__)


def tell_of_change(change: str, person: Person, *, email: str, request: HttpRequest) -> None:
    """Send a letter about a change of how a person signs in, in the language of the page where it was made.

    Args:
        change: a key of `CHANGES`; of anything else nothing is sent.
        person: whose sign-in it is.
        email: the address to write to, which is the old one when the address itself was changed.
        request: the page where the change was made.
    """
    if not settings.SENDS_EMAIL or change not in CHANGES or email.endswith(LEADS_NOWHERE):
        return
    letter = EmailMessage(
        gettext("Din inloggning i Avstamp har ändrats"),
        gettext(
            "Hej {name}!\n\n{what}\n\nDet gjordes den {time}. Om det var du behöver du inte göra något.\n\n"
            "Var det inte du? Välj genast ett nytt lösenord på {address} och säg till den som sköter Avstamp hos er."
        ).format(
            name=person.name,
            what=CHANGES[change],
            time=format_instant(timezone.now(), get_language() or settings.LANGUAGE_CODE),
            address=request.build_absolute_uri(reverse("account_reset_password")),
        ),
        to=[email],
    )
    try:
        letter.send()
    except (SMTPException, OSError) as reason:
        log.warning("a letter about a changed sign-in was not sent: %s", type(reason).__name__)
