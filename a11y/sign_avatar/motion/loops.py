"""The arithmetic of rotations and of the arm for one item, compiled (``compiled``): what
``rotations``, ``limb`` and ``limits`` apply to arrays. Conventions and meanings stand there.
"""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin, sqrt

import numpy as np

from a11y.sign_avatar.motion.compiled import inlined, loop

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_Triple = tuple[float, float, float]
_Quad = tuple[float, float, float, float]
_TINY = 1e-12
_NO_TURN = 1e-9


@inlined
def _cross(a: _Triple, b: _Triple) -> _Triple:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


@inlined
def _dot(a: _Triple, b: _Triple) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


@inlined
def _scaled(a: _Triple) -> _Triple:
    """The vector at length 1; zero stays zero."""
    length = max(sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]), _TINY)
    return a[0] / length, a[1] / length, a[2] / length


@inlined
def _product(a: _Quad, b: _Quad) -> _Quad:
    return (
        a[3] * b[0] + b[3] * a[0] + a[1] * b[2] - a[2] * b[1],
        a[3] * b[1] + b[3] * a[1] + a[2] * b[0] - a[0] * b[2],
        a[3] * b[2] + b[3] * a[2] + a[0] * b[1] - a[1] * b[0],
        a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
    )


@inlined
def _back(q: _Quad) -> _Quad:
    return -q[0], -q[1], -q[2], q[3]


@inlined
def _turned(q: _Quad, v: _Triple) -> _Triple:
    x, y, z, w = q
    a = 2.0 * (y * v[2] - z * v[1])
    b = 2.0 * (z * v[0] - x * v[2])
    c = 2.0 * (x * v[1] - y * v[0])
    return (
        v[0] + w * a + y * c - z * b,
        v[1] + w * b + z * a - x * c,
        v[2] + w * c + x * b - y * a,
    )


@inlined
def _triple(v: Array) -> _Triple:
    return v[0], v[1], v[2]


@inlined
def _quad(q: Array) -> _Quad:
    return q[0], q[1], q[2], q[3]


@inlined
def _half(angle: float) -> float:
    """An angle in [-π, π)."""
    return (angle + pi) % (2 * pi) - pi


@inlined
def _vector_of(q: _Quad) -> _Triple:
    """Quaternion → rotation vector with angle in [0, π]."""
    sign = -1.0 if q[3] < 0 else 1.0
    x, y, z, w = sign * q[0], sign * q[1], sign * q[2], sign * q[3]
    length = sqrt(x * x + y * y + z * z)
    scale = 2 * atan2(length, w) / length if length > _NO_TURN else 2.0
    return x * scale, y * scale, z * scale


@inlined
def _of_matrix(m: tuple[_Triple, _Triple, _Triple]) -> _Quad:
    """Rotation matrix, row by row → quaternion, from its greatest part."""
    d0, d1, d2 = m[0][0], m[1][1], m[2][2]
    x, y, z, w = 1 + d0 - d1 - d2, 1 - d0 + d1 - d2, 1 - d0 - d1 + d2, 1 + d0 + d1 + d2
    xy, xz, yz = m[0][1] + m[1][0], m[0][2] + m[2][0], m[1][2] + m[2][1]
    wx, wy, wz = m[2][1] - m[1][2], m[0][2] - m[2][0], m[1][0] - m[0][1]
    if x >= y and x >= z and x >= w:
        a, b, c, d = x, xy, xz, wx
    elif y >= z and y >= w:
        a, b, c, d = xy, y, yz, wy
    elif z >= w:
        a, b, c, d = xz, yz, z, wz
    else:
        a, b, c, d = wx, wy, wz, w
    length = max(sqrt(a * a + b * b + c * c + d * d), _TINY)
    return a / length, b / length, c / length, d / length


@loop("(n)->(n)")
def unit(v: Array, out: Array) -> None:
    square = 0.0
    for k in range(v.shape[0]):
        square += v[k] * v[k]
    length = max(sqrt(square), _TINY)
    for k in range(v.shape[0]):
        out[k] = v[k] / length


