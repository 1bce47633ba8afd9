// The studio's light, for the stage and for the live view alike: warm key from above, cool fill, light from
// behind on both edges, sky and floor. No shadows (BITV 2.0 Anlage 2 Teil 1). Linear light.
const vec3 KEY = vec3(-0.42, 0.58, 0.70), FILL = vec3(0.80, 0.10, 0.59);
const vec3 EDGE_L = vec3(0.78, 0.42, -0.47), EDGE_R = vec3(-0.78, 0.42, -0.47);
const vec3 KEY_C = vec3(1.00, 0.95, 0.88) * 0.92, FILL_C = vec3(0.84, 0.92, 1.0) * 0.24;
const vec3 EDGE_C = vec3(0.95, 0.98, 1.0) * 0.30;
const vec3 SKY = vec3(0.31, 0.335, 0.36), FLOOR = vec3(0.225, 0.20, 0.185);

// Skin bleeds red where light turns away: wrapped diffuse per channel.
vec3 lit(float d, float t) {
  vec3 w = t * vec3(0.36, 0.16, 0.11);
  return clamp((vec3(d) + w) / (1.0 + w), 0.0, 1.0);
}

// Light on a surface with normal n, seen from direction v, of ambient shade ao (0 to 1) and translucency t.
// What lets no light in (cloth, hair) is modelled by the lamp more than by the sky, so that folds show on a dark top.
// Its fuzz catches light where one looks along it, from above more than from below: of a sleeve that lies before the
// trunk one sees the outline, wherever it goes.
vec3 diffuse(vec3 n, vec3 v, float ao, float t, float fuzz) {
  float dry = 1.0 - clamp(6.0 * t, 0.0, 1.0);
  // As good as ao to the power of 0.62, 0.92 and 1: red is scattered furthest. Powers cost a processor that draws.
  vec3 aoc = vec3(ao) + t * (sqrt(ao) - ao) * vec3(0.69, 0.13, 0.0);
  float along = 1.0 - max(dot(n, v), 0.0);
  return lit(dot(n, KEY), t) * KEY_C * mix(vec3(1.0), aoc, 0.45 + 0.35 * dry) * (1.0 + 0.78 * dry)
    + lit(dot(n, FILL), t) * FILL_C * aoc * (1.0 - 0.5 * dry)
    + (lit(dot(n, EDGE_L), t) + lit(dot(n, EDGE_R), t)) * EDGE_C * aoc * (1.0 + dry)
    + mix(FLOOR, SKY, n.y * 0.5 + 0.5) * aoc * (1.0 - 0.68 * dry)
    + vec3(fuzz * ao * along * along * (0.85 + 0.15 * n.y));
}
