// A ballot whose choices stay in this page until it is cast: no page in between, nothing kept by the browser. Reading
// the page anew therefore empties it, and the browser asks first. A slip's code comes after "#", which is never sent.
(() => {
  const form = document.getElementById("rosta");
  if (!form) return;
  const steps = document.getElementById("alla-steg");
  const review = document.getElementById("granskning");
  const sections = steps ? [...steps.content.querySelectorAll("section")] : [];
  const chosen = new Map();
  let at = 0;
  let slip = decodeURIComponent(window.location.hash.slice(1));
  let unsent = false;

  if (slip) window.history.replaceState(null, "", window.location.pathname);
  window.addEventListener("beforeunload", (event) => unsent && event.preventDefault());

  const holder = form.querySelector(".asking") ?? form;
  const skipOf = (section) => section.querySelector("[data-skip]").name;
  const skipped = (section) => chosen.get(skipOf(section))?.skip === true;
  const whole = (section) => skipped(section) || window.avstampSteps.namesIn(section).every((name) => chosen.has(name));

  const keepSlip = () => {
    const field = form.querySelector("#lapp");
    if (field && !field.value) field.value = slip;
    else if (field) slip = field.value;
    if (field || !slip || sections.length) return;
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: "lapp", value: slip });
    form.append(hidden);
  };

  const ask = (item) => {
    at = item;
    const section = sections[item];
    if (skipped(section)) chosen.delete(skipOf(section));
    form.querySelector(".step-back")?.removeAttribute("hidden");
    const back = form.querySelector(".step-back button[value]:not([value=alla])");
    if (back) back.hidden = item === 0;
    window.avstampSteps.show(holder, section, chosen);
  };

  const tell = (section, place) => {
    const said = (words, label) => {
      const line = document.createElement("p");
      line.className = label === undefined ? "own-said quiet" : "own-said";
      line.textContent = label ? `${label}: ${words}` : words;
      return line;
    };
    if (!whole(section)) return place.replaceChildren(said(form.dataset.left));
    if (skipped(section)) return place.replaceChildren(said(form.dataset.skipped));
    const sets = [...section.querySelectorAll("fieldset")];
    place.replaceChildren(
      ...sets.map((set) => said(chosen.get(set.querySelector("button").name).words, sets.length > 1 ? set.dataset.label : "")),
    );
  };

  const showReview = () => {
    form.querySelector(".step-back")?.setAttribute("hidden", "");
    holder.replaceChildren(review.content.cloneNode(true));
    sections.forEach((section, item) => tell(section, holder.querySelector(`[data-said="${item}"]`)));
    keepSlip();
    window.avstampSteps.focusOn(holder.querySelector("#granska"));
  };

  const goOn = () => {
    const section = sections[at];
    if (!whole(section)) return ask(at);
    const left = sections.map((one, item) => item).filter((item) => !whole(sections[item]));
    const next = left.find((item) => item > at) ?? left[0];
    return next === undefined ? showReview() : ask(next);
  };

  const press = (button) => {
    unsent = true;
    const section = sections[at];
    if ("skip" in button.dataset) window.avstampSteps.namesIn(section).forEach((name) => chosen.delete(name));
    else chosen.delete(skipOf(section));
    chosen.set(button.name, { value: button.value, words: button.textContent.trim(), skip: "skip" in button.dataset });
    goOn();
  };

  const filled = () => {
    if (!sections.length) return new URLSearchParams(new FormData(form));
    const sent = new URLSearchParams();
    for (const section of sections.filter(whole)) {
      for (const hidden of section.querySelectorAll("input[type=hidden]")) sent.set(hidden.name, hidden.value);
      for (const name of [...window.avstampSteps.namesIn(section), skipOf(section)]) {
        if (chosen.has(name)) sent.set(name, chosen.get(name).value);
      }
    }
    sent.set("lapp", form.querySelector("#lapp").value);
    return sent;
  };

  const fail = (words) => {
    const told = document.getElementById("fel") ?? form.insertAdjacentElement("beforebegin", document.createElement("div"));
    Object.assign(told, { id: "fel", className: "field-error", tabIndex: -1 });
    told.setAttribute("role", "alert");
    told.textContent = words;
    told.focus();
  };

  const cast = async () => {
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((button) => (button.disabled = true));
    try {
      const answer = await fetch(form.action, { method: "POST", body: filled(), credentials: "omit", cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const refused = page.getElementById("fel");
      if (refused) return fail(refused.textContent.trim());
      if (answer.status >= 500) return fail(form.dataset.failed);
      unsent = false;
      document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
      window.avstampSteps.focusOn(document.querySelector("h1"));
    } catch {
      fail(form.dataset.failed);
    } finally {
      buttons.forEach((button) => (button.disabled = false));
    }
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    unsent = unsent && Boolean(sections.length);
    if (form.querySelector("#lapp") && button?.name !== "visa") {
      event.preventDefault();
      slip = form.querySelector("#lapp").value;
      cast();
    } else if (sections.length && button) {
      event.preventDefault();
      if (form.querySelector("#lapp")) slip = form.querySelector("#lapp").value;
      if (button.name !== "visa") press(button);
      else if (button.value === "alla") showReview();
      else ask(button.closest(".step-back") ? Math.max(0, at - 1) : Number(button.value));
    }
  });

  // What came along from a page that was answered without scripts.
  for (const { name, value } of form.querySelectorAll("input[type=hidden]")) {
    if (name === "lapp") slip ||= value;
    const button = sections.flatMap((one) => [...one.querySelectorAll("button")]).find((one) => one.name === name && one.value === value);
    if (button) chosen.set(name, { value, words: button.textContent.trim(), skip: "skip" in button.dataset });
  }
  const first = form.querySelector("input[name=fraga]");
  if (first) at = Number(first.value);
  if (sections.length > 1 && !form.querySelector(".step-back button:not([value=alla])")) {
    const back = form.querySelector(".step-back button[value=alla]").cloneNode(false);
    Object.assign(back, { value: "0", textContent: form.dataset.back, hidden: true });
    form.querySelector(".step-back").prepend(back);
  }
  keepSlip();
})();