@loop("(n),(n)->()")
def dot(a: Array, b: Array, out: Array) -> None:
    total = 0.0
    for k in range(a.shape[0]):
        total += a[k] * b[k]
    out[0] = total


@loop("(v),(v)->(v)")
def cross(a: Array, b: Array, out: Array) -> None:
    out[0], out[1], out[2] = _cross(_triple(a), _triple(b))


@loop("(q),(q)->(q)")
def multiply(a: Array, b: Array, out: Array) -> None:
    out[0], out[1], out[2], out[3] = _product(_quad(a), _quad(b))


@loop("(q),(v)->(v)")
def rotate(q: Array, v: Array, out: Array) -> None:
    out[0], out[1], out[2] = _turned(_quad(q), _triple(v))


@loop("(v),(),(q)->(q)")
def about(axis: Array, angle: float, like: Array, out: Array) -> None:
    x, y, z = _scaled(_triple(axis))
    share = sin(angle / 2)
    out[0], out[1], out[2], out[3] = share * x, share * y, share * z, cos(angle / 2)


@loop("(v),(q)->(q)")
def from_vector(v: Array, like: Array, out: Array) -> None:
    angle = sqrt(_dot(_triple(v), _triple(v)))
    scale = sin(angle / 2) / angle if angle > 1e-8 else 0.5
    out[0], out[1], out[2], out[3] = scale * v[0], scale * v[1], scale * v[2], cos(angle / 2)


@loop("(q),(v)->(v)")
def to_vector(q: Array, like: Array, out: Array) -> None:
    out[0], out[1], out[2] = _vector_of(_quad(q))


@loop("(q),(q)->()")
def angle_between(a: Array, b: Array, out: Array) -> None:
    shared = abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3])
    out[0] = 2 * acos(min(shared, 1.0))


@loop("(v),(v),(q)->(q)")
def align(first: Array, second: Array, like: Array, out: Array) -> None:
    a, b = _scaled(_triple(first)), _scaled(_triple(second))
    x, y, z = _cross(a, b)
    w = 1.0 + _dot(a, b)
    length = sqrt(x * x + y * y + z * z + w * w)
    if length >= 1e-6:
        out[0], out[1], out[2], out[3] = x / length, y / length, z / length, w / length
    else:  # opposite: any half turn about a perpendicular axis does
        spare = (1.0, 0.0, 0.0) if abs(a[0]) < 0.9 else (0.0, 1.0, 0.0)
        out[0], out[1], out[2] = _scaled(_cross(a, spare))
        out[3] = 0.0


@loop("(v),(v)->(v,v)")
def frame(first: Array, second: Array, out: Array) -> None:
    x, s = _scaled(_triple(first)), _triple(second)
    along = _dot(x, s)
    y = _scaled((s[0] - x[0] * along, s[1] - x[1] * along, s[2] - x[2] * along))
    z = _cross(x, y)
    for k in range(3):
        out[k, 0], out[k, 1], out[k, 2] = x[k], y[k], z[k]


@loop("(v,v),(q)->(q)")
def from_matrix(m: Array, like: Array, out: Array) -> None:
    rows = (_triple(m[0]), _triple(m[1]), _triple(m[2]))
    out[0], out[1], out[2], out[3] = _of_matrix(rows)


@loop("(q),(v)->()")
def twist_angle(q: Array, axis: Array, out: Array) -> None:
    out[0] = _half(2 * atan2(_dot(_triple(q), _triple(axis)), q[3]))


