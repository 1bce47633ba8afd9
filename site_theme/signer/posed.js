// Poses a mesh on the processor, where the processor draws anyway: a renderer without a graphics card fetches sixteen
// texels a corner to do the same, and computes a vertex that several triangles share more than once.

import { BufferAttribute, DynamicDrawUsage } from "three";

const INFLUENCES = 4;
const KINDS = ["position", "normal"];

export class Posed {
  /** The mesh before any joint moves it: attributes `position` and `normal`, plain floats, which morphs may change. */
  rest = { attributes: {} };
  #posed = {};
  #joints;
  #weights;

  /** Where the joints have brought it: { position, normal }, three floats a vertex; normals a little off one in length. */
  get out() {
    return { position: this.#posed.position.array, normal: this.#posed.normal.array };
  }

  /** mesh: skinned, its `position` and `normal` plain floats; from now on they are where the joints bring them. */
  constructor({ geometry }) {
    for (const kind of KINDS) {
      this.rest.attributes[kind] = geometry.attributes[kind];
      const posed = new BufferAttribute(geometry.attributes[kind].array.slice(), 3).setUsage(DynamicDrawUsage);
      geometry.setAttribute(kind, posed);
      this.#posed[kind] = posed;
    }
    geometry.userData.rest = this.rest; // for tests and tools
    const { skinIndex, skinWeight } = geometry.attributes;
    this.#joints = new Uint16Array(INFLUENCES * skinIndex.count); // where the joint's matrix begins
    this.#weights = new Float32Array(INFLUENCES * skinIndex.count); // the first zero ends a vertex
    for (let row = 0; row < skinIndex.count; row++) {
      let used = INFLUENCES * row;
      for (let part = 0; part < INFLUENCES; part++) {
        const weight = skinWeight.getComponent(row, part);
        if (weight === 0) continue;
        this.#joints[used] = 16 * skinIndex.getComponent(row, part);
        this.#weights[used++] = weight;
      }
    }
  }

  /** matrices: sixteen floats a joint, columns first, from rest to where it is now. */
  pose(matrices) {
    const from = this.rest.attributes.position.array;
    const turnedFrom = this.rest.attributes.normal.array;
    const to = this.#posed.position.array;
    const turnedTo = this.#posed.normal.array;
    const joints = this.#joints;
    const weights = this.#weights;
    for (let at = 0, first = 0; at < to.length; at += 3, first += INFLUENCES) {
      let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, x = 0, y = 0, z = 0;
      for (let part = first; part < first + INFLUENCES; part++) {
        const weight = weights[part];
        if (weight === 0) break;
        const m = joints[part];
        a += weight * matrices[m];
        b += weight * matrices[m + 1];
        c += weight * matrices[m + 2];
        d += weight * matrices[m + 4];
        e += weight * matrices[m + 5];
        f += weight * matrices[m + 6];
        g += weight * matrices[m + 8];
        h += weight * matrices[m + 9];
        i += weight * matrices[m + 10];
        x += weight * matrices[m + 12];
        y += weight * matrices[m + 13];
        z += weight * matrices[m + 14];
      }
      const px = from[at], py = from[at + 1], pz = from[at + 2];
      to[at] = a * px + d * py + g * pz + x;
      to[at + 1] = b * px + e * py + h * pz + y;
      to[at + 2] = c * px + f * py + i * pz + z;
      const nx = turnedFrom[at], ny = turnedFrom[at + 1], nz = turnedFrom[at + 2];
      turnedTo[at] = a * nx + d * ny + g * nz;
      turnedTo[at + 1] = b * nx + e * ny + h * nz;
      turnedTo[at + 2] = c * nx + f * ny + i * nz;
    }
    this.#posed.position.needsUpdate = true;
    this.#posed.normal.needsUpdate = true;
  }
}
