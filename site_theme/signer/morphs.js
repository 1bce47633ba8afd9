// Morphs of face and sleeves on the CPU: of fifty only a few move at a time, and each moves a few hundred of the head's
// vertices. A shader that adds all fifty for every vertex costs a software renderer most of its frames.

import { DynamicDrawUsage } from "three";

const STILL = 1e-6;
const KINDS = ["position", "normal"];

export class Morphs {
  #moves = new Map();

  /**
   * geometry: of a mesh, whose `position` and `normal` are plain floats.
   * targets: Map of name → { position(), normal() }, each { rows, offsets } or null; asked for when first needed.
   */
  constructor(geometry, targets) {
    this.targets = targets;
    this.parts = KINDS.map((kind) => {
      const attribute = geometry.attributes[kind].setUsage(DynamicDrawUsage);
      return { kind, attribute, rest: attribute.array.slice() };
    });
    this.last = "";
  }

  /** weights: Map of morph name → 0 … 1, without zeros. */
  apply(weights) {
    const own = [...weights].filter(([name]) => this.targets.has(name));
    const key = own.map(([name, weight]) => `${name}${weight.toFixed(4)}`).join();
    if (key === this.last) return;
    this.last = key;
    for (const { kind, attribute, rest } of this.parts) {
      const out = attribute.array;
      out.set(rest);
      for (const [name, weight] of own) {
        const { rows, offsets } = this.#move(name)[kind] ?? EMPTY;
        for (let k = 0; k < rows.length; k++) {
          const at = 3 * rows[k];
          out[at] += weight * offsets[3 * k];
          out[at + 1] += weight * offsets[3 * k + 1];
          out[at + 2] += weight * offsets[3 * k + 2];
        }
      }
      attribute.needsUpdate = true;
    }
  }

  #move(name) {
    if (!this.#moves.has(name)) {
      const target = this.targets.get(name);
      this.#moves.set(name, Object.fromEntries(KINDS.map((kind) => [kind, target[kind]()])));
    }
    return this.#moves.get(name);
  }
}

const EMPTY = { rows: [], offsets: [] };

/** { rows, offsets } of a dense list of offsets, three floats a vertex. */
export function sparse(dense) {
  const rows = [];
  for (let row = 0; row < dense.length / 3; row++) {
    if (Math.abs(dense[3 * row]) + Math.abs(dense[3 * row + 1]) + Math.abs(dense[3 * row + 2]) > STILL) rows.push(row);
  }
  const offsets = new Float32Array(3 * rows.length);
  rows.forEach((row, k) => offsets.set(dense.subarray(3 * row, 3 * row + 3), 3 * k));
  return { rows: Uint32Array.from(rows), offsets };
}
