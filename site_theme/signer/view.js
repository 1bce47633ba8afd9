// The signer in three.js, moved by the same performances that the films show. No controls, no page: element.js.

import * as THREE from "three";
import { fetchBody, openBody } from "./body.js";
import { fetchMotion } from "./motion.js";
import { Pace } from "./pace.js";
import { background, Fence, openSurface } from "./surface.js";
import { Turntable } from "./turntable.js";

const PICTURES = 250; // ms the first frame waits for the skin's picture at most
// Where there is time a processor draws more pixels than the page shows: that smooths edges, which multisampling would
// cost it a third of its frames.
const MOST_BY_PROCESSOR = 1.5;
const LEAST_EDGE = 400; // pixels; below that hands blur, and a processor wins little
const SHARPEST = 1440; // pixels along an edge of what stands still
// With so many frames a second more pixels are tried. A processor that keeps to the aim may have half its time left:
// frames are shown at every second turn of the screen.
const EASY = { processor: 28, card: 50 };
const LOOK = 2; // ms until it is asked again whether there is room for a frame
const SHORTEST = 30; // ms a frame of a processor: performances have 25 a second
const LONGEST = 500; // ms a frame, more is no slow frame
const STILL = 150; // ms without movement, then the picture is drawn with all its pixels

/**
 * A view in `host` of a manifest (docs/live.md); resolves when the signer stands there, ready to move.
 * surface: of openSurface, where it was opened while the manifest was on its way.
 */
export async function openView(host, manifest, handlers = {}, surface = openSurface(host.clientWidth * devicePixelRatio)) {
  const first = fetchMotion(manifest.sentences[0].motion);
  first.catch(() => {}); // told when it is asked for
  const bytes = fetchBody(manifest.body);
  const view = new View(host, manifest, handlers, { first, surface });
  try {
    const body = await openBody(await bytes, { simple: view.software });
    performance.mark("klarhand-body");
    await view.dress(body);
    await view.show(0);
    surface.warm();
    performance.mark("klarhand-posed");
  } catch (error) {
    view.close();
    throw error;
  }
  return view;
}

class View {
  #motions = new Map();
  #bones = new Map();
  #shapes = [];
  #folds = null;
  #posed = () => {};
  #pose = new THREE.Quaternion();
  #next = new THREE.Quaternion();
  #buffer = [0, 0, 0, 1];
  #last = 0;
  #sequence = 0;

  constructor(host, manifest, { onSentence = () => {}, onSign = () => {}, onState = () => {} }, { first, surface }) {
    Object.assign(this, { host, onSentence, onSign, onState, framing: manifest.framing });
    this.sentences = manifest.sentences;
    this.#motions.set(0, first);
    this.index = 0;
    this.time = 0;
    this.speed = 1;
    this.playing = false;
    this.gloss = "";
    this.scene = new THREE.Scene();
    this.software = surface.software;
    this.renderer = surface.renderer;
    this.fence = new Fence(surface.context);
    this.scene.background = background(manifest.background, surface);
    const canvas = this.renderer.domElement;
    canvas.addEventListener("webglcontextlost", () => this.#lost());
    host.append(canvas);
    const { least, most } = this.#limits();
    const start = this.software ? canvas.width / Math.max(1, host.clientWidth) : most;
    const easy = EASY[this.software ? "processor" : "card"];
    this.pace = new Pace({ start, least, most, easy, onChange: () => this.#resize() });
    this.#aim(canvas);
    this.sizes = new ResizeObserver(() => this.#resize());
    this.sizes.observe(host);
    this.#resize();
  }

  // The camera of the stage, so that film and live view show the same picture.
  #aim(canvas) {
    const { centre, distance, height } = this.framing;
    const angle = 2 * Math.atan(height / 2 / distance);
    this.camera = new THREE.PerspectiveCamera(THREE.MathUtils.radToDeg(angle), 1, 0.1, 20);
    this.turntable = new Turntable(this.camera, canvas, { target: centre, distance, onChange: () => this.draw() });
  }

  async dress({ scene, bones, shapes, folds, pictures, pose }) {
    this.#bones = bones;
    this.#shapes = shapes;
    this.#folds = folds;
    this.#posed = pose;
    this.scene.add(scene);
    const late = new Promise((done) => setTimeout(done, PICTURES, "late"));
    const shown = pictures.catch((error) => console.warn("live view: a picture is missing", error));
    if ((await Promise.race([shown, late])) === "late") shown.then(() => this.draw());
    this.dressed = true;
    this.#rest(); // called off where playing begins at once
  }

  #lost() {
    if (this.closed) return; // given back by close(), not taken away
    this.pause();
    this.onState("lost");
  }

  // Pixels per CSS pixel, of which a screen has more than one, and four where somebody enlarges the page to 400 %.
  #limits() {
    const side = Math.max(64, Math.floor(this.host.clientWidth));
    const shown = Math.max(1, Math.min(devicePixelRatio, SHARPEST / side));
    const least = Math.min(shown, LEAST_EDGE / side);
    return { side, shown, least, most: this.software ? MOST_BY_PROCESSOR * shown : Math.min(shown, 2) };
  }

  #resize() {
    const { side, shown, least, most } = this.#limits();
    Object.assign(this.pace, { least, most });
    const ratio = Math.min(most, Math.max(least, this.pace.ratio));
    const edge = Math.round(side * (this.sharp ? Math.max(shown, ratio) : ratio));
    if (edge === this.renderer.domElement.width) return;
    this.renderer.setSize(edge, edge, false);
    this.draw();
  }

