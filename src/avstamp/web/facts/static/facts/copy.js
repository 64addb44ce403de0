// Lets a button copy the field it belongs to. Without this script the field can still be selected and copied.
const status = document.getElementById("copy-status");

for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Clipboards are closed to pages without https; the field stays selected for the keyboard.
      return;
    }
    button.textContent = button.dataset.copied;
    status.textContent = button.dataset.copied;
    window.setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2500);
  });
}
