// The signer's GLB, opened so that it can move before everything in it is decoded: pictures follow, and
// morphs stay sparse (see morphs.js).

import { BufferAttribute, LinearMipmapLinearFilter, LinearMipmapNearestFilter, PropertyBinding, RepeatWrapping, Sphere, Texture } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { offsets } from "./accessors.js";
import { Beside } from "./beside.js";
import { Bones, HAND_BONES, LIMBS } from "./bones.js";
import { Contact } from "./contact.js";
import { Facing } from "./facing.js";
import { Folds } from "./folds.js";
import { surfaceMaterial } from "./material.js";
import { Morphs } from "./morphs.js";
import { Posed } from "./posed.js";

const bodies = new Map(); // a page with many live views loads each body once
const FLOATS = { position: 3, normal: 3, uv: 2 };

/** Bytes of a body's GLB; asked for early, parsed later and anew for every view. */
export function fetchBody(address) {
  if (!bodies.has(address)) {
    const loading = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`body: HTTP ${answer.status}`);
      return answer.arrayBuffer();
    });
    loading.catch(() => bodies.delete(address)); // asked again next time
    bodies.set(address, loading);
  }
  return bodies.get(address);
}

/**
 * { scene, bones: Map by node name, shapes: [Morphs], folds: Folds, pictures: Promise, pose(eye, { whole }) } of a GLB's
 * bytes; pose() is due before each picture, eye: where the camera is, [x, y, z]. simple: for a processor that draws;
 * surfaces of plain.js, posed, shaded and turned to the camera here; where not `whole`, one hand's shade at a time.
 */
export async function openBody(bytes, { simple }) {
  const parts = new Parts({ simple });
  const loader = new GLTFLoader().register((parser) => parts.from(parser));
  const { scene } = await loader.parseAsync(bytes, "");
  const bones = new Map();
  const shapes = [];
  const pictures = [];
  const { associations, json } = parts.parser;
  const posed = [];
  const hands = new Bones(HAND_BONES);
  const arms = new Bones(LIMBS);
  let skeleton = null;
  let contact = null;
  let beside = null;
  const facing = [];
  for (const node of nodes(scene)) {
    if (node.isBone) bones.set(node.name, node);
    if (!node.isMesh) continue;
    node.frustumCulled = false;
    alike(node.geometry);
    node.boundingSphere = middle(node);
    let form = node.geometry;
    if (simple) {
      ({ skeleton } = node);
      posed.push(new Posed(node));
      form = posed.at(-1).rest;
    }
    const picture = parts.pictures.get(associations.get(node.material)?.materials);
    const shaded = node.name === "hands";
    if (shaded) {
      hands.take(json.asset.extras?.bones ?? [], node.skeleton.bones);
      if (simple) contact = { of: new Contact(node.geometry, hands), on: posed.at(-1).out };
      else node.onBeforeRender = () => hands.follow();
    }
    const covered = node.name === "top";
    if (covered) {
      const inside = armsIn(node);
      arms.take(json.asset.extras?.limbs ?? [], node.skeleton.bones);
      if (simple) {
        beside = { of: new Beside(node.geometry, arms, inside), on: posed.at(-1).out };
      } else {
        tellArms(node.geometry.attributes.color, inside);
        node.onBeforeRender = () => arms.follow();
      }
    } else if (simple) unshaded(node.geometry.attributes.color);
    const own = shaded ? { hands } : covered ? { arms } : null;
    if (simple && !node.material.transparent) facing.push({ of: new Facing(node.geometry), on: posed.at(-1).out });
    node.material = parts.dress(node.material, { textured: picture !== undefined, own });
    if (picture !== undefined) pictures.push(picture.then((map) => (node.material.uniforms.map.value = map)));
    const targets = parts.targets.get(associations.get(node)?.meshes);
    if (targets) shapes.push(new Morphs(form, targets));
  }
  const named = json.asset.extras?.bends ?? [];
  const joints = new Map(named.map(({ joint }) => [joint, bones.get(PropertyBinding.sanitizeNodeName(joint))]));
  let turn = 0;
  const pose = (eye, { whole = true } = {}) => {
    if (!posed.length) return;
    scene.updateMatrixWorld();
    skeleton.update();
    for (const one of posed) one.pose(skeleton.boneMatrices);
    hands.follow();
    turn = 1 - turn;
    for (const side of whole ? [0, 1] : [turn]) contact?.of.shade(side, contact.on);
    arms.follow();
    beside?.of.shade(beside.on, eye);
    for (const { of, on } of facing) of.cull(on.position, eye);
  };
  return { scene, bones, shapes, folds: new Folds(named, joints), pictures: Promise.all(pictures), pose };
}

function nodes(scene) {
  const all = [];
  scene.traverse((node) => all.push(node));
  return all;
}

