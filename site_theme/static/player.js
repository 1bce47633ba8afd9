// What a signing video gains with JavaScript: speed, size, replay of a sentence, a transcript that
// follows along, and waiting for videos that are still being made. Without it the page stays whole.

const SPEEDS = [0.5, 0.75, 1, 1.25];
const POLL_MS = 4000;

for (const figure of document.querySelectorAll("[data-player]")) enhance(figure);
for (const signed of document.querySelectorAll("[data-live]")) offerLive(signed);
const waiting = [...document.querySelectorAll("[data-pending]")];
if (waiting.length) setTimeout(poll, POLL_MS);

function enhance(figure) {
  const signed = figure.closest(".signed");
  const video = figure.querySelector("video");
  const list = signed.querySelector("[data-transcript]");
  // "hidden" loads the cues without drawing them; readers may switch captions on themselves.
  const track = video.textTracks[0];
  if (track && track.mode === "disabled") track.mode = "hidden";

  const bar = document.createElement("div");
  bar.className = "player-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Einstellungen für das Video");
  bar.append(
    speedChoice(video),
    button("Satz wiederholen", () => replay(video)),
    sizeButton(signed),
  );
  figure.after(bar);

  if (list) followAlong(video, list);
}

function speedChoice(video) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  for (const speed of SPEEDS) {
    const name = speed === 1 ? "normal" : `${String(speed).replace(".", ",")}-fach`;
    select.append(new Option(name, speed, speed === 1, speed === 1));
  }
  select.addEventListener("change", () => {
    video.playbackRate = Number(select.value);
    video.defaultPlaybackRate = Number(select.value);
  });
  label.append("Tempo ", select);
  return label;
}

function sizeButton(signed) {
  const toggle = button("Groß zeigen", () => {
    const large = signed.classList.toggle("is-large");
    toggle.setAttribute("aria-pressed", String(large));
  });
  toggle.setAttribute("aria-pressed", "false");
  return toggle;
}

function button(text, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
}

const cues = (video) => [...(video.textTracks[0]?.cues ?? [])];

function cueAt(video) {
  const time = video.currentTime + 0.01;
  return cues(video).findLastIndex((cue) => cue.startTime <= time);
}

function replay(video) {
  const cue = cues(video)[cueAt(video)];
  video.currentTime = cue ? cue.startTime : 0;
  video.play().catch(() => {}); // a browser may refuse; its own button stays
}

async function playFrom(video, index) {
  if (video.readyState < HTMLMediaElement.HAVE_METADATA) {
    const ready = new Promise((done) => video.addEventListener("loadedmetadata", done, { once: true }));
    video.preload = "auto"; // the reader has asked for it now
    video.load();
    await ready;
  }
  await cuesLoaded(video);
  video.currentTime = cues(video)[index]?.startTime ?? 0;
  video.play().catch(() => {}); // a browser may refuse; its own button stays
}

function cuesLoaded(video) {
  const element = video.querySelector("track");
  if (!element || element.readyState === HTMLTrackElement.LOADED) return Promise.resolve();
  return new Promise((done) => {
    element.addEventListener("load", done, { once: true });
    element.addEventListener("error", done, { once: true });
    setTimeout(done, 2000); // rather from the start than not at all
  });
}

function followAlong(video, list) {
  const lines = [...list.children];
  lines.forEach((line, index) => {
    const jump = document.createElement("button");
    jump.type = "button";
    jump.className = "line";
    jump.textContent = line.textContent;
    jump.title = "Video ab diesem Satz zeigen";
    jump.addEventListener("click", () => playFrom(video, index));
    line.replaceChildren(jump);
  });
  let shown = -1;
  const mark = () => {
    const now = video.paused && video.currentTime === 0 ? -1 : cueAt(video);
    if (now === shown) return;
    lines[shown]?.classList.remove("is-now");
    lines[shown]?.firstElementChild.removeAttribute("aria-current");
    lines[now]?.classList.add("is-now");
    lines[now]?.firstElementChild.setAttribute("aria-current", "true");
    shown = now;
  };
  for (const event of ["timeupdate", "seeked", "play"]) video.addEventListener(event, mark);
}

