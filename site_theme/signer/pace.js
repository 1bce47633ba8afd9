// Keeps the picture moving: draws fewer pixels where frames take too long, more where there is time.

const LEAST_FPS = 27; // signs need 25 frames a second
const EASY_FPS = 50; // with so many there is room for more pixels
const WINDOW = 500; // ms looked at together: a software renderer takes frames in bursts
const LEAST = 0.5; // of a CSS pixel; below that hands blur and little is won
const WON = 1.1; // fewer pixels must bring so much, or something else is slow and they come back
const PATIENCE = 20; // windows until it is tried again

export class Pace {
  /** onChange(): pixels drawn per CSS pixel, `ratio`, have changed. */
  constructor({ start, most, onChange }) {
    Object.assign(this, { ratio: Math.min(start, most), most, onChange });
    this.restart();
  }

  /** After a pause the time between frames says nothing. */
  restart() {
    this.since = null;
    this.easy = 0;
    this.before = null;
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
    if (this.before && fps < WON * this.before.fps) {
      this.rest = PATIENCE;
      this.#set(this.before.ratio);
      this.before = null;
      return;
    }
    this.before = null;
    this.rest = Math.max(0, this.rest - 1);
    if (fps < LEAST_FPS && this.ratio > LEAST && !this.rest) {
      this.before = { fps, ratio: this.ratio };
      this.#set(Math.max(LEAST, 0.75 * this.ratio));
    } else if (fps < EASY_FPS) {
      this.easy = 0;
    } else if (this.ratio < this.most && ++this.easy >= 4) {
      this.#set(Math.min(this.most, 1.25 * this.ratio));
    }
  }

  #set(ratio) {
    this.easy = 0;
    this.ratio = ratio;
    this.onChange();
  }
}