// Every mesh in the same form, whatever integers the file holds: renderers translate a program anew for every form.
function alike(geometry) {
  const { count } = geometry.attributes.position;
  for (const [name, width] of Object.entries(FLOATS)) {
    const given = geometry.attributes[name];
    const out = new Float32Array(width * count);
    if (given) {
      for (let row = 0; row < count; row++) {
        for (let part = 0; part < width; part++) out[width * row + part] = given.getComponent(row, part);
      }
    }
    geometry.setAttribute(name, new BufferAttribute(out, width));
  }
}

// Shares of the limbs of contact.glsl in each vertex, one after the other: upper and lower arm of the left, then of the right.
function armsIn({ geometry: { attributes }, skeleton: { bones } }) {
  const { skinIndex, skinWeight } = attributes;
  const limbs = ["upperarm", "lowerarm"];
  const limbOf = bones.map(({ name }) => {
    const kind = limbs.findIndex((limb) => name.startsWith(limb));
    return kind < 0 ? -1 : kind + (name.endsWith("L") ? 0 : limbs.length);
  });
  const shares = new Float32Array(LIMBS * skinIndex.count);
  for (let row = 0; row < skinIndex.count; row++) {
    for (let part = 0; part < 4; part++) {
      const limb = limbOf[skinIndex.getComponent(row, part)];
      if (limb >= 0) shares[LIMBS * row + limb] += skinWeight.getComponent(row, part);
    }
  }
  return shares;
}

// Ambient shade stands in the colours thrice; on the top the second and third tell the shader whose arm is in it: shares
// of upper and lower arm, above a half the left one's, below it the right one's.
function tellArms(color, shares) {
  for (let row = 0; row < color.count; row++) {
    const [upperLeft, lowerLeft, upperRight, lowerRight] = shares.subarray(LIMBS * row);
    color.setY(row, 0.5 + (upperLeft - upperRight) / 2);
    color.setZ(row, 0.5 + (lowerLeft - lowerRight) / 2);
  }
}

// Where the processor draws, the second of the colours is what arms leave of the light: all of it but on the top.
function unshaded(color) {
  for (let row = 0; row < color.count; row++) color.setY(row, 1);
}

// What lies behind is drawn first: three.js asks a mesh's sphere how far away it is, and would pose every vertex for
// it. All parts rest in one cube, so the middle of the resting part gives the same order.
function middle({ geometry, material }) {
  if (!material.transparent) return new Sphere();
  geometry.computeBoundingSphere();
  return geometry.boundingSphere;
}

// Takes morph targets and pictures out of the file's description before the loader sees them.
class Parts {
  name = "KLARHAND_parts";
  targets = new Map(); // by mesh: Map of name → target, see Morphs
  pictures = new Map(); // by material: Promise of a texture
  #dressed = new Map();

  constructor({ simple }) {
    this.simple = simple;
  }

  from(parser) {
    this.parser = parser;
    return this;
  }

  beforeRoot() {
    const { json, extensions } = this.parser;
    const { body } = extensions.KHR_binary_glTF;
    const pictures = (json.textures ?? []).map((texture) => this.#decode(json, body, texture)); // decoded meanwhile
    for (const picture of pictures) picture.catch(() => {}); // told by whoever waits for it
    json.materials.forEach((material, index) => {
      const surface = material.pbrMetallicRoughness ?? {};
      if (surface.baseColorTexture) this.pictures.set(index, pictures[surface.baseColorTexture.index]);
      delete surface.baseColorTexture;
    });
    json.meshes.forEach((mesh, index) => {
      const [primitive] = mesh.primitives;
      const names = mesh.extras?.targetNames ?? [];
      const target = ({ POSITION, NORMAL }) => ({
        position: () => (POSITION === undefined ? null : offsets(json, body, POSITION)),
        normal: () => (NORMAL === undefined ? null : offsets(json, body, NORMAL)),
      });
      if (primitive.targets) this.targets.set(index, new Map(primitive.targets.map((one, k) => [names[k], target(one)])));
      delete primitive.targets;
      delete mesh.weights;
    });
    return null;
  }

  dress(material, { textured, own }) {
    const made = () => surfaceMaterial(material, { textured, simple: this.simple, ...own });
    if (own) return made(); // no other part is shaded so
    if (!this.#dressed.has(material)) this.#dressed.set(material, made());
    return this.#dressed.get(material);
  }

  async #decode(json, body, entry) {
    const image = json.images[entry.extensions?.EXT_texture_webp?.source ?? entry.source];
    const { byteOffset = 0, byteLength } = json.bufferViews[image.bufferView];
    const data = new Uint8Array(body, byteOffset, byteLength);
    const options = { premultiplyAlpha: "none", colorSpaceConversion: "none" };
    const bitmap = await createImageBitmap(new Blob([data], { type: image.mimeType }), options);
    const texture = new Texture(bitmap);
    texture.flipY = false;
    texture.wrapS = texture.wrapT = RepeatWrapping;
    texture.minFilter = this.simple ? LinearMipmapNearestFilter : LinearMipmapLinearFilter;
    texture.needsUpdate = true;
    return texture;
  }
}
