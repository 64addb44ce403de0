// Suggests units while one types. Without this script the form still leads to a page of hits.
const field = document.querySelector("input[data-suggest]");

if (field) {
  const list = document.createElement("ul");
  list.id = `${field.id}-list`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`).textContent);
  list.hidden = true;
  const count = document.createElement("p");
  count.className = "ds-sr-only";
  count.setAttribute("role", "status");
  field.after(list, count);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  let asked = 0;
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const mark = (at) => {
    const options = [...list.children];
    active = (at + options.length) % options.length;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  const tell = (number) => {
    const words = field.dataset;
    count.textContent =
      number === 0 ? words.countNone : number === 1 ? words.countOne : words.countMany.replace("{n}", number);
  };

  const show = (units) => {
    active = -1;
    list.replaceChildren(
      ...units.map((unit, number) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${number}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.url = unit.url;
        option.textContent = unit.name;
        return option;
      }),
    );
    list.hidden = units.length === 0;
    field.setAttribute("aria-expanded", String(units.length > 0));
    tell(units.length);
  };

  field.addEventListener("input", async () => {
    const query = field.value.trim();
    const mine = ++asked;
    if (!query) {
      close();
      return;
    }
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(query)}`);
      const found = await answer.json();
      if (mine === asked) show(found.units.slice(0, 8));
    } catch {
      // Without an answer the form still works.
      close();
    }
  });

  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(active === -1 && event.key === "ArrowUp" ? -1 : active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      window.location.assign(list.children[active].dataset.url);
    }
  });

  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      window.location.assign(option.dataset.url);
    }
  });

  field.addEventListener("blur", close);
}
