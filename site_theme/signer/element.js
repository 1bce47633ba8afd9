// <klarhand-signer src="…/live/einheit/<key>.json">: the signer on any page, in one file without a network of its own.
//
// src         address of the manifest (docs/live.md)
// autoplay    begins by itself, unless the reader has asked for less motion
// untertitel  "aus" hides the German sentence; glossen  "an" shows glosses
// hinweis     "aus" where the page itself says that nobody has reviewed the signing
// schliessbar offers a button "Schließen", which fires `klarhand-zu`
// What stands between the tags is shown where scripts or WebGL are missing, and behind "Film zeigen".

import { button, make, pressed } from "./dom.js";
import CSS from "./style.css";
import { openSurface, WebGLMissingError } from "./surface.js";
import { openView } from "./view.js";
import { speedName, WORDS } from "./words.js";

const SPEEDS = [0.5, 0.75, 1, 1.25];
const LESS_MOTION = matchMedia("(prefers-reduced-motion: reduce)");
const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);

export class KlarhandSigner extends HTMLElement {
  static observedAttributes = ["src"];

  constructor() {
    super();
    this.root = this.attachShadow({ mode: "open" });
    this.root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#open();
  }

  disconnectedCallback() {
    this.#shut();
  }

  attributeChangedCallback(_name, before) {
    if (before !== null && this.isConnected) this.#open();
  }

  #shut() {
    this.opening = null;
    this.view?.close();
    this.view = null;
  }

  async #open() {
    performance.mark("klarhand-script");
    this.#shut();
    const opening = (this.opening = {}); // a newer one makes this one stale
    const parts = (this.parts = this.#build());
    this.root.replaceChildren(...parts.all);
    let manifest;
    try {
      const coming = fetchManifest(this.getAttribute("src"));
      const surface = attempt(() => openSurface(parts.stage.clientWidth * devicePixelRatio)); // takes as long as the manifest, which is on its way
      performance.mark("klarhand-surface");
      manifest = await coming.catch((error) => {
        surface.made?.close();
        throw error;
      });
      if (this.opening !== opening) return surface.made?.close();
      this.manifest = manifest;
      this.#describe(manifest);
      if (surface.error) throw surface.error;
      const view = await openView(parts.stage, manifest, {
        onSentence: (index) => this.#sentence(index),
        onSign: (gloss, shown) => this.#sign(gloss, shown),
        onState: (state) => this.#state(state),
      }, surface.made);
      if (this.opening !== opening) return view.close();
      this.#start(view);
    } catch (error) {
      if (this.opening !== opening) return;
      console.warn("klarhand-signer", error);
      const missing = error instanceof WebGLMissingError;
      this.#fail(missing ? WORDS.noWebgl : WORDS.noData, { again: !missing });
    }
  }

  #build() {
    const stage = make("div", { class: "stage" });
    const wait = make("div", { class: "wait" }, make("span", { class: "spin" }), make("p", { role: "status" }, WORDS.loading));
    stage.append(wait, make("span", { class: "mark", "aria-hidden": "true" }, "DGS"));
    const draft = make("p", { class: "draft" }, WORDS.draft);
    const caption = make("p", { class: "line caption", lang: "de" });
    const gloss = make("p", { class: "line gloss", lang: "de" });
    caption.hidden = this.getAttribute("untertitel") === "aus";
    gloss.hidden = this.getAttribute("glossen") !== "an";
    const told = make("div", { class: "told" });
    const bar = make("div", { class: "bar", role: "group", "aria-label": WORDS.group });
    const film = make("div", { class: "film" }, make("slot"));
    film.hidden = told.hidden = bar.hidden = draft.hidden = true;
    const all = [stage, film, draft, caption, gloss, told, bar];
    return { stage, wait, draft, caption, gloss, told, bar, film, all };
  }

  #describe(manifest) {
    const { wait, draft } = this.parts;
    if (manifest.film?.poster) {
      wait.style.backgroundImage = `url("${encodeURI(manifest.film.poster)}")`;
      wait.dataset.poster = "";
    }
    draft.hidden = manifest.reviewed || this.getAttribute("hinweis") === "aus";
  }

  #start(view) {
    this.view = view;
    const { stage, wait, bar } = this.parts;
    wait.remove();
    stage.toggleAttribute("data-plain", view.software);
    const canvas = stage.querySelector("canvas");
    const help = make("span", { class: "sr", id: "help" }, WORDS.help);
    stage.append(help);
    for (const [name, value] of Object.entries({
      role: "img", tabindex: "0", lang: "de", "aria-describedby": "help", "aria-label": `${WORDS.picture}: ${this.manifest.title}`,
    })) canvas.setAttribute(name, value);
    canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#fill(bar);
    bar.hidden = false;
    this.#sentence(view.index);
    this.dispatchEvent(new CustomEvent("klarhand-bereit", { bubbles: true }));
    if (this.hasAttribute("autoplay") && !LESS_MOTION.matches) view.play();
  }

  #fill(bar) {
    const { parts, view } = this;
    this.toggle = button(WORDS.play, () => this.#toggle());
    const select = make("select");
    for (const speed of SPEEDS) select.append(new Option(speedName(speed), speed, speed === 1, speed === 1));
    select.addEventListener("change", () => (view.speed = Number(select.value)));
    this.filmButton = pressed(WORDS.film, false, (on) => this.#film(on));
    bar.replaceChildren(
      this.toggle,
      button(WORDS.back, () => this.step(-1)),
      button(WORDS.next, () => this.step(1)),
      button(WORDS.repeat, () => this.replay()),
      make("label", {}, `${WORDS.speed} `, select),
      pressed(WORDS.captions, !parts.caption.hidden, (on) => (parts.caption.hidden = !on)),
      pressed(WORDS.glosses, !parts.gloss.hidden, (on) => (parts.gloss.hidden = !on)),
      button(WORDS.front, () => view.resetView()),
    );
    if (this.childElementCount || this.manifest.film) bar.append(this.filmButton);
    if (this.hasAttribute("schliessbar")) bar.append(button(WORDS.close, () => this.#close()));
    this.#state("paused");
  }

  #toggle() {
    if (this.view.playing) this.view.pause();
    else this.view.play();
  }

  #close() {
    this.dispatchEvent(new CustomEvent("klarhand-zu", { bubbles: true }));
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === " ") this.#toggle();
    else if (event.key === ",") this.step(-1);
    else if (event.key === ".") this.step(1);
    else return;
    event.preventDefault();
  }

  #sentence(index) {
    this.parts.caption.textContent = this.manifest.sentences[index].german;
    this.#sign("", "");
    this.dispatchEvent(new CustomEvent("klarhand-satz", { bubbles: true, detail: { index } }));
  }

  #sign(gloss, shown) {
    this.parts.gloss.replaceChildren(gloss, ...(shown ? [make("span", { class: "shown" }, shown)] : []));
    this.dispatchEvent(new CustomEvent("klarhand-gebaerde", { bubbles: true, detail: { gloss, shown } }));
  }

  #state(state) {
    if (this.toggle) this.toggle.textContent = state === "playing" ? WORDS.pause : WORDS.play;
    if (state === "failed") this.#tell(WORDS.noData, { again: true });
    if (state === "lost") this.#fail(WORDS.lost, { again: true });
  }

  #film(on) {
    this.view?.pause();
    const { stage, film, caption, gloss } = this.parts;
    if (on && !this.childElementCount && !film.querySelector("video")) film.append(filmOf(this.manifest));
    film.hidden = !on;
    stage.hidden = on;
    caption.classList.toggle("sr", on);
    gloss.classList.toggle("sr", on);
    if (!on) for (const video of this.querySelectorAll("video")) video.pause();
    if (!on) film.querySelector("video")?.pause();
  }

  // Nothing to look at live: the page's own film, or the manifest's, takes its place.
  #fail(message, { again }) {
    this.#shut();
    const { stage, film, caption, gloss, bar } = this.parts;
    stage.hidden = caption.hidden = gloss.hidden = bar.hidden = true;
    film.hidden = false;
    if (!this.childElementCount) film.append(this.manifest?.film ? filmOf(this.manifest) : WORDS.noFilm);
    this.#tell(again || !this.manifest?.film ? message : `${message} ${WORDS.seeFilm}`, { again });
    this.dispatchEvent(new CustomEvent("klarhand-fehler", { bubbles: true, detail: { message } }));
  }

  #tell(message, { again }) {
    const { told } = this.parts;
    told.replaceChildren(make("p", { role: "status" }, message));
    if (again) told.append(button(WORDS.retry, () => this.#open()));
    told.hidden = false;
  }

  // --- for pages and tests ------------------------------------------------------------------------

  play() {
    return this.view?.play();
  }

  pause() {
    this.view?.pause();
  }

  /** To the hold of the next (1) or previous (-1) sign. */
  step(direction) {
    return this.view?.step(direction);
  }

  /** From the beginning of the sentence. */
  async replay() {
    await this.view.show(this.view.index);
    return this.view.play();
  }

  /** From the beginning of sentence `index` on. */
  async playFrom(index) {
    await this.view?.show(index);
    return this.view?.play();
  }
}

