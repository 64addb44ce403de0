// The telephone on a bad connection: an answer is kept here until the server has it, in the order it was given, and the
// next question comes at once. Only answers with a name are kept; what is anonymous never is. When the agenda moves,
// what somebody writes or has half pressed is left alone.
(() => {
  const { code, seat } = document.currentScript.dataset;
  const KEY = `avstamp.osant.${code}.${seat}`;
  const PATIENCE = 10000;
  const LONGEST_WAIT = 30000;
  const visas = () => document.getElementById("visas");
  const state = document.getElementById("lage");
  const words = state?.dataset ?? {};
  const steps = window.avstampSteps;
  const known = new Map();
  const half = new Map();
  let sending = false;
  let wait = 1000;
  let timer;

  const read = () => {
    try {
      return JSON.parse(window.localStorage.getItem(KEY)) ?? [];
    } catch {
      return [];
    }
  };
  const write = (queue) => {
    try {
      if (queue.length) window.localStorage.setItem(KEY, JSON.stringify(queue));
      else window.localStorage.removeItem(KEY);
      return true;
    } catch {
      return false; // No room, or the browser keeps nothing: the form is then sent in the browser's own way.
    }
  };

  const tell = (text, act) => {
    state.replaceChildren();
    state.hidden = !text;
    if (!text) return;
    state.append(Object.assign(document.createElement("p"), { textContent: text }));
    if (!act) return;
    const button = Object.assign(document.createElement("button"), { className: "ds-button", type: "button", textContent: words.show });
    button.addEventListener("click", act);
    state.append(button);
  };
  const tellUnsent = () => tell(words.unsent.replace("ANTAL", read().length));

  const inUse = () => half.size > 0 || [...visas().querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);

  const learn = () => {
    const coming = document.getElementById("kommande");
    for (const section of coming?.content.querySelectorAll("section") ?? []) known.set(section.dataset.item, section);
  };

  const put = (page) => {
    const fresh = page.getElementById("visas");
    if (!fresh) return window.location.reload();
    if (inUse() && fresh.dataset.shows === visas().dataset.shows) return;
    const focused = visas().contains(document.activeElement) || document.activeElement === document.body;
    if (fresh.dataset.shows !== visas().dataset.shows) known.clear();
    half.clear();
    visas().replaceWith(fresh);
    learn();
    if (focused) steps.focusOn(fresh.querySelector(".field-error, .asked") ?? fresh.querySelector("h1"));
  };

  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const post = (entry, short) =>
    fetch(entry.url, {
      method: "POST",
      body: new URLSearchParams(entry.body),
      headers: { "X-Avstamp-Answer": short ? "short" : "page", "X-CSRFToken": token() },
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout ? AbortSignal.timeout(PATIENCE) : undefined,
    });

  const later = () => {
    tellUnsent();
    window.clearTimeout(timer);
    timer = window.setTimeout(flush, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };

  const flush = async () => {
    if (sending || !read().length) return;
    sending = true;
    const late = [];
    let page;
    const slow = !state.hidden;
    try {
      for (let queue = read(); queue.length; queue = read()) {
        // Where the next question is here already, it is enough to hear that the answer is kept; after answers that
        // waited the page is asked for, since it may have been read before they were sent.
        const answer = await post(queue[0], queue[0].more && (!slow || queue.length > 1));
        if (answer.status === 403) return tell(words.away);
        if (answer.status >= 500 || answer.status === 429) return later();
        page = answer.status === 204 ? undefined : new DOMParser().parseFromString(await answer.text(), "text/html");
        const refused = answer.ok ? null : page.querySelector(".field-error");
        if (!answer.ok) late.push([queue[0].what, refused?.textContent.trim()].filter(Boolean).join(" – "));
        // Said once: above, with which answer it was, where it was given a while ago.
        if (slow) refused?.remove();
        // What was given meanwhile has been added at the end: only the first has been sent.
        write(read().slice(1));
      }
      wait = 1000;
      if (page) put(page);
      if (late.length && slow) tell(`${words.late} ${late.join(" ")}`);
      else tell(slow ? words.sent : "");
    } catch {
      later();
    } finally {
      sending = false;
      if (read().length && state.hidden) flush();
    }
  };

  const keep = (form, button, fields, more = false) => {
    const body = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && !fields.some(([one]) => one === name));
    const what = form.querySelector(".asked")?.textContent.trim() ?? "";
    return write([...read(), { url: form.action, body: [...body, ...fields], what, more, at: Date.now() }]);
  };

  const showItem = (item) => {
    const form = visas().querySelector(".press-form");
    if (!form || !known.has(item)) return false;
    const keptToken = [...form.querySelectorAll("input[name=csrfmiddlewaretoken], input[name=kvar], input[name=fran]")];
    visas().querySelector(".asking > .progress-words")?.remove();
    visas().querySelector(".asking > progress")?.remove();
    let place = form.querySelector(".step-place");
    if (!place) {
      place = Object.assign(document.createElement("div"), { className: "step-place" });
      form.replaceChildren(...keptToken, place);
    }
    steps.show(place, known.get(item), half);
    place.dataset.item = item;
    return true;
  };

  const itemIn = (form) => form.querySelector(".step-place")?.dataset.item ?? form.querySelector("input[name=fraga]")?.value;

  const press = (form, button) => {
    const item = itemIn(form);
    const section = known.get(item);
    const skip = section?.querySelector("[data-skip]")?.name === button.name && !section.querySelector(`fieldset button[name="${button.name}"][value="${button.value}"]`);
    if (section && !skip && steps.namesIn(section).some((name) => name !== button.name && !half.has(name))) {
      half.set(button.name, { value: button.value, words: button.textContent.trim() });
      return showItem(item);
    }
    const chosen = skip ? [] : [...half].map(([name, said]) => [name, said.value]);
    half.clear();
    const next = [...known.keys()].find((one) => Number(one) > Number(item));
    const kept = keep(form, button, [...chosen, ["fraga", item ?? ""], [button.name, button.value]], next !== undefined);
    if (!kept) return false;
    const undo = document.querySelector("#angra button");
    if (undo) {
      undo.value = item;
      undo.form.hidden = false;
    }
    if (next === undefined || !showItem(next)) form.replaceChildren(Object.assign(document.createElement("p"), { textContent: words.done }));
    return true;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (form.dataset.leave !== undefined) {
      if (read().length && !window.confirm(form.dataset.leave)) return event.preventDefault();
      return write([]);
    }
    if (form.dataset.send === undefined || !button || visas().dataset.changing !== undefined) return undefined;
    const pressing = form.classList.contains("press-form");
    const kept = pressing ? press(form, button) : keep(form, button, button.name ? [[button.name, button.value]] : []);
    if (!kept) return undefined;
    event.preventDefault();
    if (!pressing) form.reset();
    if (button.name === "angra") showItem(button.value) && (form.hidden = true);
    return flush();
  });

  const moved = async () => {
    if (read().length) return flush();
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok || sending) return undefined;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("visas");
      if (!fresh) return window.location.reload();
      const waiting = visas().dataset.waiting !== undefined;
      const other = fresh.dataset.shows !== visas().dataset.shows;
      if (!waiting && !other) return undefined;
      if (waiting) {
        put(page);
        return tell(other ? words.new : "");
      }
      return tell(words.moved, () => {
        half.clear();
        for (const field of visas().querySelectorAll("textarea, input:not([type=hidden])")) field.value = field.defaultValue;
        put(page);
        tell("");
        steps.focusOn(visas().querySelector(".asked") ?? visas().querySelector("h1"));
      });
    } catch {
      return undefined; // The stream says so again when it is back.
    }
  };

  if (!state) return;
  learn();
  document.addEventListener("avstamp:moved", () => window.setTimeout(moved, 300 * Math.random()));
  window.addEventListener("online", () => {
    wait = 1000;
    flush();
  });
  if (read().length) {
    tellUnsent();
    flush();
  }
})();
