// Turns the camera around the signer: drag sideways, arrow keys, wheel with Ctrl, Home. Within limits: far
// enough to see a handshape from the side, never behind the signer's back. Vertical swipes still scroll the page.

import { MathUtils, Spherical, Vector3 } from "three";

const LIMITS = { theta: [-Math.PI / 2.6, Math.PI / 2.6], phi: [Math.PI / 3, Math.PI / 1.75], zoom: [0.45, 1.15] };
const KEYS = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, -0.08], ArrowDown: [0, 0.08] };
const LIFT = 0.14; // metres a near look is raised: fingers and lips are read above the middle of the picture
const ZOOM_KEYS = { "+": 0.9, "-": 1 / 0.9 };

export class Turntable {
  constructor(camera, canvas, { target, distance, onChange }) {
    Object.assign(this, { camera, canvas, distance, onChange });
    this.middle = new Vector3(...target);
    this.target = new Vector3();
    this.place = new Spherical();
    this.ending = new AbortController();
    const { signal } = this.ending;
    canvas.style.touchAction = "pan-y";
    canvas.addEventListener("pointerdown", (event) => this.#grab(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.#drag(event), { signal });
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { signal, passive: false });
    canvas.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.reset();
  }

  reset() {
    this.place.set(this.distance, Math.PI / 2, 0);
    this.#move(0, 0, 1);
  }

  close() {
    this.ending.abort();
  }

  #move(theta, phi, zoom) {
    this.place.theta = MathUtils.clamp(this.place.theta + theta, ...LIMITS.theta);
    this.place.phi = MathUtils.clamp(this.place.phi + phi, ...LIMITS.phi);
    const [near, far] = LIMITS.zoom;
    this.place.radius = MathUtils.clamp(this.place.radius * zoom, this.distance * near, this.distance * far);
    const closeness = Math.max(0, (1 - this.place.radius / this.distance) / (1 - near));
    this.target.copy(this.middle).y += LIFT * closeness;
    this.camera.position.setFromSpherical(this.place).add(this.target);
    this.camera.lookAt(this.target);
    this.onChange();
  }

  #grab(event) {
    this.last = [event.clientX, event.clientY];
    this.canvas.setPointerCapture(event.pointerId);
  }

  #drag(event) {
    if (!event.buttons || !this.last) return;
    const [x, y] = this.last;
    const size = this.canvas.clientWidth || 1;
    this.last = [event.clientX, event.clientY];
    this.#move((-3 * (event.clientX - x)) / size, (-2 * (event.clientY - y)) / size, 1);
  }

  #wheel(event) {
    if (!event.ctrlKey) return; // a plain wheel scrolls the page
    event.preventDefault();
    this.#move(0, 0, event.deltaY > 0 ? 1 / 0.92 : 0.92);
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Home") this.reset();
    else if (KEYS[event.key]) this.#move(...KEYS[event.key], 1);
    else if (ZOOM_KEYS[event.key]) this.#move(0, 0, ZOOM_KEYS[event.key]);
    else return;
    event.preventDefault();
  }
}