@loop("(v),(g),(c),(q)->(q),(q)")
def shoulder_share(
    away: Array, girdle: Array, constants: Array, like: Array, out: Array, lift: Array
) -> None:
    """constants: metres the arm reaches, sign of x away from the body."""
    reach, outward = constants[0], constants[1]
    far = min(sqrt(_dot(_triple(away), _triple(away))) / reach, 1.35)
    high = min(max(away[1] / reach, -0.7), 1.0)
    inner = min(max(-outward * away[0] / reach, -0.2), 1.0)
    raised = -3.0 + 22.0 * min(max((high + 0.35) / 1.35, 0.0), 1.0) ** 1.4
    lifted = -10.0 + 20.0 * min(max((high + 0.7) / 1.7, 0.0), 1.0)
    over = min(max(far - 0.72, 0.0), 0.4) / 0.4
    forward = 14.0 * over + 12.0 * min(max(inner - 0.1, 0.0), 1.0)
    up = raised * pi / 180 + girdle[0]
    front = forward * pi / 180 + girdle[1]
    lifted = lifted * pi / 180
    first = (0.0, -outward * sin(front / 2), 0.0, cos(front / 2))
    then = (0.0, 0.0, outward * sin(up / 2), cos(up / 2))
    out[0], out[1], out[2], out[3] = _product(first, then)
    lift[0], lift[1], lift[2], lift[3] = 0.0, 0.0, outward * sin(lifted / 2), cos(lifted / 2)


@inlined
def _line(origin: _Triple, above: _Quad, target: _Triple, hint: Array) -> tuple[_Triple, _Triple]:
    """Unit vectors from the shoulder to the wrist, and across that to where an elbow hangs."""
    line = _scaled((target[0] - origin[0], target[1] - origin[1], target[2] - origin[2]))
    hanging = _turned(above, _triple(hint))
    share = _dot(line, hanging)
    return line, _scaled(
        (
            hanging[0] - line[0] * share,
            hanging[1] - line[1] * share,
            hanging[2] - line[2] * share,
        )
    )


@loop("(v),(q),(v),(c)->(v),(v),(v)")
def around(
    origin: Array, above: Array, target: Array, hint: Array, line: Array, down: Array, out: Array
) -> None:
    """hint: where an elbow hangs at rest, and the sign of x away from the body."""
    along, below = _line(_triple(origin), _quad(above), _triple(target), hint)
    aside = _cross(along, below)
    for k in range(3):
        line[k], down[k], out[k] = along[k], below[k], aside[k] * hint[3]


@loop("(v),(q),(v),(),(c),(d)->(v),(v),(v)")
def elbow_ways(
    origin: Array,
    above: Array,
    target: Array,
    swivel: float,
    hint: Array,
    lengths: Array,
    upper: Array,
    lower: Array,
    hinge: Array,
) -> None:
    """lengths: of upper arm and forearm, shoulder to wrist at least and at most."""
    line, down = _line(_triple(origin), _quad(above), _triple(target), hint)
    aside = _cross(line, down)
    away = (target[0] - origin[0], target[1] - origin[1], target[2] - origin[2])
    a, b = lengths[0], lengths[1]
    d = min(max(sqrt(_dot(away, away)), lengths[2]), lengths[3])
    along = (a * a - b * b + d * d) / (2 * d)
    off = sqrt(max(a * a - along * along, 0.0))
    c, s = cos(swivel) * off, sin(swivel) * off * hint[3]
    u = (
        line[0] * along + c * down[0] + s * aside[0],
        line[1] * along + c * down[1] + s * aside[1],
        line[2] * along + c * down[2] + s * aside[2],
    )
    low = _scaled((line[0] * d - u[0], line[1] * d - u[1], line[2] * d - u[2]))
    up = _scaled(u)
    axis = _scaled(_cross(up, low))
    for k in range(3):
        upper[k], lower[k], hinge[k] = up[k], low[k], axis[k]