  // What stands still need not be quick: a held handshape is drawn with every pixel the page shows.
  #rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.#sharpen(true), STILL);
  }

  #sharpen(on) {
    clearTimeout(this.resting);
    this.sharp = on;
    this.#resize();
  }

  #motion(index) {
    if (!this.#motions.has(index)) {
      const loading = fetchMotion(this.sentences[index].motion);
      loading.catch(() => this.#motions.delete(index)); // asked again next time
      this.#motions.set(index, loading);
    }
    return this.#motions.get(index);
  }

  /** Go to a sentence; `time` in seconds. */
  async show(index, time = 0) {
    const asked = ++this.#sequence;
    const motion = await this.#motion(index);
    await motion.until(time);
    if (asked !== this.#sequence) return; // somebody wanted another one meanwhile
    this.current = motion;
    this.index = index;
    this.onSentence(index);
    this.seek(time);
    // The next one is there before this one ends.
    if (index + 1 < this.sentences.length) this.#motion(index + 1).catch(() => {});
  }

  get duration() {
    return this.current.duration;
  }

  seek(time) {
    this.time = Math.min(Math.max(time, 0), this.current.shown);
    this.#apply(this.time);
    this.draw();
    const mark = this.current.marks.find((one) => one.start <= this.time + 0.01 && this.time < one.end);
    const gloss = mark?.gloss ?? "";
    if (gloss !== this.gloss) this.onSign((this.gloss = gloss), mark?.shown ?? "");
  }

  async play() {
    if (this.playing) return;
    this.playing = true;
    this.#sharpen(false);
    if (this.time >= this.duration && this.index + 1 >= this.sentences.length) await this.show(0);
    this.#last = performance.now();
    this.pace.restart();
    this.onState("playing");
    this.#later();
  }

  // A processor that draws begins a frame when it has room for one: waiting for the screen's turn it would stand still
  // for a third of the time.
  #later() {
    if (this.software && !document.hidden) setTimeout(() => this.#tick(), LOOK);
    else requestAnimationFrame(() => this.#tick());
  }

  // One frame at a time; a processor poses the next one while one is being drawn, and needs no more than it can show.
  #busy(now) {
    const { pending } = this.fence;
    if (!this.software || !this.moved) return pending > 0;
    return pending > 1 || now - this.#last < SHORTEST;
  }

  async #tick() {
    if (!this.playing) return;
    const now = performance.now();
    if (this.#busy(now)) return this.#later();
    const passed = now - this.#last;
    const time = this.time + (Math.min(passed, LONGEST) / 1000) * this.speed;
    this.#last = now;
    if (passed > LONGEST) this.pace.restart(); // the page was hidden: signing goes on where it was
    try {
      if (time < this.duration) {
        if (time > this.current.shown) await this.#wait(time);
        else this.pace.frame(now);
        this.seek(time);
        if (!this.moved && this.time > 0) {
          this.moved = true;
          performance.mark("klarhand-first-movement"); // the fence has passed: the first picture is there
        }
      } else if (this.index + 1 < this.sentences.length) {
        await this.show(this.index + 1);
        this.#last = performance.now(); // waiting for the sentence is no part of it
      } else {
        this.seek(this.duration);
        this.pause();
        return;
      }
    } catch (error) {
      console.warn("live view", error);
      this.pause();
      this.onState("failed");
      return;
    }
    this.#later();
  }

  // A slow line: hold the pose until what comes next has arrived.
  async #wait(time) {
    await this.current.until(time);
    this.#last = performance.now();
    this.pace.restart();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.#rest();
    this.onState("paused");
  }

  /** To the hold of the next (1) or previous (-1) sign; resolves to its gloss, "" where there is none. */
  async step(direction) {
    this.pause();
    const found = hold(this.current.marks, this.time, direction);
    if (found !== undefined) {
      await this.current.until(found);
      this.seek(found);
    } else if (this.sentences[this.index + direction]) {
      await this.show(this.index + direction);
      const mark = direction > 0 ? this.current.marks[0] : this.current.marks.at(-1);
      if (mark) {
        await this.current.until(middle(mark));
        this.seek(middle(mark));
      }
    }
    return this.gloss;
  }

  #apply(time) {
    const { joints, morphs, fps, ready } = this.current;
    const position = Math.min(time * fps, ready - 1);
    const left = Math.max(0, Math.min(Math.floor(position), ready - 2));
    const right = Math.min(left + 1, ready - 1);
    const share = position - left;
    for (const bone of this.#bones.values()) bone.quaternion.identity();
    joints.forEach((name, joint) => {
      const bone = this.#bones.get(THREE.PropertyBinding.sanitizeNodeName(name));
      if (!bone) return;
      this.#pose.fromArray(this.current.rotation(left, joint, this.#buffer)).normalize();
      this.#next.fromArray(this.current.rotation(right, joint, this.#buffer)).normalize();
      bone.quaternion.slerpQuaternions(this.#pose, this.#next, share);
    });
    const weights = new Map();
    morphs.forEach((name, morph) => {
      const weight = (1 - share) * this.current.weight(left, morph) + share * this.current.weight(right, morph);
      if (weight > 1e-4) weights.set(name, weight);
    });
    this.#folds.add(weights);
    for (const shape of this.#shapes) shape.apply(weights);
  }

  resetView() {
    this.turntable.reset();
  }

  /** World positions of joints, metres, Y up: { name: [x, y, z] }. For tests and tools. */
  positions() {
    this.scene.updateMatrixWorld(true);
    const out = {};
    for (const [name, bone] of this.#bones) out[name] = bone.getWorldPosition(new THREE.Vector3()).toArray();
    return out;
  }

  draw() {
    if (!this.dressed) return;
    this.#posed(this.camera.position.toArray(), { whole: !this.playing });
    this.renderer.render(this.scene, this.camera);
    this.fence.set();
  }

  close() {
    this.closed = true;
    this.pause();
    clearTimeout(this.resting);
    this.sizes.disconnect();
    this.turntable.close();
    this.scene.traverse((node) => {
      node.geometry?.dispose();
      node.material?.uniforms?.map?.value?.dispose();
      node.material?.dispose();
    });
    this.renderer.dispose();
    this.renderer.forceContextLoss(); // a page may open many, browsers allow few
    this.renderer.domElement.remove();
  }
}

const middle = (mark) => (mark.start + mark.end) / 2;

function hold(marks, time, direction) {
  const holds = marks.map(middle);
  return direction > 0 ? holds.find((at) => at > time + 0.01) : holds.findLast((at) => at < time - 0.01);
}
