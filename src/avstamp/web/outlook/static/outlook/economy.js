// Gives each number of the form a slider. Without this script the number can still be written, and the button answers.
const comma = document.documentElement.lang === "sv" ? "," : ".";

for (const field of document.querySelectorAll("#assume input[data-low]")) {
  const { low, high, step } = field.dataset;
  const decimals = Math.max(0, -Math.round(Math.log10(Number(step))));
  const slider = document.createElement("input");
  const read = () => Number(field.value.replace(",", ".").replace("−", "-"));
  Object.assign(slider, { type: "range", min: low, max: high, step, className: "economy-slider" });
  slider.setAttribute("aria-label", field.labels[0].textContent);
  slider.value = read();
  field.after(slider);
  slider.addEventListener("input", () => {
    field.value = Number(slider.value).toFixed(decimals).replace(".", comma);
  });
  field.addEventListener("input", () => {
    const number = read();
    if (Number.isFinite(number)) {
      slider.value = number;
    }
  });
}

// A moved slider asks first for the parts of the answer that the window shows, in the width it shows them; the rest
// follows when the slider has come to rest. While one answer is on its way only the latest question waits, so that the
// pictures follow the hand.
const form = document.getElementById("assume");
const answer = document.getElementById("answer");
const isWide = window.matchMedia("(min-width: 48rem)");
const RESTING = 150;
let waiting;
let drawnFor;

const parts = (wanted) => [...answer.querySelectorAll("[data-part]")].filter(wanted);
const names = (sections) => sections.map((section) => section.dataset.part).join(",");
const width = () => (isWide.matches ? "bred" : "smal");
const isBehind = (section) => section.getAttribute("aria-busy") === "true";
const isShown = (section) => {
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

function askForTheRest() {
  const delar = names(parts(isBehind));
  if (delar) {
    const values = { ...Object.fromEntries(new FormData(form)), delar, bredd: width() };
    htmx.ajax("GET", form.getAttribute("hx-get"), { source: answer, swap: "none", values });
  }
}

form.addEventListener("htmx:configRequest", (event) => {
  clearTimeout(waiting);
  htmx.trigger(answer, "htmx:abort");
  const shown = parts(isShown);
  for (const section of parts((one) => !shown.includes(one))) {
    section.setAttribute("aria-busy", "true");
  }
  drawnFor = width();
  event.detail.parameters.set("delar", names(shown));
  event.detail.parameters.set("bredd", drawnFor);
});

form.addEventListener("htmx:afterRequest", () => {
  clearTimeout(waiting);
  waiting = setTimeout(askForTheRest, RESTING);
});

// What was drawn for one width alone is drawn anew when the window changes to the other.
isWide.addEventListener("change", () => {
  if (drawnFor && drawnFor !== width()) {
    htmx.trigger(form, "submit");
  }
});
