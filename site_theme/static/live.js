// The live view: the signer in three.js, moved by the same performances that the videos show.
// Opened by player.js when somebody asks for it; where WebGL is missing the video stays.

import * as THREE from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { unpack } from "./motion.js";

const FRAMING = { below: 0.27, back: 3.0, height: 0.96, crown: 1.61, depth: 0.08 }; // as the stage

let shared; // stage.json and the body are loaded once a page

async function load() {
  const stage = await (await fetch("/live/buehne.json")).json();
  const { scene } = await new GLTFLoader().loadAsync(stage.body);
  return { stage, scene };
}

/** Opens a live view in `host` for sentences at `addresses`; resolves once it can move. */
export async function open(host, addresses, { onSentence = () => {} } = {}) {
  shared ??= load();
  const { stage, scene } = await shared;
  const view = new LiveView(host, stage, scene, addresses, onSentence);
  await view.show(0);
  return view;
}

class LiveView {
  #last = 0;
  #motions = new Map();
  #bones = new Map();
  #faces = [];
  #pose = new THREE.Quaternion();
  #next = new THREE.Quaternion();

  constructor(host, stage, scene, addresses, onSentence) {
    this.host = host;
    this.addresses = addresses;
    this.onSentence = onSentence;
    this.index = 0;
    this.time = 0;
    this.speed = 1;
    this.playing = false;
    this.scene = new THREE.Scene();
    this.scene.background = backdrop(stage.background);
    this.scene.add(scene);
    light(this.scene);
    scene.traverse((node) => {
      if (node.isBone) this.#bones.set(node.name, node);
      if (node.isMesh) node.frustumCulled = false;
      if (node.isMesh && node.morphTargetDictionary) this.#faces.push(node);
    });
    this.renderer = new THREE.WebGLRenderer({ antialias: true });
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    const canvas = this.renderer.domElement;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Signer in 3D. Die Pfeiltasten drehen die Ansicht.");
    canvas.setAttribute("tabindex", "0");
    canvas.lang = "de";
    host.replaceChildren(canvas);
    this.#frame(scene, canvas);
    this.sizes = new ResizeObserver(() => this.#resize());
    this.sizes.observe(host);
    this.#resize();
  }

  #frame(scene, canvas) {
    const top = new THREE.Box3().setFromObject(scene).max.y;
    const scale = top / FRAMING.crown;
    const height = FRAMING.height * scale;
    const distance = FRAMING.back * scale;
    this.camera = new THREE.PerspectiveCamera(
      THREE.MathUtils.radToDeg(2 * Math.atan(height / 2 / distance)), 1, 0.1, 20);
    this.camera.position.set(0, top - FRAMING.below * scale, FRAMING.depth + distance);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.target.set(0, top - FRAMING.below * scale, FRAMING.depth);
    // Far enough to see a handshape from the side, never behind the signer's back.
    Object.assign(this.controls, {
      enablePan: false,
      minAzimuthAngle: -Math.PI / 2.6,
      maxAzimuthAngle: Math.PI / 2.6,
      minPolarAngle: Math.PI / 3,
      maxPolarAngle: Math.PI / 1.75,
      minDistance: distance * 0.45,
      maxDistance: distance * 1.15,
    });
    this.controls.addEventListener("change", () => this.draw());
    canvas.addEventListener("keydown", (event) => this.#turn(event));
    this.controls.update();
    this.controls.saveState();
  }

  #turn(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Home") return this.resetView();
    if (!step) return;
    event.preventDefault();
    const offset = this.camera.position.clone().sub(this.controls.target);
    const round = new THREE.Spherical().setFromVector3(offset);
    round.theta += 0.12 * step[0];
    round.phi += 0.08 * step[1];
    this.camera.position.setFromSpherical(round).add(this.controls.target);
    this.controls.update(); // keeps the limits
    this.draw();
  }

  resetView() {
    this.controls.reset();
    this.draw();
  }

