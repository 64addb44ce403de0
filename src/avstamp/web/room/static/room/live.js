// Keeps a page of the day up to date: asks the server for the day's version and does what the page says at a new one.
// "reload" reads the page again, "replace" puts the new contents in, "leave" does nothing while one is answering.
(() => {
  const here = document.currentScript;
  const { events, version, how } = here.dataset;
  let seen = Number(version);
  let busy = false;

  const replace = async () => {
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(window.location.href, { cache: "no-store", credentials: "same-origin" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("main");
        if (fresh) document.querySelector("main").replaceChildren(...fresh.childNodes);
      }
    } finally {
      busy = false;
    }
  };

  const typing = () => document.activeElement && ["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement.tagName);

  const stream = new EventSource(events);
  stream.addEventListener("message", (event) => {
    const now = Number(event.data);
    if (!(now > seen)) return;
    seen = now;
    if (how === "replace" || (how === "ask" && !typing())) replace();
    else if (how === "reload") window.location.reload();
  });
  window.addEventListener("pagehide", () => stream.close());
})();
