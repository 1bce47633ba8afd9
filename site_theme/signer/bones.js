// The signer's own bones, which shade hands and top (a11y/sign_avatar/stage/glsl/contact.glsl), where they are now.

import { Vector3 } from "three";

/** As many as the shader counts: fifteen of the fingers and four of the palm, twice. */
export const HAND_BONES = 38;
/** Upper and lower arm, twice. */
export const LIMBS = 4;

export class Bones {
  #ends = [];
  #place = new Vector3();

  constructor(count) {
    this.count = count;
    /** For the uniform: two times four floats a bone; without a radius, and so without shade, until told. */
    this.values = new Float32Array(8 * count);
  }

  /** rows: the file's `bones` or `limbs` (docs/body.md); joints: the skeleton's, in the file's order. */
  take(rows, joints) {
    this.#ends = rows.slice(0, this.count).flatMap(([joint, ...numbers], k) => {
      this.values[8 * k + 3] = numbers[6];
      return [0, 3].map((at) => ({ joint: joints[joint], place: new Vector3().fromArray(numbers, at) }));
    });
  }

  /** After the joints' matrices are those of the picture that is drawn. */
  follow() {
    this.#ends.forEach(({ joint, place }, k) => {
      this.#place.copy(place).applyMatrix4(joint.matrixWorld).toArray(this.values, 4 * k);
    });
  }
}
