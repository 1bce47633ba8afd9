// What surfaces add to diffuse light; needs light.glsl before it. n: normal, v: towards the camera.
float glint(vec3 n, vec3 v, vec3 l, float r) {
  vec3 h = normalize(v + l); float a = r * r, nh = max(dot(n, h), 0.0);
  float d = nh * nh * (a * a - 1.0) + 1.0;
  float e = 1.0 - max(dot(v, h), 0.0); float f = 0.04 + 0.96 * e * e * e * e * e;
  return min(a * a / (3.14159 * d * d), 24.0) * f * max(dot(n, l), 0.0);
}

vec3 gloss(vec3 n, vec3 v, float roughness, float amount, float shade) {
  float g = amount * shade; float e = 1.0 - max(dot(n, v), 0.0); e *= e;
  return g * (glint(n, v, KEY, roughness) * 2.2 * KEY_C + vec3(0.045) * e * e);
}

// Hair glints across its strands, which run up and back over the head.
vec3 strands(vec3 n, vec3 v, vec3 c, float shade) {
  const vec3 COMBED = vec3(0.0, 0.86, -0.51);
  vec3 along = normalize(COMBED - n * dot(n, COMBED) + 1e-5);
  float th = dot(along, normalize(v + KEY)); float s = max(1.0 - th * th, 0.0);
  float s2 = s * s; s2 *= s2; s2 *= s; float s4 = s2 * s2; s4 *= s4; s4 *= s4;
  float g = max(dot(n, KEY) * 0.7 + 0.3, 0.0) * shade;
  return (s4 * (0.012 + c * 0.22) + s2 * c * 0.40) * g;
}

// The window by the camera, mirrored in the cornea: an eye without it looks at nothing.
float catchlight(vec3 n, vec3 v) {
  vec3 m = reflect(-v, n);
  return smoothstep(0.964, 0.988, dot(m, normalize(vec3(-0.30, 0.22, 0.93)))) * 0.85
    + smoothstep(0.90, 1.0, dot(m, normalize(vec3(0.35, -0.1, 0.93)))) * 0.06;
}

// Linear light to what the screen shows.
vec3 shown(vec3 c) {
  c = c * (1.0 + c * 0.10) / (1.0 + c * 0.24);
  return sqrt(clamp(c, 0.0, 1.0));
}
