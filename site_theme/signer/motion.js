// Reads docs/formats/motion-packed.md while it arrives: the first half second can be shown before the rest is there.

/** One sentence in motion. `ready`: frames that have arrived; `frames`: all of them. */
export class Motion {
  #values;
  #offset;
  #waiting = [];

  constructor(header) {
    Object.assign(this, header);
    this.channels = header.joints.length * 4 + header.morphs.length;
    this.#offset = header.joints.length * 4;
    this.#values = new Float32Array(this.channels * header.frames);
    this.ready = 0;
  }

  get duration() {
    return (this.frames - 1) / this.fps;
  }

  /** Seconds that can be shown now. */
  get shown() {
    return Math.max(0, this.ready - 1) / this.fps;
  }

  /** Resolves when `time` can be shown, or rejects with what broke the transfer. */
  until(time) {
    if (this.failed) return Promise.reject(this.failed);
    if (this.shown >= Math.min(time, this.duration)) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.push({ time, resolve, reject }));
  }

  fail(error) {
    this.failed = error;
    for (const one of this.#waiting.splice(0)) one.reject(error);
  }

  /** A block of `count` frames: differences, low bytes first, then high bytes. */
  add(bytes, count, sums) {
    const half = this.channels * count;
    for (let channel = 0; channel < this.channels; channel++) {
      let sum = sums[channel];
      for (let frame = 0; frame < count; frame++) {
        const at = channel * count + frame;
        sum += ((bytes[half + at] << 8 | bytes[at]) << 16) >> 16; // int16 from two planes
        this.#values[channel * this.frames + this.ready + frame] = sum / this.scale;
      }
      sums[channel] = sum;
    }
    this.ready += count;
    const now = this.#waiting.filter((one) => this.shown >= Math.min(one.time, this.duration));
    this.#waiting = this.#waiting.filter((one) => !now.includes(one));
    for (const one of now) one.resolve();
  }

  /** Quaternion of a joint at a frame, into `out` ([x, y, z, w], not normalised). */
  rotation(frame, joint, out) {
    for (let part = 0; part < 4; part++) out[part] = this.#values[(joint * 4 + part) * this.frames + frame];
    return out;
  }

  weight(frame, morph) {
    return this.#values[(this.#offset + morph) * this.frames + frame];
  }
}

/** Fetches a sentence; resolves with the Motion once its first block is there, the rest follows by itself. */
export async function fetchMotion(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`motion: HTTP ${answer.status}`);
  const blocks = read(answer.body.getReader());
  const first = await blocks.next();
  if (first.done) throw new Error("motion data is cut off");
  const motion = first.value;
  finish(blocks, motion); // not awaited: playing begins meanwhile
  return motion;
}

async function finish(blocks, motion) {
  try {
    for (;;) if ((await blocks.next()).done) break;
  } catch (error) {
    motion.fail(error);
  }
}

// Yields the motion after every block.
async function* read(reader) {
  const inbox = new Inbox(reader);
  const length = new DataView((await inbox.take(4)).buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(await inbox.take(length)));
  if (header.version !== 2) throw new Error(`motion version ${header.version} is not supported`);
  const motion = new Motion(header);
  const sums = new Int32Array(motion.channels);
  for (const count of header.blocks) {
    motion.add(await inbox.take(2 * count * motion.channels), count, sums);
    yield motion;
  }
}

class Inbox {
  #parts = [];
  #size = 0;

  constructor(reader) {
    this.reader = reader;
  }

  async take(count) {
    while (this.#size < count) {
      const { done, value } = await this.reader.read();
      if (done) throw new Error("motion data is cut off");
      this.#parts.push(value);
      this.#size += value.length;
    }
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    this.#parts = [all.subarray(count)];
    this.#size -= count;
    return all.slice(0, count);
  }
}
