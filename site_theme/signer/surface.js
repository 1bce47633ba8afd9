// Where the signer is drawn: a WebGL 2 context that suits what draws it, and the background behind.

import * as THREE from "three";
import { coolDown, warmUp } from "./warmup.js";

// A processor that draws is slow with corners, not with pixels: half as many again cost it a fifth of a frame.
const FIRST_EDGE = 480;
const NEEDED = new Set(["WEBGL_debug_renderer_info", "WEBGL_lose_context"]);
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

export class WebGLMissingError extends Error {}

/**
 * { renderer, context, software, warm(), close() }: software where the processor draws; warm() when the signer was
 * drawn. shown: pixels of the screen along an edge. Throws WebGLMissingError.
 */
export function openSurface(shown) {
  // Processors get no multisampling, which would cost them a third of their frames. They are asked first,
  // because a second context is cheap only on a graphics card.
  const plain = surface({ antialias: false, shown });
  const software = SOFTWARE.test(rendererName(plain.context));
  if (!software) plain.close();
  const { canvas, context, close } = software ? plain : surface({ antialias: true, shown });
  const renderer = openRenderer({ canvas, context });
  const nothing = warmUp(renderer, { simple: software });
  return { renderer, context, software, close, warm: () => coolDown(nothing) };
}

function surface({ antialias, shown }) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.max(64, Math.min(FIRST_EDGE, Math.round(shown))); // before there is a context: another size later makes new buffers
  // Opaque: nothing of the page shows through, so whoever puts the page together need not blend.
  const context = canvas.getContext("webgl2", { alpha: false, antialias, powerPreference: "low-power" });
  if (!context) throw new WebGLMissingError("WebGL 2 is missing");
  quieten(context);
  const close = () => context.getExtension("WEBGL_lose_context")?.loseContext(); // browsers allow few
  return { canvas, context, close };
}

// three.js asks for half a dozen extensions when it begins. This picture needs none of them, and every question waits
// until the graphics process has done all it was asked before.
function quieten(context) {
  const ask = context.getExtension.bind(context);
  context.getExtension = (name) => (NEEDED.has(name) ? ask(name) : null);
}

function rendererName(gl) {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? "";
}

function openRenderer({ canvas, context }) {
  try {
    const renderer = new THREE.WebGLRenderer({ canvas, context });
    renderer.debug.checkShaderErrors = false; // asking waits for the compiler
    return renderer;
  } catch (error) {
    throw new WebGLMissingError("WebGL 2 is missing", { cause: error });
  }
}

/** Counts the frames that are not done yet: a queue of them would delay everything that comes after. */
export class Fence {
  #syncs = [];

  constructor(context) {
    this.context = context;
  }

  /** After a frame was asked for. */
  set() {
    if (this.#syncs.length > 3) this.context.deleteSync(this.#syncs.shift()); // nobody asks while the view is turned
    this.#syncs.push(this.context.fenceSync(this.context.SYNC_GPU_COMMANDS_COMPLETE, 0));
    this.context.flush();
  }

  get pending() {
    const { context } = this;
    while (this.#syncs.length && context.getSyncParameter(this.#syncs[0], context.SYNC_STATUS) === context.SIGNALED) {
      context.deleteSync(this.#syncs.shift());
    }
    return this.#syncs.length;
  }
}

/** The manifest's background; one colour, which needs no drawing, where the processor draws. */
export function background(colours, { software }) {
  return software ? middleOf(colours) : backdrop(colours);
}

function middleOf([top, bottom]) {
  const [r, g, b] = top.map((value, channel) => (value + bottom[channel]) / 510);
  return new THREE.Color().setRGB(r, g, b, THREE.SRGBColorSpace);
}

function backdrop([top, bottom]) {
  const rows = 64;
  const data = new Uint8Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    const share = (1 - row / (rows - 1)) ** 1.4; // row 0 is the bottom of the picture
    for (let channel = 0; channel < 3; channel++) {
      data[4 * row + channel] = top[channel] * (1 - share) + bottom[channel] * share;
    }
    data[4 * row + 3] = 255;
  }
  const texture = new THREE.DataTexture(data, 1, rows);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.magFilter = THREE.LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
