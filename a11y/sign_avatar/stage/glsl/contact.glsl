// How much light the signer's own limbs leave a point: soft shade, as is baked into all other surfaces, that moves with
// them. No shadow is cast on the body.

#ifdef BONES
// How much of the sky the hands leave a point on a hand: of each finger bone and metacarpal the ball at the place nearest
// to the point counts (sphere occlusion, I. Quilez).
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
#endif

#ifdef LIMBS
const float BEHIND = 0.5, HALO = 0.055, BEFORE = 0.04;  // share of light; metres aside and towards the viewer
uniform vec4 limbs[8];  // upper and lower arm of the left, then of the right: as bones

// On the top, which is darker about an arm that lies before it, seen along v: sleeves and trunk are of one cloth, and
// the outline of an arm must be seen however far it is from the trunk (T. Luft et al., Image enhancement by unsharp
// masking the depth buffer, 2006). own: shares of upper and lower arm in the vertex, from 0.5 towards 1 for the left
// arm and towards 0 for the right one: a sleeve is not darkened by the arm in it.
float beside(vec3 p, vec3 v, vec2 own) {
  vec2 left = 2.0 * own - 1.0;
  vec4 mine = max(vec4(left, -left), 0.0);
  float open = 1.0;
  for (int k = 0; k < 4; k++) {
    vec4 from = limbs[2 * k];
    vec3 along = limbs[2 * k + 1].xyz - from.xyz, d = from.xyz - p;
    float far = dot(d, v), rise = dot(along, v);
    d -= far * v;
    along -= rise * v;
    float t = clamp(-dot(d, along) / max(dot(along, along), 1e-9), 0.0, 1.0);
    float aside = length(d + t * along) - from.w;
    open *= 1.0 - BEHIND * (1.0 - mine[k]) * (1.0 - smoothstep(0.0, HALO, aside)) * smoothstep(0.0, BEFORE, far + t * rise);
  }
  return open;
}
#endif