  #resize() {
    const side = Math.max(64, Math.floor(this.host.clientWidth));
    this.renderer.setSize(side, side);
    this.draw();
  }

  async motion(index) {
    if (!this.#motions.has(index)) {
      const loading = fetch(this.addresses[index]).then(async (answer) => {
        if (!answer.ok) throw new Error(`motion ${answer.status}`);
        return unpack(await answer.arrayBuffer());
      });
      this.#motions.set(index, loading);
    }
    return this.#motions.get(index);
  }

  /** Go to a sentence; `time` in seconds. */
  async show(index, time = 0) {
    this.current = await this.motion(index);
    this.index = index;
    this.onSentence(index);
    this.seek(time);
    // The next one is there before this one ends.
    if (index + 1 < this.addresses.length) this.motion(index + 1).catch(() => {});
  }

  get duration() {
    return (this.current.frames - 1) / this.current.fps;
  }

  seek(time) {
    this.time = Math.min(Math.max(time, 0), this.duration);
    this.#apply(this.time);
    this.draw();
  }

  play() {
    if (this.playing) return;
    if (this.time >= this.duration && this.index + 1 >= this.addresses.length) {
      this.show(0).then(() => this.play());
      return;
    }
    this.playing = true;
    this.#last = performance.now();
    const tick = async () => {
      if (!this.playing) return;
      const time = this.time + this.#elapsed() * this.speed;
      if (time < this.duration) {
        this.seek(time);
      } else if (this.index + 1 < this.addresses.length) {
        await this.show(this.index + 1);
        this.#elapsed(); // waiting for the sentence is no part of it
      } else {
        this.seek(this.duration);
        this.pause();
        return;
      }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    this.onState?.();
  }

  #elapsed() {
    const now = performance.now();
    const seconds = (now - this.#last) / 1000;
    this.#last = now;
    return seconds;
  }

  pause() {
    this.playing = false;
    this.onState?.();
  }

  /** To the hold of the next (1) or previous (-1) sign. */
  async step(direction) {
    this.pause();
    const holds = this.current.marks.map((mark) => (mark.start + mark.end) / 2);
    const found = direction > 0
      ? holds.find((hold) => hold > this.time + 0.01)
      : holds.findLast((hold) => hold < this.time - 0.01);
    if (found !== undefined) this.seek(found);
    else if (this.addresses[this.index + direction]) {
      await this.show(this.index + direction);
      const marks = this.current.marks;
      const mark = direction > 0 ? marks[0] : marks.at(-1);
      if (mark) this.seek((mark.start + mark.end) / 2);
    }
    return this.current.marks.findLast((mark) => mark.start <= this.time + 0.01)?.gloss ?? "";
  }

  #apply(time) {
    const { joints, morphs, rotation, weight, frames, fps } = this.current;
    const position = Math.min(time * fps, frames - 1);
    const left = Math.min(Math.floor(position), frames - 2);
    const share = position - left;
    for (const bone of this.#bones.values()) bone.quaternion.identity();
    joints.forEach((name, joint) => {
      const bone = this.#bones.get(THREE.PropertyBinding.sanitizeNodeName(name));
      if (!bone) return;
      this.#pose.fromArray(rotation(left, joint)).normalize();
      this.#next.fromArray(rotation(left + 1, joint)).normalize();
      bone.quaternion.slerpQuaternions(this.#pose, this.#next, share);
    });
    for (const mesh of this.#faces) {
      mesh.morphTargetInfluences.fill(0);
      morphs.forEach((name, morph) => {
        const target = mesh.morphTargetDictionary[name];
        if (target === undefined) return;
        mesh.morphTargetInfluences[target] =
          (1 - share) * weight(left, morph) + share * weight(left + 1, morph);
      });
    }
  }

  /** World positions of joints, metres, Y up: [x, y, z] by name. For tests and tools. */
  positions() {
    this.scene.updateMatrixWorld(true);
    const out = {};
    for (const [name, bone] of this.#bones) out[name] = bone.getWorldPosition(new THREE.Vector3()).toArray();
    return out;
  }

  draw() {
    this.renderer.render(this.scene, this.camera);
  }

  close() {
    this.pause();
    this.sizes.disconnect();
    this.controls.dispose();
    this.renderer.dispose();
    this.renderer.domElement.remove();
    // The body belongs to the page's next live view too.
    this.scene.clear();
  }
}

function backdrop([top, bottom]) {
  const rows = 64;
  const data = new Uint8Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    const share = (1 - row / (rows - 1)) ** 1.4; // row 0 is the bottom of the picture
    for (let channel = 0; channel < 3; channel++) {
      data[4 * row + channel] = top[channel] * (1 - share) + bottom[channel] * share;
    }
    data[4 * row + 3] = 255;
  }
  const texture = new THREE.DataTexture(data, 1, rows);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.magFilter = THREE.LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

// Even light without shadows: the hands must read everywhere (BITV 2.0 Anlage 2 Teil 1).
function light(scene) {
  scene.add(new THREE.HemisphereLight(0xffffff, 0xc8c4c0, 2.0));
  const key = new THREE.DirectionalLight(0xffffff, 1.3);
  key.position.set(0.6, 1.8, 2.2);
  scene.add(key);
}
