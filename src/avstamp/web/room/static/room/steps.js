// One question at a time without asking the server: shows a question laid out in a template, with what was pressed of
// it before. `chosen` maps the name of a field to the value and the words that were pressed.
window.avstampSteps = (() => {
  const nameOf = (set) => set.querySelector("button").name;

  const pressed = (set, said) => {
    const line = document.createElement("p");
    const label = document.createElement("span");
    line.className = "pressed";
    label.className = "quiet";
    label.textContent = `${set.dataset.label}: `;
    line.append(label, said.words);
    return line;
  };

  // The field to press now: the first that is not chosen; of a whole answer the first again.
  const show = (holder, section, chosen) => {
    const copy = section.cloneNode(true);
    const sets = [...copy.querySelectorAll("fieldset")];
    if (sets.every((set) => chosen.has(nameOf(set)))) sets.forEach((set) => chosen.delete(nameOf(set)));
    const now = sets.find((set) => !chosen.has(nameOf(set)));
    const taken = copy.querySelector("input[type=hidden]") ? sets.map((set) => chosen.get(nameOf(set))?.value) : [];
    for (const set of sets) {
      if (set === now) for (const button of set.querySelectorAll("button")) taken.includes(button.value) && button.remove();
      else if (chosen.has(nameOf(set))) set.replaceWith(pressed(set, chosen.get(nameOf(set))));
      else set.remove();
    }
    holder.replaceChildren(copy);
    focusOn(now.querySelector("legend"));
  };

  const focusOn = (element) => {
    if (!element) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    const top = element.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight / 2) element.scrollIntoView({ block: "start" });
  };

  const namesIn = (section) => [...section.querySelectorAll("fieldset")].map(nameOf);

  return { show, focusOn, namesIn };
})();
