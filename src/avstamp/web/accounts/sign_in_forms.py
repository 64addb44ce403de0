"""What do the forms of signing in ask for, in words of ours?

The forms are those of allauth. Here their fields get labels and helps in plain Swedish, and the second field for the
same new password goes: it is no help to those who paste or let a password manager write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

NEW_PASSWORD = _("Minst 12 tecken. Flera ord efter varandra är lätta att minnas och svåra att gissa.")
LABELS = {
    "login": (_("E-postadress"), _("Den adress som du är inbjuden på.")),
    "password": (_("Lösenord"), ""),
    "remember": (_("Håll mig inloggad i två veckor"), _("Välj det inte på en dator som du delar med andra.")),
    "oldpassword": (_("Lösenordet du har nu"), ""),
    "password1": (_("Nytt lösenord"), NEW_PASSWORD),
    "email": (_("E-postadress"), ""),
    "code": (_("Kod"), ""),
    "name": (_("Namn på nyckeln"), _("Till exempel telefonen eller datorn där den finns.")),
    "passwordless": (
        _("Logga in med bara nyckeln"),
        _("Nyckeln ersätter lösenordet. Enheten frågar då efter fingeravtryck, ansikte eller pinkod."),
    ),
}

if TYPE_CHECKING:
    Form = forms.Form
else:
    Form = object


class Worded(Form):
    """A form of allauth's whose fields say what they want in words of ours."""

    helps: ClassVar[dict[str, object]] = {}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            label, help_text = LABELS.get(name, (field.label, ""))
            field.label, field.help_text = label, self.helps.get(name, help_text)  # type: ignore[assignment]
            field.widget.attrs.pop("placeholder", None)
            if not isinstance(field.widget, forms.HiddenInput):
                field.widget.attrs["class"] = "ds-input"


class SignIn(Worded, account.LoginForm):  # type: ignore[misc]
    """Signs in with a password."""


class ChangePassword(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    """Changes a password."""


class SetPassword(Worded, account.SetPasswordForm):  # type: ignore[misc]
    """Chooses the first password."""


class ForgottenPassword(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    """Asks for a link to choose a new password by."""


class NewPassword(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """Chooses a new password after that link."""


class ConfirmPassword(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    """Confirms that it is still the same person at the keyboard."""


class ChangeAddress(Worded, account.AddEmailForm):  # type: ignore[misc]
    """Changes the address, when the new one has been confirmed."""

    helps: ClassVar[dict[str, object]] = {
        "email": _("Du får ett meddelande dit. Adressen byts när du har öppnat länken i det.")
    }


class SecondStep(Worded, second_step.AuthenticateForm):  # type: ignore[misc]
    """Asks for a code after the password."""

    helps: ClassVar[dict[str, object]] = {"code": _("Sex siffror från appen, eller en av dina reservkoder.")}


class ConfirmCode(Worded, second_step.ReauthenticateForm):  # type: ignore[misc]
    """Confirms by a code that it is still the same person at the keyboard."""

    helps: ClassVar[dict[str, object]] = {"code": _("Sex siffror från appen, eller en av dina reservkoder.")}


class ActivateCodes(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    """Begins to ask for codes."""

    helps: ClassVar[dict[str, object]] = {"code": _("Sex siffror som appen visar när den har läst bilden.")}


class AddPasskey(Worded, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """Adds a passkey, meant to replace the password unless the person says otherwise."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class RenamePasskey(Worded, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Gives a passkey another name."""
