"""GLSL for the hardware-style back end (Mesa llvmpipe or a real GPU).

Light and surfaces are files of ``glsl/``, which the browser's live view uses too: one signer, one
light. Here is only what Panda3D wants around them.
"""

from __future__ import annotations

import json
from pathlib import Path

_FOLDER = Path(__file__).parent / "glsl"
_LIGHT = (_FOLDER / "light.glsl").read_text("utf-8")
_SURFACE = (_FOLDER / "surface.glsl").read_text("utf-8")
_CONTACT = (_FOLDER / "contact.glsl").read_text("utf-8")

# Diffuse light is smooth over so dense a mesh: one evaluation per vertex is a third of the cost.
_VERTEX = (
    """#version 150
uniform mat4 p3d_ModelViewProjectionMatrix;
uniform vec4 base;      // linear colour
uniform vec4 surface;   // roughness, translucency, gloss, fuzz
uniform vec3 eye;       // camera
in vec4 p3d_Vertex; in vec3 p3d_Normal; in vec2 p3d_MultiTexCoord0; in vec4 p3d_Color;
out vec3 normal; out vec3 place; out vec2 uv; out vec4 light; out float shade;
"""
    + _LIGHT
    + _CONTACT
    + """
void main() {
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 n = normalize(p3d_Normal);
  shade = p3d_Color.r;
#ifdef BONES
  shade *= contact(p3d_Vertex.xyz, n, 0, BONES);
#endif
  vec3 v = normalize(eye - p3d_Vertex.xyz);
  light = vec4(base.rgb * diffuse(n, v, shade, surface.y, surface.w), base.a * p3d_Color.a);
#ifdef LIMBS
  light.rgb *= beside(p3d_Vertex.xyz, v, p3d_Color.gb);
#endif
  place = p3d_Vertex.xyz; normal = n; uv = p3d_MultiTexCoord0;
}"""
)

_FRAGMENT = (
    """#version 150
uniform sampler2D p3d_Texture0;
uniform vec4 surface;
uniform vec3 eye;       // camera
in vec3 normal; in vec3 place; in vec2 uv; in vec4 light; in float shade;
out vec4 colour;
"""
    + _LIGHT
    + _SURFACE
    + """
void main() {
  vec4 c = light;
#ifdef TEXTURED
  vec4 texel = texture(p3d_Texture0, uv);
  c.rgb *= texel.rgb * texel.rgb;
  c.a *= texel.a;
#endif
#ifdef HAIR
  if (c.a < 0.03) discard;
  c.rgb += strands(normalize(normal), normalize(eye - place), c.rgb, shade);
#endif
#ifdef EYE
  c.rgb += catchlight(normalize(normal), normalize(eye - place));
#endif
#ifdef GLOSS
  c.rgb += gloss(normalize(normal), normalize(eye - place), surface.x, surface.z, shade);
#endif
  colour = vec4(shown(c.rgb), c.a);
}"""
)


def vertex(*features: str) -> str:
    """The vertex shader; with ``BONES n`` for hands that n bones shade, with LIMBS for the top."""
    return _with(_VERTEX, *features)


def fragment(*features: str) -> str:
    """The fragment shader with those of TEXTURED, HAIR, EYE and GLOSS switched on."""
    return _with(_FRAGMENT, *features)


def _with(source: str, *defines: str) -> str:
    lines = "".join(f"#define {define}\n" for define in defines)
    return source.replace("#version 150\n", "#version 150\n" + lines, 1)


BACKDROP_VERTEX = """#version 150
in vec4 p3d_Vertex; in vec4 p3d_Color; out vec3 shown;
void main() { gl_Position = vec4(p3d_Vertex.xy, 0.9999, 1.0); shown = p3d_Color.rgb; }"""

BACKDROP_FRAGMENT = """#version 150
in vec3 shown; out vec4 colour;
void main() {
  // Half a step of fixed noise: eight bits of a slow fall-off would show as bands.
  float n = fract(52.98 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  colour = vec4(shown + (n - 0.5) / 255.0, 1.0);
}"""

SURFACES: dict[str, tuple[float, float, float, float]] = {
    name: (made["roughness"], made["translucency"], made["gloss"], made["fuzz"])
    for name, made in json.loads((_FOLDER / "surfaces.json").read_text("utf-8")).items()
}
"""Roughness, translucency, gloss and fuzz of the materials of ``signer.glb``, by name."""

PLAIN = (0.9, 0.0, 0.0, 0.0)
"""The surface of a material that is not named."""
