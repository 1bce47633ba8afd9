// The signer's GLB, opened so that it can move before everything in it is decoded: pictures follow, and
// morphs stay sparse (see morphs.js).

import { LinearMipmapLinearFilter, LinearMipmapNearestFilter, RepeatWrapping, Texture } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { surfaceMaterial } from "./material.js";
import { Morphs } from "./morphs.js";

const bodies = new Map(); // a page with many live views loads each body once

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
 * { scene, bones: Map by node name, faces: [Morphs], pictures: Promise } of a GLB's bytes.
 * simple: surfaces that a processor draws quickly, without gloss.
 */
export async function openBody(bytes, { simple }) {
  const parts = new Parts({ simple });
  const loader = new GLTFLoader().register((parser) => parts.from(parser));
  const { scene } = await loader.parseAsync(bytes, "");
  const bones = new Map();
  const faces = [];
  const pictures = [];
  for (const node of nodes(scene)) {
    if (node.isBone) bones.set(node.name, node);
    if (!node.isMesh) continue;
    node.frustumCulled = false;
    const { associations } = parts.parser;
    const picture = parts.pictures.get(associations.get(node.material)?.materials);
    node.material = parts.dress(node.material, picture !== undefined);
    if (picture !== undefined) pictures.push(parts.picture(picture).then((map) => (node.material.uniforms.map.value = map)));
    const targets = parts.targets.get(associations.get(node)?.meshes);
    if (targets) faces.push(new Morphs(node, await parts.morphs(targets)));
  }
  return { scene, bones, faces, pictures: Promise.all(pictures) };
}

function nodes(scene) {
  const all = [];
  scene.traverse((node) => all.push(node));
  return all;
}

// Takes morph targets and pictures out of the file's description before the loader sees them.
class Parts {
  name = "KLARHAND_parts";
  targets = new Map();
  pictures = new Map();
  #dressed = new Map();
  #loaded = new Map();

  constructor({ simple }) {
    this.simple = simple;
  }

  from(parser) {
    this.parser = parser;
    return this;
  }

  beforeRoot() {
    const { json } = this.parser;
    json.meshes.forEach((mesh, index) => {
      const [primitive] = mesh.primitives;
      const names = mesh.extras?.targetNames ?? [];
      if (primitive.targets) {
        this.targets.set(index, primitive.targets.map((target, k) => ({ name: names[k], ...target })));
      }
      delete primitive.targets;
      delete mesh.weights;
    });
    json.materials.forEach((material, index) => {
      const surface = material.pbrMetallicRoughness ?? {};
      if (surface.baseColorTexture) this.pictures.set(index, surface.baseColorTexture.index);
      delete surface.baseColorTexture;
    });
    return null;
  }

  dress(material, textured) {
    if (!this.#dressed.has(material)) {
      this.#dressed.set(material, surfaceMaterial(material, { textured, simple: this.simple }));
    }
    return this.#dressed.get(material);
  }

  async morphs(targets) {
    return Promise.all(targets.map(async ({ name, POSITION, NORMAL }) => ({
      name,
      position: POSITION === undefined ? null : await this.parser.getDependency("accessor", POSITION),
      normal: NORMAL === undefined ? null : await this.parser.getDependency("accessor", NORMAL),
    })));
  }

  picture(index) {
    if (!this.#loaded.has(index)) this.#loaded.set(index, this.#decode(index));
    return this.#loaded.get(index);
  }

  async #decode(index) {
    const { json } = this.parser;
    const entry = json.textures[index];
    const image = json.images[entry.extensions?.EXT_texture_webp?.source ?? entry.source];
    const data = await this.parser.getDependency("bufferView", image.bufferView);
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
