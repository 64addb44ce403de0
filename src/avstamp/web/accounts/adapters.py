"""What does Avstamp decide that allauth would otherwise decide for itself?

Nobody signs up. Who signs in through the organisation is met by the verified address they were invited at, and of
what the organisation tells of them nothing is kept but the address and the name.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from avstamp.domain.start.invitations import LONGEST_NAME
from avstamp.phrases import say
from avstamp.web.accounts.actions import PersonRefused, refuse_identity_number, sign_up_person
from avstamp.web.accounts.models import Person
from avstamp.web.accounts.notices import tell_of_change

KEPT = ("email", "email_verified", "name")
"""Claims of a provider that are stored; everything else is forgotten, a personal identity number first of all."""

WRONG_CODE = _(
    "Koden stämmer inte. Skriv den som appen visar just nu, eller en reservkod som du inte har använt."
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up, and says in plain Swedish what was wrong."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Kontot används inte längre."),
        "duplicate_email": _("Adressen är redan din."),
        "email_password_mismatch": _(
            "E-postadressen och lösenordet hör inte ihop. Kontrollera båda. Har du bara fått en länk har du inget "
            "lösenord än: öppna länken."
        ),
        "email_taken": _("Adressen används redan av någon annan."),
        "enter_current_password": _("Skriv det lösenord du har nu."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("Lösenordet stämmer inte."),
        "invalid_password_reset": _("Länken för nytt lösenord gäller inte längre."),
        "too_many_login_attempts": _("Det har blivit för många försök. Vänta några minuter och försök igen."),
        "same_as_current": _("Det är den adress du redan har."),
        "rate_limited": _("Det har blivit för många försök. Vänta några minuter och försök igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up without an invitation."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account's own page."""
        return reverse("account:mine")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person of a change, in our own words."""
        tell_of_change(template_prefix, user, email=email or user.email, request=self.request)

    def clean_email(self, email: str) -> str:
        """An address that holds no personal identity number."""
        try:
            refuse_identity_number(email)
        except PersonRefused as refusal:
            raise ValidationError(say(refusal.phrase, get_language() or "sv")) from refusal
        return email


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Names passkeys in the reader's language."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Reservkoder finns bara tillsammans med engångskoder."),
    }

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """A name for a new passkey, numbered from the second on."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        name = gettext("Inloggningsnyckel")
        return name if number == 1 else f"{name} {number}"


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Meets those who sign in through their organisation."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": _("Organisationens konto hör redan till någon annan här."),
        "no_password": _("Välj först ett lösenord eller en inloggningsnyckel, så att du kan logga in."),
        "disconnect_last": _("Välj först ett lösenord eller en inloggningsnyckel, så att du kan logga in."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Whether this provider may bring people nobody has invited; as a rule it may not."""
        return bool(sociallogin.provider.app.settings.get("creates_people", False))

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Whether an address that a provider tells of is that of a person here.

        A provider with domains of its own is believed about those alone: one organisation's directory says nothing of
        the addresses of another on the same server, whatever it calls verified.
        """
        domains = login.provider.app.settings.get("verified_email") or ()
        own = not domains or email.rpartition("@")[2].casefold() in {one.casefold() for one in domains}
        return own and bool(super().can_authenticate_by_email(login, email))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Person:
        """The person that a provider tells of, unsaved; what is to be forgotten is dropped before anything is stored.

        Raises:
            PersonRefused: the provider names people by their personal identity numbers.
        """
        account = sociallogin.account
        refuse_identity_number(account.uid)
        account.extra_data = kept_claims(account.extra_data)
        person: Person = sociallogin.user
        person.email = data.get("email") or ""
        person.name = str(data.get("name") or _full_name(data) or person.email)[:LONGEST_NAME]
        person.created_at = timezone.now()
        return person

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: object = None) -> Person:
        """Store a person whom a provider was allowed to bring."""
        person = sign_up_person(sociallogin.user)
        sociallogin.save(request, connect=True)
        return person


def kept_claims(claims: dict[str, Any]) -> dict[str, Any]:
    """What is stored of a provider's claims; OIDC keeps them in two parts, SAML gives a list for each.

    Example:
        >>> kept_claims({"userinfo": {"sub": "a1", "email": "s@example.se", "personnummer": "…"}, "id_token": {}})
        {'userinfo': {'email': 's@example.se'}, 'id_token': {}}
    """
    return {
        name: kept_claims(value) if isinstance(value, dict) else value
        for name, value in claims.items()
        if name in KEPT or (name in ("userinfo", "id_token") and isinstance(value, dict))
    }


def _full_name(data: dict[str, Any]) -> str:
    return " ".join(part for part in (data.get("first_name"), data.get("last_name")) if part)
