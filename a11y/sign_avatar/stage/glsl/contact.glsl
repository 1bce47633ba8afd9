// How much of the sky the signer's own hands leave a point on a hand: of each finger bone and metacarpal the ball at
// the place nearest to the point counts (sphere occlusion, I. Quilez). It dims ambient light only, as the shade baked
// into all other surfaces does; no shadow is cast on the body.
const float DEPTH = 0.6;  // share of the sky that a bone can take: flesh is not black
uniform vec4 bones[2 * BONES];  // (from, radius), (to, 0), metres

// Of ``count`` bones from ``first`` on: all, or those of one hand (the left hand's come first).
float contact(vec3 p, vec3 n, int first, int count) {
  float open = 1.0;
  for (int k = first; k < first + count; k++) {
    vec4 from = bones[2 * k];
    vec3 along = bones[2 * k + 1].xyz - from.xyz, d = from.xyz - p;
    d -= clamp(dot(d, along) / max(dot(along, along), 1e-9), -1.0, 0.0) * along;
    float away = max(dot(d, d), 1e-8);
    open *= 1.0 - DEPTH * max(dot(n, d), 0.0) * inversesqrt(away) * min(from.w * from.w / away, 1.0);
  }
  return open;
}
