// What a signing video gains with JavaScript: speed, size, replay of a sentence, a transcript that
// follows along. Without it the page stays whole.

import { offerLive } from "./live.js";
import { wait } from "./waiting.js";

const SPEEDS = [0.5, 0.75, 1, 1.25];

for (const signed of document.querySelectorAll(".signed")) enhanceSigned(signed);
wait(document.querySelectorAll("[data-pending]"), enhanceSigned);

function enhanceSigned(signed) {
  const figure = signed.querySelector("[data-player]");
  if (figure) enhance(figure);
  offerLive(signed);
}

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

  const chapters = signed.querySelector("[data-chapters]");
  if (list) followAlong(video, list);
  if (chapters) followChapters(video, chapters);
  spinner(figure, video);
}

// Over the still, from "play" until there is something to see.
function spinner(figure, video) {
  const spin = document.createElement("span");
  spin.className = "video__spin";
  spin.hidden = true;
  spin.setAttribute("role", "status");
  spin.innerHTML = '<span class="kern-sr-only">Das Video wird geladen …</span>';
  figure.append(spin);
  const show = () => (spin.hidden = video.paused || video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA);
  for (const event of ["play", "waiting", "playing", "canplay", "pause", "error", "seeked"]) {
    video.addEventListener(event, show);
  }
}

// Without scripts the links open the film at that time; with them they move the one on the page.
function followChapters(video, list) {
  const links = [...list.querySelectorAll("a[data-start]")];
  const starts = links.map((link) => Number(link.dataset.start));
  links.forEach((link, index) => link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab is what they want
    event.preventDefault();
    await ready(video);
    video.currentTime = starts[index] + 0.01;
    video.play().catch(() => {}); // a browser may refuse; its own button stays
  }));
  const mark = () => {
    const now = video.paused && video.currentTime === 0 ? -1 : starts.findLastIndex((start) => start <= video.currentTime);
    links.forEach((link, index) => {
      if (index === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  for (const event of ["timeupdate", "seeked", "play"]) video.addEventListener(event, mark);
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

async function ready(video) {
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) return;
  const loaded = new Promise((done) => video.addEventListener("loadedmetadata", done, { once: true }));
  video.preload = "auto"; // the reader has asked for it now
  video.load();
  await loaded;
}

async function playFrom(video, index) {
  await ready(video);
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
