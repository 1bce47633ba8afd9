// Numbers of a GLB, read where three.js would unpack more than is needed.

import { sparse } from "./morphs.js";

const ARRAYS = { 5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
const LARGEST = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };

/**
 * { rows, offsets } of a morph target's accessor: only the vertices that move.
 * json, body: description and binary chunk of the GLB.
 */
export function offsets(json, body, index) {
  const accessor = json.accessors[index];
  if (!accessor.sparse) return sparse(floats(json, body, accessor));
  if (accessor.bufferView !== undefined) throw new Error("morph targets with a base and sparse changes are not read");
  const { count, indices, values } = accessor.sparse;
  const rows = elements(json, body, { ...indices, count, type: "SCALAR" });
  const moved = elements(json, body, { ...values, count, type: accessor.type, componentType: accessor.componentType });
  return { rows, offsets: scaled(moved, accessor) };
}

function floats(json, body, accessor) {
  return scaled(elements(json, body, accessor), accessor);
}

function elements(json, body, { bufferView, byteOffset = 0, componentType, count, type }) {
  const view = json.bufferViews[bufferView];
  const width = WIDTHS[type];
  const Kind = ARRAYS[componentType];
  const size = width * Kind.BYTES_PER_ELEMENT;
  const stride = view.byteStride ?? size;
  const start = (view.byteOffset ?? 0) + byteOffset;
  if (stride === size) return new Kind(body.slice(start, start + count * size)); // a copy, whatever the alignment
  const out = new Kind(count * width);
  const bytes = new Uint8Array(out.buffer);
  for (let row = 0; row < count; row++) bytes.set(new Uint8Array(body, start + row * stride, size), row * size);
  return out;
}

function scaled(values, { componentType, normalized }) {
  const largest = normalized ? LARGEST[componentType] : 1;
  return Float32Array.from(values, (value) => value / largest);
}
