// Shows what works only with a script, and says in words when the device read no key.
(function () {
  for (const id of ["passkey_login", "mfa_webauthn_authenticate", "mfa_webauthn_reauthenticate", "mfa_webauthn_add"]) {
    const button = document.getElementById(id);
    if (button && window.PublicKeyCredential) button.hidden = false;
  }
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    const failed = document.getElementById("passkey-failed");
    if (failed) failed.hidden = false;
  });
})();