// --- videos that are still being made ------------------------------------------------------------

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
  const open = old.querySelector("details")?.open;
  old.replaceWith(document.adoptNode(fresh));
  if (open) fresh.querySelector("details")?.setAttribute("open", "");
  const figure = fresh.querySelector("[data-player]");
  if (figure) enhance(figure);
  offerLive(fresh);
  const box = fresh.querySelector("[data-pending]");
  if (box) waiting.unshift(box);
}

// Somebody who watches the first sentences is not interrupted; the rest comes when they pause.
const watching = (signed) => {
  const video = signed.querySelector("video");
  return Boolean(video) && !video.paused && !video.ended;
};

// --- the live view, on request -------------------------------------------------------------------

function offerLive(signed) {
  if (!signed.dataset.live || !HTMLScriptElement.supports?.("importmap")) return;
  const picture = signed.querySelector(".signed__picture");
  const open = button("Live-Ansicht in 3D öffnen", () => openLive(signed, picture, open));
  const row = document.createElement("p");
  row.className = "live-offer";
  row.append(open);
  picture.append(row);
}

let closeLive = () => {}; // one at a time: they share the body

async function openLive(signed, picture, opener) {
  closeLive();
  opener.hidden = true;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  opener.after(status);
  const count = Number(signed.dataset.sentences);
  const addresses = Array.from({ length: count }, (_, i) => `/live/bewegung/${signed.dataset.live}/${i}`);
  const host = document.createElement("div");
  host.className = "live";
  const sign = document.createElement("span");
  sign.className = "video__mark";
  sign.setAttribute("aria-hidden", "true");
  sign.innerHTML = '<span class="kern-icon kern-icon--sign-language"></span>DGS';
  const lines = [...(signed.querySelector("[data-transcript]")?.children ?? [])];
  const mark = (index) => lines.forEach((line, i) => line.classList.toggle("is-now", i === index));
  signed.querySelector("video")?.pause();
  picture.classList.add("is-live");
  picture.prepend(host);
  try {
    const { open } = await import("./live.js");
    const view = await open(host, addresses, { onSentence: mark });
    signed.live = view;
    const bar = liveBar(view, (closeLive = () => {
      closeLive = () => {};
      view.close();
      bar.remove();
      host.remove();
      mark(-1);
      picture.classList.remove("is-live");
      opener.hidden = false;
      opener.focus();
    }));
    host.append(sign);
    host.after(bar);
    bar.querySelector("button").focus();
    status.remove();
    // Somebody who wants less motion starts it by hand.
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) view.play();
  } catch (error) {
    console.warn("live view", error);
    host.remove();
    picture.classList.remove("is-live");
    opener.remove();
    status.textContent = "Die Live-Ansicht geht auf diesem Gerät nicht. Bitte sehen Sie das Video.";
  }
}

function liveBar(view, onClose) {
  const bar = document.createElement("div");
  bar.className = "player-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Live-Ansicht");
  const toggle = button("Pause", () => (view.playing ? view.pause() : view.play()));
  const show = () => (toggle.textContent = view.playing ? "Pause" : "Abspielen");
  view.onState = show;
  show();
  const label = document.createElement("label");
  const select = document.createElement("select");
  for (const speed of SPEEDS) {
    select.append(new Option(speed === 1 ? "normal" : `${String(speed).replace(".", ",")}-fach`, speed, speed === 1, speed === 1));
  }
  select.addEventListener("change", () => (view.speed = Number(select.value)));
  label.append("Tempo ", select);
  bar.append(
    toggle,
    button("Gebärde zurück", () => view.step(-1)),
    button("Gebärde weiter", () => view.step(1)),
    label,
    button("Von vorn ansehen", () => view.resetView()),
    button("Schließen", onClose),
  );
  return bar;
}
