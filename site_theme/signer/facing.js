// Draws the triangles that face the camera and no others, where the processor draws anyway: a renderer without a
// graphics card finds out after it has computed their corners, half of which belong to none that is seen.

import { BufferAttribute, DynamicDrawUsage } from "three";

export class Facing {
  #all;
  #index;

  /** geometry: posed (posed.js), its faces seen from their front only. */
  constructor(geometry) {
    this.geometry = geometry;
    this.#all = geometry.index.array;
    this.#index = new BufferAttribute(this.#all.slice(), 1).setUsage(DynamicDrawUsage);
    geometry.setIndex(this.#index);
    geometry.userData.triangles = this.#all; // for tests and tools
  }

  /** eye: where the camera is, [x, y, z] in the frame of `position`; to be called when vertices or camera have moved. */
  cull(position, [ex, ey, ez]) {
    const all = this.#all;
    const index = this.#index;
    const out = index.array;
    let used = 0;
    for (let at = 0; at < all.length; at += 3) {
      const a = 3 * all[at], b = 3 * all[at + 1], c = 3 * all[at + 2];
      const ax = position[a], ay = position[a + 1], az = position[a + 2];
      const ux = position[b] - ax, uy = position[b + 1] - ay, uz = position[b + 2] - az;
      const vx = position[c] - ax, vy = position[c + 1] - ay, vz = position[c + 2] - az;
      const facing = (uy * vz - uz * vy) * (ex - ax) + (uz * vx - ux * vz) * (ey - ay) + (ux * vy - uy * vx) * (ez - az);
      if (facing <= 0) continue;
      out[used] = all[at];
      out[used + 1] = all[at + 1];
      out[used + 2] = all[at + 2];
      used += 3;
    }
    this.geometry.setDrawRange(0, used);
    index.clearUpdateRanges();
    index.addUpdateRange(0, used);
    index.needsUpdate = true;
  }
}
