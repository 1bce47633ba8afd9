"""GLSL for the hardware-style back end (Mesa llvmpipe or a real GPU).

Light and surfaces are files of ``glsl/``, which the browser's live view uses too: one signer, one
light. Here is only what Panda3D wants around them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

_FOLDER = Path(__file__).parent / "glsl"
_LIGHT = (_FOLDER / "light.glsl").read_text("utf-8")
_SURFACE = (_FOLDER / "surface.glsl").read_text("utf-8")
_CONTACT = (_FOLDER / "contact.glsl").read_text("utf-8")

# Diffuse light is smooth over so dense a mesh: one evaluation per vertex is a third of the cost.
# Perspective within a triangle as small as ours is less than a rounding.
_VERTEX = (
    """#version 150
uniform mat4 p3d_ModelViewProjectionMatrix;
uniform vec4 base;      // linear colour
uniform vec4 surface;   // roughness, translucency, gloss, fuzz
uniform vec3 eye;       // camera
in vec4 p3d_Vertex; in vec3 p3d_Normal; in vec2 p3d_MultiTexCoord0; in vec4 p3d_Color;
noperspective out vec3 normal; noperspective out vec3 seen; noperspective out vec2 uv;
noperspective out vec4 light; noperspective out float shade;
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
  seen = eye - p3d_Vertex.xyz;
  vec3 v = normalize(seen);
  light = vec4(base.rgb * diffuse(n, v, shade, surface.y, surface.w), base.a * p3d_Color.a);
#ifdef LIMBS
  light.rgb *= beside(p3d_Vertex.xyz, v, p3d_Color.gb);
#endif
  normal = n; uv = p3d_MultiTexCoord0;
}"""
)

# No uniform but the texture: llvmpipe gathers each number of one anew for every eight pixels, and
# that cost as much as the light.
_FRAGMENT = (
    """#version 150
uniform sampler2D p3d_Texture0;
noperspective in vec3 normal; noperspective in vec3 seen; noperspective in vec2 uv;
noperspective in vec4 light; noperspective in float shade;
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
  c.rgb += strands(normalize(normal), normalize(seen), c.rgb, shade);
#endif
#ifdef EYE
  c.rgb += catchlight(normalize(normal), normalize(seen));
#endif
#ifdef GLOSS
  c.rgb += gloss(normalize(normal), normalize(seen), ROUGHNESS, GLOSS, shade);
#endif
  colour = vec4(shown(c.rgb), c.a);
}"""
)


def vertex(*features: str) -> str:
    """The vertex shader; with ``BONES n`` for hands that n bones shade, with LIMBS for the top."""
    return _with(_VERTEX, *features)


def fragment(*features: str) -> str:
    """The fragment shader with those of TEXTURED, HAIR, EYE and glossy's switched on."""
    return _with(_FRAGMENT, *features)


def glossy(surface: tuple[float, float, float, float]) -> tuple[str, ...]:
    """The features of a fragment shader for a surface of ``SURFACES`` that has gloss, else none."""
    roughness, _, gloss, _ = surface
    return (f"GLOSS {gloss:.4f}", f"ROUGHNESS {roughness:.4f}") if gloss > 0 else ()


def _with(source: str, *defines: str) -> str:
    lines = "".join(f"#define {define}\n" for define in defines)
    return source.replace("#version 150\n", "#version 150\n" + lines, 1)


BACKDROP_VERTEX = """#version 150
uniform float edge;  // pixels of the picture
in vec4 p3d_Vertex;
noperspective out float height; noperspective out float phase;
void main() {
  gl_Position = vec4(p3d_Vertex.xy, 0.9999, 1.0);
  vec2 place = vec2(0.5) + 0.5 * p3d_Vertex.xy;
  height = place.y;
  phase = edge * dot(place, vec2(0.7548777, 0.5698403));
}"""

_BACKDROP_FRAGMENT = """#version 150
noperspective in float height; noperspective in float phase;
out vec4 colour;
void main() {
  // Half a step of fixed noise: eight bits of a slow fall-off would show as bands. Of all that is
  // even, this sequence in two dimensions is the cheapest (M. Roberts 2018).
  vec3 c = FALL0 + height * (FALL1 + height * (FALL2 + height * FALL3));
  colour = vec4(c + (fract(phase) - 0.5) / 255.0, 1.0);
}"""


def backdrop_fragment(fall: Iterable[Iterable[float]]) -> str:
    """The backdrop's: coefficients (4, 3) of its colour, 0–1, as a cubic of the height, 0 to 1 in
    the order of rows."""
    defines = (
        f"FALL{power} vec3({', '.join(f'{part:.6f}' for part in colour)})"
        for power, colour in enumerate(fall)
    )
    return _with(_BACKDROP_FRAGMENT, *defines)


SURFACES: dict[str, tuple[float, float, float, float]] = {
    name: (made["roughness"], made["translucency"], made["gloss"], made["fuzz"])
    for name, made in json.loads((_FOLDER / "surfaces.json").read_text("utf-8")).items()
}
"""Roughness, translucency, gloss and fuzz of the materials of ``signer.glb``, by name."""

PLAIN = (0.9, 0.0, 0.0, 0.0)
"""The surface of a material that is not named."""
