// How far the elbows are bent, and so how the sleeves fold (docs/body.md): as the film does it.

import { MathUtils, Vector3 } from "three";

export class Folds {
  #turned = new Vector3();

  /** rows: the file's `bends`; joints: Map of the bones by name. */
  constructor(rows, joints) {
    this.bends = rows.map(({ joint, above, below, angles, morphs }) => ({
      bone: joints.get(joint),
      above: new Vector3(...above),
      below: new Vector3(...below),
      angles,
      morphs,
    }));
  }

  /** Adds the shapes of the joints' present turns to `weights`, a Map of morph name → 0 … 1. */
  add(weights) {
    for (const { bone, above, below, angles, morphs } of this.bends) {
      const cosine = this.#turned.copy(below).applyQuaternion(bone.quaternion).dot(above);
      const angle = MathUtils.radToDeg(Math.acos(MathUtils.clamp(cosine, -1, 1)));
      const next = angles.findIndex((one) => one > angle);
      const high = next < 0 ? angles.length - 1 : Math.max(next, 1);
      const share = MathUtils.clamp((angle - angles[high - 1]) / (angles[high] - angles[high - 1]), 0, 1);
      if (share < 1) weights.set(morphs[high - 1], 1 - share);
      if (share > 0) weights.set(morphs[high], share);
    }
  }
}
