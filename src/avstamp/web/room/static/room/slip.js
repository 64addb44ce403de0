// A slip's square code carries its code after "#", which a browser never sends: put it into the field, or along to it.
(() => {
  const code = window.location.hash.slice(1);
  if (!code) return;
  const field = document.getElementById("lapp");
  if (!field) {
    for (const link of document.querySelectorAll("main a[href]")) link.hash = code;
    return;
  }
  if (!field.value) field.value = decodeURIComponent(code);
  window.history.replaceState(null, "", window.location.pathname);
})();
