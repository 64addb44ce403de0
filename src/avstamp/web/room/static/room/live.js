// Keeps a page of the day up to date: the server says the day's version, and at a newer one this does what the page
// says in data-how: "reload" reads the page again, "replace" puts the new contents in, "ask" does so but never while
// somebody types or has opened something, "tell" lets the page's own script know, "leave" nothing at all. Without streams it asks now and then.
(() => {
  const { events, version, how } = document.currentScript.dataset;
  const SLOWLY = 15000;
  let seen = Number(version);
  let newest = seen;
  let busy = false;
  let stream;
  let failures = 0;

  const spread = (milliseconds) => milliseconds * (0.5 + Math.random());
  const main = () => document.querySelector("main");

  // Something is being written, chosen or read in the page: it is left alone until that is done.
  const inUse = () => {
    const at = document.activeElement;
    const typing = at && main().contains(at) && at.matches("input, textarea, select, [contenteditable]");
    const open = main().querySelector("details[open] form, dialog[open]");
    const filled = [...main().querySelectorAll("input:not([type=hidden]), textarea")].some((field) =>
      ["checkbox", "radio"].includes(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
    );
    return Boolean(typing || open || filled);
  };

  // Focus stays where it was, by id or by place among the things that can have it.
  const placeOfFocus = () => {
    const at = document.activeElement;
    if (!at || at === document.body || !main().contains(at)) return () => {};
    const can = "a[href], button, input, select, textarea, summary, [tabindex]";
    const place = [...main().querySelectorAll(can)].indexOf(at);
    const again = () => (at.id && document.getElementById(at.id)) || main().querySelectorAll(can)[place];
    return () => again()?.focus({ preventScroll: true });
  };

  const replace = async () => {
    if (busy) return;
    busy = true;
    const wanted = newest;
    try {
      const answer = await fetch(window.location.href, { cache: "no-cache", credentials: "same-origin" });
      // Led elsewhere: signed out, or no longer here. The browser goes there itself.
      if (answer.redirected) return void window.location.reload();
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("main");
      if (!fresh || (how === "ask" && inUse())) return;
      const opened = [...main().querySelectorAll("details[open][id]")].map((one) => one.id);
      const focus = placeOfFocus();
      main().replaceChildren(...fresh.childNodes);
      for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
      focus();
      const script = page.querySelector("script[data-events]");
      seen = Math.max(wanted, Number(script?.dataset.version ?? wanted));
    } catch {
      // The network is gone for the moment: asked for again when the stream is back.
    } finally {
      busy = false;
      if (newest > wanted && newest > seen) replace();
    }
  };

  const refresh = () => {
    if (how === "replace" || (how === "ask" && !inUse())) replace();
    else if (how === "reload") window.location.reload();
    else if (how === "tell") {
      seen = newest;
      document.dispatchEvent(new CustomEvent("avstamp:moved"));
    }
  };

  // Where streams never come through, be it a proxy that answers for them or a network that drops them. A page is read
  // again only where the server answers: what is on the screen is better than the browser's own words.
  let asked = 0;
  const askWithoutStream = async () => {
    if (Date.now() - asked < SLOWLY) return;
    asked = Date.now();
    if (how !== "reload") return void refresh();
    const answer = await fetch(window.location.href, { cache: "no-cache", credentials: "same-origin" }).catch(() => null);
    if (answer?.ok) window.location.reload();
  };

  const hear = (event) => {
    failures = 0;
    newest = Math.max(newest, Number(event.data));
    if (newest > seen) refresh();
  };

  // A browser gives up for good where a server that is started anew, or a proxy before it, answers anything but a stream.
  const open = () => {
    stream = new EventSource(events);
    stream.addEventListener("message", hear);
    // One's part, seat or session has ended, or the day has: the page says what holds now, unless one is in it.
    stream.addEventListener("over", () => {
      stream.close();
      if (how === "tell") refresh();
      else if (how !== "leave" && !inUse()) window.location.reload();
    });
    stream.addEventListener("error", () => {
      failures += 1;
      if (failures > 3) askWithoutStream();
      if (stream.readyState !== EventSource.CLOSED) return;
      window.setTimeout(open, spread(Math.min(SLOWLY, 1000 * 2 ** failures)));
    });
  };

  if (!window.EventSource) {
    window.setInterval(refresh, spread(SLOWLY));
    return;
  }
  open();
  // What was held back while somebody wrote is shown when the field is left.
  document.addEventListener("focusout", () => window.setTimeout(() => newest > seen && refresh(), 200));
  // A page taken out of the browser's memory, or a telephone that wakes, has no stream.
  window.addEventListener("pagehide", () => stream.close());
  window.addEventListener("pageshow", (event) => event.persisted && open());
})();
