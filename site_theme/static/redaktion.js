// Shows where a suggestion stands in the text, keeps what was typed from getting lost, waits for a proposal.

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

// Leaving with words that nobody has saved: the browser asks. Sending any form of the page saves or replaces them.
let sending = false;
addEventListener("submit", () => (sending = true));
addEventListener("beforeunload", (event) => {
  if (!sending && area && area.value !== original) event.preventDefault();
});

// A proposal under way: what has come takes the place of the waiting, and is told by its heading.
const POLL_MS = 2000;
const awaited = document.querySelector("[data-awaited]");
if (awaited) setTimeout(look, POLL_MS);

async function look() {
  try {
    const answer = await fetch(awaited.dataset.awaited);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const heading = page.getElementById("vorschlag");
    if (answer.ok && heading && !page.querySelector("[data-awaited]")) {
      awaited.closest("section").replaceWith(document.adoptNode(heading.closest("section")));
      document.title = page.title;
      heading.tabIndex = -1;
      heading.focus();
      return;
    }
  } catch {
    // offline for a moment; the next round tries again
  }
  setTimeout(look, POLL_MS);
}
