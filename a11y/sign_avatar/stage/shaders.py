"""GLSL for the hardware-style back end (Mesa llvmpipe or a real GPU).

Soft studio light, no shadows: warm key from above, cool fill, light from behind on both edges, sky
and floor. Skin bleeds red where light turns away (wrapped diffuse per channel); hair glints along
its strands; everything is computed in linear light and shown in sRGB.
"""

_LIGHT = """
const vec3 KEY = vec3(-0.42, 0.58, 0.70), FILL = vec3(0.80, 0.10, 0.59);
const vec3 EDGE_L = vec3(0.78, 0.42, -0.47), EDGE_R = vec3(-0.78, 0.42, -0.47);
const vec3 KEY_C = vec3(1.00, 0.95, 0.88) * 0.78, FILL_C = vec3(0.86, 0.93, 1.0) * 0.30;
const vec3 EDGE_C = vec3(0.95, 0.98, 1.0) * 0.30;
const vec3 SKY = vec3(0.36, 0.385, 0.41), FLOOR = vec3(0.215, 0.195, 0.18);
"""

# Diffuse light is smooth over so dense a mesh: one evaluation per vertex is a third of the cost.
VERTEX = (
    """#version 150
uniform mat4 p3d_ModelViewProjectionMatrix;
uniform vec4 base;      // linear colour
uniform vec4 surface;   // roughness, translucency, gloss, textured
in vec4 p3d_Vertex; in vec3 p3d_Normal; in vec2 p3d_MultiTexCoord0; in vec4 p3d_Color;
out vec3 normal; out vec3 place; out vec2 uv; out vec4 light; out float shade;
"""
    + _LIGHT
    + """
vec3 lit(float d, float t) {
  vec3 w = t * vec3(0.36, 0.16, 0.11);
  return clamp((vec3(d) + w) / (1.0 + w), 0.0, 1.0);
}
void main() {
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 n = normalize(p3d_Normal);
  float t = surface.y, ao = p3d_Color.r;
  vec3 aoc = mix(vec3(ao), pow(vec3(ao), vec3(0.62, 0.92, 1.0)), t);
  light.rgb = base.rgb * (lit(dot(n, KEY), t) * KEY_C * mix(vec3(1.0), aoc, 0.45)
    + lit(dot(n, FILL), t) * FILL_C * aoc
    + (lit(dot(n, EDGE_L), t) + lit(dot(n, EDGE_R), t)) * EDGE_C * aoc
    + mix(FLOOR, SKY, n.y * 0.5 + 0.5) * aoc);
  light.a = base.a * p3d_Color.a;
  shade = ao; place = p3d_Vertex.xyz; normal = n; uv = p3d_MultiTexCoord0;
}"""
)

FRAGMENT = (
    """#version 150
uniform sampler2D p3d_Texture0;
uniform vec4 surface;
uniform vec3 eye;       // camera
in vec3 normal; in vec3 place; in vec2 uv; in vec4 light; in float shade;
out vec4 colour;
"""
    + _LIGHT
    + """
float glint(vec3 n, vec3 v, vec3 l, float r) {
  vec3 h = normalize(v + l); float a = r * r, nh = max(dot(n, h), 0.0);
  float d = nh * nh * (a * a - 1.0) + 1.0;
  float e = 1.0 - max(dot(v, h), 0.0); float f = 0.04 + 0.96 * e * e * e * e * e;
  return min(a * a / (3.14159 * d * d), 24.0) * f * max(dot(n, l), 0.0);
}
void main() {
  vec4 c = light;
#ifdef TEXTURED
  vec4 texel = texture(p3d_Texture0, uv);
  c.rgb *= texel.rgb * texel.rgb;
  c.a *= texel.a;
#endif
#ifdef HAIR
  if (c.a < 0.03) discard;
  vec3 n = normalize(normal), v = normalize(eye - place);
  vec3 px = dFdx(place), py = dFdy(place); vec2 ux = dFdx(uv), uy = dFdy(uv);
  vec3 along = normalize(px * uy.x - py * ux.x + 1e-9);
  float th = dot(along, normalize(v + KEY)); float s = max(1.0 - th * th, 0.0);
  float s2 = s * s; s2 *= s2; s2 *= s; float s4 = s2 * s2; s4 *= s4; s4 *= s4;
  float g = max(dot(n, KEY) * 0.7 + 0.3, 0.0) * shade;
  c.rgb += (s4 * (0.012 + c.rgb * 0.22) + s2 * c.rgb * 0.40) * g;
#endif
#ifdef EYE
  // The window by the camera, mirrored in the cornea: an eye without it looks at nothing.
  vec3 m = reflect(normalize(place - eye), normalize(normal));
  c.rgb += smoothstep(0.965, 0.985, dot(m, normalize(vec3(-0.30, 0.34, 0.89)))) * 0.75;
  c.rgb += smoothstep(0.90, 1.0, dot(m, normalize(vec3(0.35, -0.1, 0.93)))) * 0.06;
#endif
#ifdef GLOSS
  vec3 n = normalize(normal), v = normalize(eye - place);
  float g = surface.z * shade; float e = 1.0 - max(dot(n, v), 0.0); e *= e;
  c.rgb += g * (glint(n, v, KEY, surface.x) * 2.2 * KEY_C + vec3(0.045) * e * e);
#endif
  c.rgb = c.rgb * (1.0 + c.rgb * 0.10) / (1.0 + c.rgb * 0.24);
  colour = vec4(sqrt(clamp(c.rgb, 0.0, 1.0)), c.a);
}"""
)


def fragment(*features: str) -> str:
    """The fragment shader with those of TEXTURED, HAIR, EYE and GLOSS switched on."""
    defines = "".join(f"#define {name}\n" for name in features)
    return FRAGMENT.replace("#version 150\n", "#version 150\n" + defines, 1)


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

SURFACES: dict[str, tuple[float, float, float]] = {
    # roughness, translucency, gloss
    "skin_head": (0.48, 1.0, 0.40),
    "skin": (0.50, 1.0, 0.38),
    "eye": (0.10, 0.15, 1.0),
    "hair": (0.50, 0.0, 0.0),
    "cloth": (0.90, 0.0, 0.0),
    "rib": (0.90, 0.0, 0.0),
    "teeth": (0.25, 0.3, 0.6),
    "tongue": (0.35, 0.7, 0.5),
    "mouth": (0.50, 0.5, 0.1),
    "lash": (0.90, 0.0, 0.0),
}
"""What the materials of ``signer.glb`` are made of, by name."""
