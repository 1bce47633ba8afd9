// Face morphs on the CPU: of fifty only a few move at a time, and each moves a few hundred of the head's
// vertices. A shader that adds all fifty for every vertex costs a software renderer most of its frames.

import { BufferAttribute, DynamicDrawUsage } from "three";

const STILL = 1e-6;

export class Morphs {
  /** mesh: a three.js mesh; targets: [{ name, position, normal }] of BufferAttributes with offsets. */
  constructor(mesh, targets) {
    const { geometry } = mesh;
    this.parts = ["position", "normal"].map((kind) => {
      const rest = floats(geometry.attributes[kind]);
      const attribute = new BufferAttribute(rest.slice(), 3).setUsage(DynamicDrawUsage);
      geometry.setAttribute(kind, attribute);
      const moves = new Map(targets.filter((t) => t[kind]).map((t) => [t.name, sparse(floats(t[kind]))]));
      return { rest, attribute, moves };
    });
    this.names = targets.map((target) => target.name);
    this.last = "";
  }

  /** weights: Map of morph name → 0 … 1, without zeros. */
  apply(weights) {
    const own = this.names.filter((name) => weights.has(name)).map((name) => [name, weights.get(name)]);
    const key = own.map(([name, weight]) => `${name}${weight.toFixed(4)}`).join();
    if (key === this.last) return;
    this.last = key;
    for (const { rest, attribute, moves } of this.parts) {
      const out = attribute.array;
      out.set(rest);
      for (const [name, weight] of own) {
        const { rows, offsets } = moves.get(name) ?? EMPTY;
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
}

const EMPTY = { rows: [], offsets: [] };

// Whatever the file's integers are: plain floats, tightly packed.
function floats(attribute) {
  const out = new Float32Array(3 * attribute.count);
  for (let row = 0; row < attribute.count; row++) {
    out[3 * row] = attribute.getX(row);
    out[3 * row + 1] = attribute.getY(row);
    out[3 * row + 2] = attribute.getZ(row);
  }
  return out;
}

function sparse(dense) {
  const rows = [];
  for (let row = 0; row < dense.length / 3; row++) {
    if (Math.abs(dense[3 * row]) + Math.abs(dense[3 * row + 1]) + Math.abs(dense[3 * row + 2]) > STILL) rows.push(row);
  }
  const offsets = new Float32Array(3 * rows.length);
  rows.forEach((row, k) => offsets.set(dense.subarray(3 * row, 3 * row + 3), 3 * k));
  return { rows: Uint32Array.from(rows), offsets };
}
