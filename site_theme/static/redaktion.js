// Shows where a suggestion stands in the text.

const area = document.querySelector("textarea[data-proposals]");
const original = area?.value;

for (const item of document.querySelectorAll(".proposal[data-start]")) {
  const show = document.createElement("button");
  show.type = "button";
  show.textContent = "Im Text zeigen";
  show.addEventListener("click", () => reveal(item));
  item.append(show);
}

function reveal(item) {
  if (!area) return;
  document.querySelector(".proposal.is-current")?.classList.remove("is-current");
  item.classList.add("is-current");
  // The server counts characters, the browser UTF-16 units; an edited text has moved anyway.
  const letters = Array.from(original);
  const start = letters.slice(0, Number(item.dataset.start)).join("").length;
  const end = letters.slice(0, Number(item.dataset.end)).join("").length;
  area.focus();
  area.setSelectionRange(start, end);
}
