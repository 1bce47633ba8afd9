// Keeps the picture moving: draws fewer pixels where frames take too long, more where there is time.

const LEAST_FPS = 27; // signs need 25 frames a second
const WINDOW = 500; // ms looked at together: a software renderer takes frames in bursts
const WON = 1.1; // fewer pixels must bring so much, or something else is slow and they come back
const PATIENCE = 20; // windows until it is tried again
const EASY_WINDOWS = 4; // with room in each, before more pixels are tried

export class Pace {
  /**
   * start, least, most: pixels drawn per CSS pixel, `ratio`; easy: frames a second with which there is room for more.
   * onChange(): `ratio` has changed.
   */
  constructor({ start, least, most, easy, onChange }) {
    Object.assign(this, { ratio: Math.min(start, most), least, most, easyFps: easy, onChange });
    this.restart();
  }

  /** After a pause the time between frames says nothing. */
  restart() {
    this.since = null;
    this.easy = 0;
    this.before = null; // fewer pixels are being tried: frames a second and ratio until then
    this.below = null; // more pixels are being tried: the ratio until then
    this.rest = 0;
  }

  frame(now) {
    if (this.since === null) {
      this.since = now;
      this.count = 0;
      return;
    }
    this.count += 1;
    const elapsed = now - this.since;
    if (elapsed < WINDOW) return;
    this.since = now;
    const fps = (1000 * this.count) / elapsed;
    this.count = 0;
    this.#judge(fps);
  }

  #judge(fps) {
    const { before, below } = this;
    this.before = this.below = null;
    if (before && fps < WON * before.fps) {
      this.rest = PATIENCE;
      this.#set(before.ratio);
      return;
    }
    if (below && fps < LEAST_FPS) {
      this.rest = PATIENCE;
      this.#set(below);
      return;
    }
    this.rest = Math.max(0, this.rest - 1);
    if (this.rest) return;
    if (fps < LEAST_FPS && this.ratio > this.least) {
      this.before = { fps, ratio: this.ratio };
      this.#set(Math.max(this.least, 0.75 * this.ratio));
    } else if (fps < this.easyFps) {
      this.easy = 0;
    } else if (this.ratio < this.most && ++this.easy >= EASY_WINDOWS) {
      this.below = this.ratio;
      this.#set(Math.min(this.most, 1.25 * this.ratio));
    }
  }

  #set(ratio) {
    this.easy = 0;
    this.ratio = ratio;
    this.onChange();
  }
}
