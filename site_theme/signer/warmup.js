// Draws nothing in every way the signer will be drawn, while body and motion are on their way: browsers translate a
// program for the graphics card, or for the processor, only when it is first used, which takes longer than a frame.

import { Bone, BufferAttribute, BufferGeometry, Camera, DoubleSide, FrontSide, Scene, Skeleton, SkinnedMesh, Sphere } from "three";
import { surfaceMaterial } from "./material.js";

const WAYS = [
  { name: "skin", side: FrontSide, transparent: false },
  { name: "cloth", side: DoubleSide, transparent: false }, // seen from its front only where a processor draws
  { name: "hair", side: DoubleSide, transparent: true },
  { name: "eye", side: FrontSide, transparent: false },
];

/** The scene that was drawn: it holds the program until the signer's own surfaces do. */
export function warmUp(renderer, { simple }) {
  const scene = new Scene();
  const geometry = nothing();
  const skeleton = new Skeleton([new Bone()]);
  for (const way of WAYS) {
    const mesh = new SkinnedMesh(geometry, surfaceMaterial({ opacity: 1, ...way }, { textured: false, simple }));
    mesh.frustumCulled = false;
    mesh.boundingSphere = new Sphere();
    mesh.bind(skeleton);
    scene.add(mesh);
  }
  renderer.render(scene, new Camera());
  return scene;
}

/** Frees what only the first drawing needed. */
export function coolDown(scene) {
  for (const { geometry, material, skeleton } of scene.children) {
    material.uniforms.map.value.dispose();
    material.dispose();
    geometry.dispose();
    skeleton.dispose();
  }
}

// A triangle without a surface, in the form of body.js.
function nothing() {
  const geometry = new BufferGeometry();
  for (const [name, width] of [["position", 3], ["normal", 3], ["uv", 2]]) {
    geometry.setAttribute(name, new BufferAttribute(new Float32Array(3 * width), width));
  }
  geometry.setAttribute("color", new BufferAttribute(new Uint8Array(12), 4, true));
  geometry.setAttribute("skinIndex", new BufferAttribute(new Uint8Array(12), 4));
  geometry.setAttribute("skinWeight", new BufferAttribute(new Uint8Array(12), 4, true));
  geometry.setIndex(new BufferAttribute(new Uint16Array(3), 1));
  return geometry;
}