@loop("(v),(v),(q),(v,v),(k,v),(c)->(q),(),(),()")
def wrist_angles(
    lower: Array,
    hinge: Array,
    turn: Array,
    rest: Array,
    axes: Array,
    constants: Array,
    fore: Array,
    rolled: Array,
    flexion: Array,
    deviation: Array,
) -> None:
    """rest: frame of forearm and hinge at rest; axes: forearm, axis of flexion, axis of deviation;
    constants: turn at rest, sign of a twist."""
    x, h = _scaled(_triple(lower)), _triple(hinge)
    share = _dot(x, h)
    y = _scaled((h[0] - x[0] * share, h[1] - x[1] * share, h[2] - x[2] * share))
    z = _cross(x, y)
    one, two, three = _triple(rest[0]), _triple(rest[1]), _triple(rest[2])
    q = _of_matrix(
        (
            (
                _dot((x[0], y[0], z[0]), one),
                _dot((x[0], y[0], z[0]), two),
                _dot((x[0], y[0], z[0]), three),
            ),
            (
                _dot((x[1], y[1], z[1]), one),
                _dot((x[1], y[1], z[1]), two),
                _dot((x[1], y[1], z[1]), three),
            ),
            (
                _dot((x[2], y[2], z[2]), one),
                _dot((x[2], y[2], z[2]), two),
                _dot((x[2], y[2], z[2]), three),
            ),
        )
    )
    relative = _product(_back(q), _quad(turn))
    axis = _triple(axes[0])
    twist = _half(2 * atan2(_dot((relative[0], relative[1], relative[2]), axis), relative[3]))
    s, c = sin(twist / 2), cos(twist / 2)
    bend = _vector_of(_product((-s * axis[0], -s * axis[1], -s * axis[2], c), relative))
    fore[0], fore[1], fore[2], fore[3] = q
    rolled[0] = _half(constants[0] + constants[1] * twist)
    flexion[0] = _dot(bend, _triple(axes[1]))
    deviation[0] = _dot(bend, _triple(axes[2]))


@loop("(q),(v),(v),()->()")
def humeral_turn(above: Array, upper: Array, hinge: Array, outward: float, out: Array) -> None:
    q, up, bent = _quad(above), _triple(upper), _triple(hinge)
    hanging = _turned(q, (0.0, -1.0, 0.0))
    axis = _turned(q, (-1.0, 0.0, 0.0))
    # The shortest rotation from hanging to upper, of what is perpendicular to hanging.
    share = _dot(up, axis) / max(1 + _dot(up, hanging), 1e-9)
    plain = (
        axis[0] - share * (hanging[0] + up[0]),
        axis[1] - share * (hanging[1] + up[1]),
        axis[2] - share * (hanging[2] + up[2]),
    )
    out[0] = outward * atan2(_dot(_cross(plain, bent), up), _dot(plain, bent))


@inlined
def _kept(flexion: float, deviation: float, bounds: Array) -> float:
    """By what a wrist's bend is to be multiplied to lie on its ellipse of limits."""
    f = bounds[2] if flexion < 0 else bounds[3]
    d = bounds[4] if deviation < 0 else bounds[5]
    return 1.0 / max(hypot(flexion / f, deviation / d), 1.0)


@loop("(),(),(b)->(),()")
def within_limits(
    flexion: float, deviation: float, bounds: Array, kept_f: Array, kept_d: Array
) -> None:
    """bounds: forearm's turn from, to; the wrist's back, to the palm, to the little finger, to the
    thumb: radians, all but the first above 0."""
    scale = _kept(flexion, deviation, bounds)
    kept_f[0], kept_d[0] = flexion * scale, deviation * scale


@loop("(),(),(),(),(b)->(),(),()")
def missing_parts(
    turn: float,
    flexion: float,
    deviation: float,
    margin: float,
    bounds: Array,
    twist: Array,
    bend: Array,
    aside: Array,
) -> None:
    twist[0] = turn - min(max(turn, bounds[0] + margin), bounds[1] - margin)
    share = 1 - margin / bounds[5]
    left = 1 - _kept(flexion / share, deviation / share, bounds)
    bend[0], aside[0] = flexion * left, deviation * left


@loop("(t,s),(s,s)->(t)")
def least_way(cost: Array, step: Array, out: Array) -> None:
    """The number of the candidate at each time on the least dear way through all of them, for what
    each costs and what it costs to go from one (row) to another (column)."""
    frames, count = cost.shape
    total = cost[0].copy()
    back = np.zeros((frames, count), np.int32)
    now = np.empty(count)
    for t in range(1, frames):
        for b in range(count):
            least, at = total[0] + step[0, b], 0
            for a in range(1, count):
                dear = total[a] + step[a, b]
                if dear < least:
                    least, at = dear, a
            now[b] = least + cost[t, b]
            back[t, b] = at
        total[:] = now
    at = int(np.argmin(total))
    for t in range(frames - 1, -1, -1):
        out[t] = at
        at = back[t, at]
