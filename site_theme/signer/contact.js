// The stage's contact.glsl on the processor, where the processor draws anyway: a bone that lies behind a vertex or is too far away
// to matter is passed over, which a shader cannot. A hand is shaded by its own bones; a picture may do one hand only.

import { DynamicDrawUsage } from "three";
import { HAND_BONES as BONES } from "./bones.js";

const DEPTH = 0.6; // as in contact.glsl
const FAR = 150; // radii squared: a bone takes a 250th of the sky at most
const OWN = BONES / 2;
const EACH = 8; // numbers a bone: from, radius squared, along, one by its length squared

export class Contact {
  #bones = new Float64Array(EACH * BONES);
  #sides = [[], []];

  /** geometry: of the hands, as they rest; its attribute `color` gets their shade. bones: theirs. */
  constructor({ attributes: { position, color } }, bones) {
    this.bones = bones;
    this.color = color.setUsage(DynamicDrawUsage);
    this.rest = color.array.slice();
    for (let row = 0; row < position.count; row++) this.#sides[position.getX(row) > 0 ? 0 : 1].push(row);
    this.#sides = this.#sides.map((rows) => Uint32Array.from(rows));
  }

  /** Shades a side's vertices (0 the left hand's), posed as in `position` and `normal`; the bones are where they are. */
  shade(side, { position, normal }) {
    const bones = this.#prepare();
    const { rest } = this;
    const out = this.color.array;
    const width = this.color.itemSize;
    const from = EACH * OWN * side;
    const to = from + EACH * OWN;
    for (const row of this.#sides[side]) {
      const at = 3 * row;
      const px = position[at], py = position[at + 1], pz = position[at + 2];
      const nx = normal[at], ny = normal[at + 1], nz = normal[at + 2];
      let open = 1;
      for (let k = from; k < to; k += EACH) {
        let dx = bones[k] - px, dy = bones[k + 1] - py, dz = bones[k + 2] - pz;
        const ax = bones[k + 4], ay = bones[k + 5], az = bones[k + 6];
        const height = nx * dx + ny * dy + nz * dz;
        if (height <= 0 && height + nx * ax + ny * ay + nz * az <= 0) continue; // both ends behind
        const share = Math.min(1, Math.max(0, -(dx * ax + dy * ay + dz * az) * bones[k + 7]));
        dx += share * ax;
        dy += share * ay;
        dz += share * az;
        const away = dx * dx + dy * dy + dz * dz;
        const size = bones[k + 3];
        if (away > FAR * size) continue;
        const facing = nx * dx + ny * dy + nz * dz;
        if (facing > 0) open *= 1 - (DEPTH * facing * Math.min(size / away, 1)) / Math.sqrt(away);
      }
      out[width * row] = rest[width * row] * open;
    }
    this.color.needsUpdate = true;
  }

  #prepare() {
    const { values } = this.bones;
    const out = this.#bones;
    for (let bone = 0; bone < BONES; bone++) {
      const at = 8 * bone;
      const k = EACH * bone;
      let length = 0;
      for (let part = 0; part < 3; part++) {
        out[k + part] = values[at + part];
        out[k + 4 + part] = values[at + 4 + part] - values[at + part];
        length += out[k + 4 + part] ** 2;
      }
      out[k + 3] = values[at + 3] ** 2;
      out[k + 7] = 1 / Math.max(length, 1e-9);
    }
    return out;
  }
}
