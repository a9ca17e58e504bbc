// After a swap: says what `data-announce` says, in the page's one live region, and moves the
// focus to a new heading that carries `data-focus`.
const region = document.getElementById("announcements");

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const words = part.dataset.announce ?? part.querySelector("[data-announce]")?.dataset.announce;
  if (words && region) region.textContent = words;
  const heading = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
  if (heading) {
    heading.setAttribute("tabindex", "-1");
    heading.focus();
  }
});

document.addEventListener("htmx:sendError", () => {
  if (region) region.textContent = region.dataset.offline;
});
