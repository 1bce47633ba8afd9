// Videos that are still being made: their progress, and their place on the page once they are there.

const POLL_MS = 4000;
let waiting = [];
let whenThere = () => {};

/** boxes: elements with data-pending (an address of the API); onThere(signed) for each new part of the page. */
export function wait(boxes, onThere) {
  waiting = [...boxes];
  for (const box of waiting) box.querySelector("[data-later]")?.replaceChildren("Es erscheint hier von selbst.");
  whenThere = onThere;
  if (waiting.length) setTimeout(poll, POLL_MS);
}

async function poll() {
  if (document.visibilityState === "visible") {
    // One at a time, in page order: the worker makes them in that order too.
    for (const box of waiting.slice(0, 2)) await look(box);
  }
  if (waiting.length) setTimeout(poll, POLL_MS);
}

async function look(box) {
  let state;
  try {
    const answer = await fetch(box.dataset.pending, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    state = (await answer.json()).dgs?.video;
  } catch {
    return; // offline for a moment; the next round tries again
  }
  if (!state) return;
  if (state.state === "fertig" || state.state === "failed") {
    if (watching(box.closest(".signed"))) return;
    waiting.splice(waiting.indexOf(box), 1);
    await exchange(box.closest(".signed"));
    return;
  }
  if (state.anfang && !box.closest(".signed").querySelector("video")) {
    waiting.splice(waiting.indexOf(box), 1);
    await exchange(box.closest(".signed"));
    return;
  }
  const bar = box.querySelector("progress");
  if (bar) bar.value = Math.round(100 * (state.fortschritt ?? 0));
}

async function exchange(old) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.getElementById(old.id);
  if (!fresh) return;
  const live = old.querySelector("klarhand-signer");
  const freshLive = fresh.querySelector("klarhand-signer");
  if (live && freshLive && live.getAttribute("src") === freshLive.getAttribute("src")) {
    // Who watches the live view goes on watching; the film waits behind its button.
    live.replaceChildren(...freshLive.childNodes);
    old.querySelector(".signed__links")?.replaceWith(fresh.querySelector(".signed__links"));
    whenThere(old);
  } else {
    const open = old.querySelector("details")?.open;
    old.replaceWith(document.adoptNode(fresh));
    if (open) fresh.querySelector("details")?.setAttribute("open", "");
    whenThere(fresh);
  }
  const box = document.getElementById(old.id)?.querySelector("[data-pending]");
  if (box) waiting.unshift(box);
}

// Somebody who watches the first sentences is not interrupted; the rest comes when they pause.
const watching = (signed) => {
  const video = signed.querySelector("video");
  return Boolean(video) && !video.paused && !video.ended;
};
