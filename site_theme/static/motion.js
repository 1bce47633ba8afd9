// Reads docs/formats/motion-packed.md.

/** ArrayBuffer → { german, fps, frames, joints, morphs, marks, rotation(frame, joint), weight(frame, morph) } */
export function unpack(buffer) {
  const view = new DataView(buffer);
  const length = view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  if (header.version !== 1) throw new Error(`motion version ${header.version} is not supported`);
  const { frames, scale } = header;
  const channels = header.joints.length * 4 + header.morphs.length;
  const bytes = new Uint8Array(buffer, 4 + length);
  const half = channels * frames;
  if (bytes.length !== 2 * half) throw new Error("motion data is cut off");
  const values = new Float32Array(half);
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let frame = 0; frame < frames; frame++) {
      const at = channel * frames + frame;
      sum += ((bytes[half + at] << 8 | bytes[at]) << 16) >> 16; // int16 from two planes
      values[at] = sum / scale;
    }
  }
  const offset = header.joints.length * 4;
  return {
    ...header,
    rotation: (frame, joint) => [0, 1, 2, 3].map((part) => values[(joint * 4 + part) * frames + frame]),
    weight: (frame, morph) => values[(offset + morph) * frames + frame],
  };
}
