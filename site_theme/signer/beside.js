// The top's shade about arms that lie before it (contact.glsl) on the processor, where the processor draws anyway: what
// is turned away and arms too far aside are passed over, which a shader cannot.

import { DynamicDrawUsage } from "three";
import { LIMBS } from "./bones.js";

const BEHIND = 0.5, HALO = 0.055, BEFORE = 0.04; // as in contact.glsl
const AWAY = -0.3; // cosine to the camera, below which no triangle with that corner is seen
const EACH = 8; // numbers a limb: from, radius, along, reach

export class Beside {
  #own;
  #limbs = new Float64Array(EACH * LIMBS);

  /**
   * geometry: of the top; the second number of its attribute `color` gets the shade.
   * arms: the Bones before it; own: shares of each limb in each vertex: a sleeve is not darkened by the arm in it.
   */
  constructor({ attributes: { color } }, arms, own) {
    this.arms = arms;
    this.color = color.setUsage(DynamicDrawUsage);
    this.#own = own;
  }

  /** Shades vertices posed as in `position` and `normal`, seen from `eye`, [x, y, z] in the same frame. */
  shade({ position, normal }, [ex, ey, ez]) {
    const limbs = this.#prepare();
    const own = this.#own;
    const { array, itemSize, count } = this.color;
    for (let row = 0; row < count; row++) {
      const at = 3 * row;
      const px = position[at], py = position[at + 1], pz = position[at + 2];
      let vx = ex - px, vy = ey - py, vz = ez - pz;
      const length = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
      vx *= length;
      vy *= length;
      vz *= length;
      if (normal[at] * vx + normal[at + 1] * vy + normal[at + 2] * vz < AWAY) continue;
      let open = 1;
      for (let limb = 0, k = 0; limb < LIMBS; limb++, k += EACH) {
        let dx = limbs[k] - px, dy = limbs[k + 1] - py, dz = limbs[k + 2] - pz;
        const far = dx * vx + dy * vy + dz * vz;
        dx -= far * vx;
        dy -= far * vy;
        dz -= far * vz;
        const reach = limbs[k + 7];
        if (dx * dx + dy * dy + dz * dz > reach * reach) continue;
        const ax = limbs[k + 4], ay = limbs[k + 5], az = limbs[k + 6];
        const rise = ax * vx + ay * vy + az * vz;
        if (far <= 0 && far + rise <= 0) continue; // both ends behind
        const bx = ax - rise * vx, by = ay - rise * vy, bz = az - rise * vz;
        const wide = Math.max(bx * bx + by * by + bz * bz, 1e-9);
        const share = Math.min(1, Math.max(0, -(dx * bx + dy * by + dz * bz) / wide));
        dx += share * bx;
        dy += share * by;
        dz += share * bz;
        const aside = Math.sqrt(dx * dx + dy * dy + dz * dz) - limbs[k + 3];
        if (aside >= HALO) continue;
        open *= 1 - BEHIND * (1 - own[LIMBS * row + limb]) * (1 - smooth(aside / HALO)) * smooth((far + share * rise) / BEFORE);
      }
      array[itemSize * row + 1] = 255 * open + 0.5;
    }
    this.color.needsUpdate = true;
  }

  #prepare() {
    const { values } = this.arms;
    const out = this.#limbs;
    for (let limb = 0; limb < LIMBS; limb++) {
      const at = 8 * limb;
      const k = EACH * limb;
      for (let part = 0; part < 3; part++) {
        out[k + part] = values[at + part];
        out[k + 4 + part] = values[at + 4 + part] - values[at + part];
      }
      out[k + 3] = values[at + 3];
      // How far aside of its beginning a line of sight can be that still meets the halo.
      out[k + 7] = Math.hypot(out[k + 4], out[k + 5], out[k + 6]) + values[at + 3] + HALO;
    }
    return out;
  }
}

function smooth(share) {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}