// { made } of a function or the { error } it threw.
function attempt(make) {
  try {
    return { made: make() };
  } catch (error) {
    return { error };
  }
}

async function fetchManifest(address) {
  if (!address) throw new Error("klarhand-signer needs src, the address of a manifest");
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`manifest: HTTP ${answer.status}`);
  const manifest = await answer.json();
  if (manifest.version !== 1) throw new Error(`manifest version ${manifest.version} is not supported`);
  // Addresses in it are relative to it.
  const whole = (path) => path && new URL(path, answer.url).href;
  manifest.body = whole(manifest.body);
  for (const sentence of manifest.sentences) sentence.motion = whole(sentence.motion);
  for (const name of ["mp4", "webm", "poster", "captions"]) if (manifest.film) manifest.film[name] = whole(manifest.film[name]);
  return manifest;
}

function filmOf({ film, title }) {
  const video = make("video", { controls: "", preload: "none", playsinline: "", lang: "gsg", "aria-label": `${title} – Film in Deutscher Gebärdensprache` });
  if (film.poster) video.poster = film.poster;
  if (film.webm) video.append(make("source", { src: film.webm, type: film.webmType ?? "video/webm" }));
  video.append(make("source", { src: film.mp4, type: "video/mp4" }));
  return video;
}

if (!customElements.get("klarhand-signer")) customElements.define("klarhand-signer", KlarhandSigner);
