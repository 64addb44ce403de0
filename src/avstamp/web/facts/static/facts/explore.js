// Draws the chart that answers to the pointer. Its colours are those of the page, light or dark.
const place = document.getElementById("explore");
const { spec, locale } = JSON.parse(document.getElementById("explore-data").textContent);
const ROLES = ["unit", "group", "median", "member"];

const draw = () => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--chart-${name}`).trim();
  for (const layer of spec.layer) {
    layer.encoding.color.scale.range = ROLES.map(colour);
  }
  const words = { labelColor: colour("muted"), titleColor: colour("muted") };
  const font = getComputedStyle(document.body).fontFamily;
  const config = {
    font,
    axis: { ...words, labelFontSize: 13, titleFontSize: 13, titleFontWeight: 400, gridColor: colour("grid"), domainColor: colour("axis"), tickColor: colour("axis") },
  };
  // Expressions are interpreted and no style sheet is written, so the page's security policy stays as strict.
  const options = {
    mode: "vega-lite",
    renderer: "canvas",
    actions: false,
    ast: true,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    formatLocale: locale,
    config,
  };
  return vegaEmbed(place, structuredClone(spec), options);
};

const tell = () => {
  place.textContent = place.dataset.failed;
};

draw().catch(tell);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw().catch(tell));
