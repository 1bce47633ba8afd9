// The hands' own bones, which shade them (a11y/sign_avatar/stage/glsl/contact.glsl), where they are now.

import { Vector3 } from "three";

/** As many as the shader counts: fifteen of the fingers and four of the palm, twice. */
export const BONES = 38;

export class HandBones {
  /** For the uniform `bones`: two times four floats a bone; without a radius, and so without shade, until told. */
  values = new Float32Array(8 * BONES);
  #ends = [];
  #place = new Vector3();

  /** rows: the file's `bones` (docs/body.md); joints: the skeleton's, in the file's order. */
  take(rows, joints) {
    this.#ends = rows.slice(0, BONES).flatMap(([joint, ...numbers], k) => {
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
