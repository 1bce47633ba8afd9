// The stage's own light (a11y/sign_avatar/stage/glsl), as three.js materials: film and live view look alike.
// One program draws every surface, what differs are uniforms: a second program costs a renderer without a graphics
// card as long as a frame, and this one can be compiled before the body has arrived (see warmup.js).

import { Color, DataTexture, DoubleSide, FrontSide, GLSL3, RawShaderMaterial, Vector4 } from "three";
import CONTACT from "../../a11y/sign_avatar/stage/glsl/contact.glsl";
import LIGHT from "../../a11y/sign_avatar/stage/glsl/light.glsl";
import SURFACE from "../../a11y/sign_avatar/stage/glsl/surface.glsl";
import SURFACES from "../../a11y/sign_avatar/stage/glsl/surfaces.json";
import { BONES, HandBones } from "./hands.js";

const VERTEX = `
precision highp float;
precision highp int;
in vec3 position, normal; in vec2 uv; in vec4 color, skinIndex, skinWeight;
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
uniform vec3 cameraPosition;
uniform vec4 base, surface;
out vec3 vNormal, vPlace; out vec2 vUv; out vec4 vLight; out float vShade;
const float MIDDLE_HAIR = 0.06, MIDDLE_SKIN = 0.42; // linear
${LIGHT}
${SURFACE}
${CONTACT}
#ifndef SIMPLE
#include <skinning_pars_vertex>
#endif
void main() {
  vec3 objectNormal = normal, transformed = position;
#ifndef SIMPLE // a processor that draws poses them itself (posed.js)
  #include <skinbase_vertex>
  #include <skinnormal_vertex>
  #include <skinning_vertex>
#endif
  vec4 place = modelMatrix * vec4(transformed, 1.0);
  gl_Position = projectionMatrix * viewMatrix * place;
  vec3 n = normalize(mat3(modelMatrix) * objectNormal);
  vShade = color.r;
#ifdef SIMPLE // a processor that draws asks a hand's own bones only
  if (surface.w == 3.0) vShade *= contact(place.xyz, n, color.g > 0.5 ? 0 : BONES / 2, BONES / 2);
#else
  if (surface.w == 3.0) vShade *= contact(place.xyz, n, 0, BONES);
#endif
  vec3 v = normalize(cameraPosition - place.xyz);
  vec3 light = diffuse(n, v, vShade, surface.y);
#ifdef SIMPLE // and has gloss by the vertex, as if every texel were of a middle colour
  if (surface.w == 2.0) light += strands(n, v, MIDDLE_HAIR * light, vShade) / MIDDLE_HAIR;
  else if (surface.z > 0.0 && surface.w != 1.0) light += gloss(n, v, surface.x, surface.z, vShade) / MIDDLE_SKIN;
#endif
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
#ifndef SIMPLE
  if (surface.w == 2.0) {
    if (c.a < 0.03) discard;
    c.rgb += strands(normalize(vNormal), normalize(cameraPosition - vPlace), c.rgb, vShade);
  }
  if (surface.z > 0.0) {
    c.rgb += gloss(normalize(vNormal), normalize(cameraPosition - vPlace), surface.x, surface.z, vShade);
  }
#endif
  colour = vec4(shown(c.rgb), c.a);
}`;

const KIND = { eye: 1, hair: 2 };
const SHADED_BY_BONES = 3;
const NO_BONES = new HandBones();
// Shown until the picture is decoded: a middle skin and a dark cloth, squared by the shader.
const PLAIN = { skin_head: [205, 160, 135], skin: [205, 160, 135], eye: [235, 235, 235], teeth: [210, 200, 185] };

/**
 * The material of that name with the stage's surface; `map` may be swapped for the real picture later.
 * simple: gloss by the vertex instead of by the pixel; eyes keep their catch-light, because gaze is grammar. hands: the
 * HandBones that shade it, if any.
 */
export function surfaceMaterial({ name, color, opacity, transparent, side }, { textured, simple, hands }) {
  const made = SURFACES[name] ?? { roughness: 0.9, translucency: 0, gloss: 0 };
  const base = color ?? new Color(1, 1, 1);
  const kind = hands ? SHADED_BY_BONES : KIND[name] ?? 0;
  return new RawShaderMaterial({
    name: "signer",
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    defines: { USE_SKINNING: "", BONES, ...(simple ? { SIMPLE: "" } : {}) },
    transparent,
    depthWrite: true,
    side: side === DoubleSide ? DoubleSide : FrontSide,
    uniforms: {
      base: { value: new Vector4(base.r, base.g, base.b, opacity ?? 1) },
      surface: { value: new Vector4(made.roughness, made.translucency, made.gloss, kind) },
      bones: { value: (hands ?? NO_BONES).values },
      map: { value: plain(textured ? PLAIN[name] ?? [70, 70, 75] : [255, 255, 255]) },
    },
  });
}

function plain(rgb) {
  const texture = new DataTexture(new Uint8Array([...rgb, 255]), 1, 1);
  texture.needsUpdate = true;
  return texture;
}
