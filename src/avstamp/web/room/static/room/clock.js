// Counts clocks down and up on a page of the day. Each says when it ends or began and what the server's clock was when
// the page was made, so that a computer whose own clock is wrong shows the right time left. New contents are found by
// themselves, since the page is looked through every time.
(() => {
  const offsets = new WeakMap();
  const offset = (clock) => {
    if (!offsets.has(clock)) offsets.set(clock, Date.parse(clock.dataset.now) - Date.now());
    return offsets.get(clock);
  };
  const words = (seconds) => `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;

  const count = () => {
    for (const clock of document.querySelectorAll("time.clock")) {
      const { ends, since, left, up } = clock.dataset;
      const now = Date.now() + offset(clock);
      let text = "";
      if (ends) {
        const seconds = Math.ceil((Date.parse(ends) - now) / 1000);
        text = seconds > 0 ? `${words(seconds)} ${left}` : up;
        clock.classList.toggle("is-up", seconds <= 0);
      } else if (since) {
        text = words(Math.max(0, Math.floor((now - Date.parse(since)) / 1000)));
      }
      if (clock.textContent !== text) clock.textContent = text;
    }
  };
  count();
  window.setInterval(count, 500);
})();
