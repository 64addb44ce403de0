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
