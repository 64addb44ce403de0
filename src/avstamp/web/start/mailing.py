"""How does a personal link reach its person by e-mail, where the server has been told how to send?"""

from __future__ import annotations

from collections.abc import Sequence
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

Addressed = tuple[str, str, str]
"""Whose a link is, the person's e-mail address, and the link."""


def send_links(links: Sequence[Addressed], *, place: str, days: int) -> list[Addressed]:
    """Send each link to its person in plain text; answer those that could not be sent, to be handed out instead."""
    connection = get_connection()
    unsent = []
    for name, email, address in links:
        letter = EmailMessage(
            _("Din plats i {place}").format(place=place),
            _(
                "Hej {name}!\n\nDu är inbjuden till {place}. Öppna din plats med länken:\n\n{address}\n\n"
                "Länken är personlig och gäller i {days} dagar. Lämna den inte vidare."
            ).format(name=name, place=place, address=address, days=days),
            to=[email],
            connection=connection,
        )
        try:
            letter.send()
        except (SMTPException, OSError):
            unsent.append((name, email, address))
    return unsent
