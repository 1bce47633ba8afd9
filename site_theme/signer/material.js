// The stage's own light (a11y/sign_avatar/stage/glsl), as three.js materials: film and live view look alike.
// One program draws every surface, what differs are uniforms, and it can be compiled before the body has arrived (see
// warmup.js). What a renderer without a graphics card draws with: plain.js.

import { Color, DataTexture, DoubleSide, FrontSide, GLSL3, RawShaderMaterial, Vector4 } from "three";
import CONTACT from "../../a11y/sign_avatar/stage/glsl/contact.glsl";
import LIGHT from "../../a11y/sign_avatar/stage/glsl/light.glsl";
import SURFACE from "../../a11y/sign_avatar/stage/glsl/surface.glsl";
import SURFACES from "../../a11y/sign_avatar/stage/glsl/surfaces.json";
import { Bones, HAND_BONES, LIMBS } from "./bones.js";
import { plainMaterial } from "./plain.js";

const VERTEX = `
precision highp float;
precision highp int;
in vec3 position, normal; in vec2 uv; in vec4 color, skinIndex, skinWeight;
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
uniform vec3 cameraPosition;
uniform vec4 base, surface;
uniform float fuzz;
out vec3 vNormal, vPlace; out vec2 vUv; out vec4 vLight; out float vShade;
${LIGHT}
${SURFACE}
${CONTACT}
#include <skinning_pars_vertex>
void main() {
  vec3 objectNormal = normal, transformed = position;
  #include <skinbase_vertex>
  #include <skinnormal_vertex>
  #include <skinning_vertex>
  vec4 place = modelMatrix * vec4(transformed, 1.0);
  gl_Position = projectionMatrix * viewMatrix * place;
  vec3 n = normalize(mat3(modelMatrix) * objectNormal);
  vShade = color.r;
  if (surface.w == 3.0) vShade *= contact(place.xyz, n, 0, BONES);
  vec3 v = normalize(cameraPosition - place.xyz);
  vec3 light = diffuse(n, v, vShade, surface.y, fuzz);
  if (surface.w == 4.0) light *= beside(place.xyz, v, color.gb);
  vLight = vec4(base.rgb * light, base.a * color.a);
  vPlace = place.xyz; vNormal = n; vUv = uv;
}`;

const FRAGMENT = `
precision highp float;
precision highp int;
uniform sampler2D map;
uniform vec3 cameraPosition;
uniform vec4 surface; // roughness, translucency, gloss, KIND
in vec3 vNormal, vPlace; in vec2 vUv; in vec4 vLight; in float vShade;
layout(location = 0) out vec4 colour;
${LIGHT}
${SURFACE}
void main() {
  vec4 texel = texture(map, vUv);
  vec4 c = vLight * vec4(texel.rgb * texel.rgb, texel.a);
  if (surface.w == 1.0) {
    c.rgb += catchlight(normalize(vNormal), normalize(cameraPosition - vPlace));
  }
  if (surface.w == 2.0) {
    if (c.a < 0.03) discard;
    c.rgb += strands(normalize(vNormal), normalize(cameraPosition - vPlace), c.rgb, vShade);
  }
  if (surface.z > 0.0) {
    c.rgb += gloss(normalize(vNormal), normalize(cameraPosition - vPlace), surface.x, surface.z, vShade);
  }
  colour = vec4(shown(c.rgb), c.a);
}`;

const KIND = { eye: 1, hair: 2 };
const SHADED_BY = { hands: 3, arms: 4 };
const NO_BONES = new Bones(HAND_BONES);
const NO_LIMBS = new Bones(LIMBS);
// Shown until the picture is decoded: a middle skin and a dark cloth, squared by the shader.
const PLAIN = { skin_head: [205, 160, 135], skin: [205, 160, 135], eye: [235, 235, 235], teeth: [210, 200, 185] };

/**
 * The material of that name with the stage's surface; `map` may be swapped for the real picture later.
 * simple: as plain.js draws it. hands, arms: the Bones that shade it, if any.
 */
export function surfaceMaterial({ name, color, opacity, transparent, side }, { textured, simple, hands, arms }) {
  const made = SURFACES[name] ?? { roughness: 0.9, translucency: 0, gloss: 0, fuzz: 0 };
  const tint = color ?? new Color(1, 1, 1);
  const shaded = hands ? SHADED_BY.hands : arms ? SHADED_BY.arms : 0;
  const kind = (!simple && shaded) || (KIND[name] ?? 0);
  const uniforms = {
    base: { value: new Vector4(tint.r, tint.g, tint.b, opacity ?? 1) },
    surface: { value: new Vector4(made.roughness, made.translucency, made.gloss, kind) },
    fuzz: { value: made.fuzz },
    limbs: { value: (arms ?? NO_LIMBS).values },
    map: { value: plain(textured ? PLAIN[name] ?? [70, 70, 75] : [255, 255, 255]) },
  };
  const drawn = { transparent, side: side === DoubleSide ? DoubleSide : FrontSide };
  if (simple) return plainMaterial(name, { ...drawn, uniforms });
  return new RawShaderMaterial({
    ...drawn,
    name: "signer",
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    defines: { USE_SKINNING: "", BONES: HAND_BONES, LIMBS },
    uniforms: { ...uniforms, bones: { value: (hands ?? NO_BONES).values } },
  });
}

function plain(rgb) {
  const texture = new DataTexture(new Uint8Array([...rgb, 255]), 1, 1);
  texture.needsUpdate = true;
  return texture;
}
