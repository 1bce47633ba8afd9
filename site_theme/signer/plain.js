// The surfaces as a processor draws them: light and gloss by the vertex, a pixel is one texel and one product. A program
// for every kind of surface: a renderer without a graphics card computes both sides of every branch, so that cloth would
// pay for skin's gloss and everything for the catch-light of the eyes.

import { FrontSide, GLSL3, RawShaderMaterial } from "three";
import LIGHT from "../../a11y/sign_avatar/stage/glsl/light.glsl";
import SURFACE from "../../a11y/sign_avatar/stage/glsl/surface.glsl";

// Light of a kind, after n, v, shade; what surfaces.json says of all of a kind is a constant.
const LIGHTS = {
  skin: "diffuse(n, v, color.r, surface.y, 0.0) + gloss(n, v, surface.x, surface.z, color.r) / MIDDLE_SKIN",
  cloth: "diffuse(n, v, color.r, 0.0, fuzz) * color.g", // beside.js
  strands: "combed(n, v, color.r)", // hair and lashes
  eye: "diffuse(n, v, color.r, surface.y, 0.0)",
};
const KINDS = { cloth: "cloth", rib: "cloth", hair: "strands", lash: "strands", eye: "eye" };

const vertex = (kind) => `
precision highp float;
in vec3 position, normal; in vec2 uv; in vec4 color;
uniform mat4 modelMatrix, modelViewMatrix, projectionMatrix;
uniform vec3 cameraPosition;
uniform vec4 base, surface;
uniform float fuzz;
out vec2 vUv; out ${kind === "strands" ? "vec4" : "vec3"} vLight;
${kind === "eye" ? "out vec3 vNormal, vPlace;" : ""}
const float MIDDLE_HAIR = 0.06, MIDDLE_SKIN = 0.42; // linear, of the texels that gloss adds to
${LIGHT}
${SURFACE}
vec3 combed(vec3 n, vec3 v, float shade) {
  vec3 light = diffuse(n, v, shade, 0.0, fuzz);
  return light + (surface.w == 2.0 ? 1.0 : 0.0) * strands(n, v, MIDDLE_HAIR * light, shade) / MIDDLE_HAIR;
}
void main() {
  vec4 at = vec4(position, 1.0);
  gl_Position = projectionMatrix * (modelViewMatrix * at); // the other way round multiplies matrices for every vertex
  vec3 place = (modelMatrix * at).xyz;
  vec3 n = normalize(mat3(modelMatrix) * normal);
  vec3 v = normalize(cameraPosition - place);
  vLight.rgb = sqrt(base.rgb * (${LIGHTS[kind]})); // a root by the vertex saves three by the pixel
  ${kind === "strands" ? "vLight.a = base.a * color.a;" : ""}
  ${kind === "eye" ? "vNormal = n; vPlace = place;" : ""}
  vUv = uv;
}`;

// What shown() makes of the square of c, without its root and its quotient: within 0.002 up to a c of 1.2.
const fragment = (kind) => `
precision highp float;
uniform sampler2D map;
uniform vec3 cameraPosition;
in vec2 vUv; in ${kind === "strands" ? "vec4" : "vec3"} vLight;
${kind === "eye" ? "in vec3 vNormal, vPlace;" : ""}
layout(location = 0) out vec4 colour;
${kind === "eye" ? LIGHT + SURFACE : ""}
void main() {
  vec4 texel = texture(map, vUv);
  vec3 c = texel.rgb * vLight.rgb;
${kind === "eye" ? `
  c = c * c + catchlight(normalize(vNormal), normalize(cameraPosition - vPlace));
  colour = vec4(shown(c), 1.0);` : `
  vec3 s = c * c;
  colour = vec4(c * (1.0 + s * (0.0109 * s - 0.069)), ${kind === "strands" ? "texel.a * vLight.a" : "1.0"});`}
}`;

/** The program's parts for the material of that name; uniforms as in material.js. */
export function plainMaterial(name, { transparent, side, uniforms }) {
  const kind = KINDS[name] ?? (transparent ? "strands" : "skin");
  return new RawShaderMaterial({
    name: `signer ${kind}`,
    glslVersion: GLSL3,
    vertexShader: vertex(kind),
    fragmentShader: fragment(kind),
    transparent,
    side: transparent ? side : FrontSide, // as far as the view turns, skin and cloth hide each other's insides
    uniforms,
  });
}
