"""Hair: a shell that grows out of the hairline, in locks, feathered into painted roots; over it
what is parted (``hair_parted``).

The shell is a fan of strand paths between a pole (bun or crown) and the hairline. It leaves the
skin at the line with no step, its alpha is broken up strand by strand there, and its height varies
lock by lock, so that neither a hard edge nor a smooth cap shows.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import trimesh
from scipy.ndimage import gaussian_filter, gaussian_filter1d
from scipy.spatial import cKDTree
from trimesh.ray.ray_pyembree import RayMeshIntersector

from a11y.sign_avatar.body.hair_parted import parted
from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats, Ints, boundary_edges, vertex_normals
from a11y.sign_avatar.body.parts import Bytes, Material, Part
from a11y.sign_avatar.body.signers import Colour, Signer

_CELLS = {"bun": (64, 9), "short": (100, 16)}
"""Cells of the shell around the head and along the strands; fewer where parted hair covers it."""
_EAR = 0.020  # metres around an ear's root that do not belong to the head's outline
_BLUR = 0.16  # radians over which the head's outline is evened out there
_MARGIN = 0.002  # metres by which that may be too narrow
_POLE = {"bun": (0.0, -0.10, -1.0), "short": (0.22, 0.80, -0.56)}


def hair_texture(colour: Colour, *, grey: float = 0.0, size: int = 512) -> Bytes:
    """Strands along v (root at v = 0) as RGBA; alpha frays at the root."""
    rng = np.random.default_rng(17)
    fine = gaussian_filter1d(rng.random(size), 0.7, mode="wrap")
    broad = gaussian_filter1d(rng.random(size), 6, mode="wrap")
    strand = (fine - fine.mean()) / fine.std() * 0.10 + (broad - broad.mean()) / broad.std() * 0.07
    wander = gaussian_filter(rng.random((size, size)), (60, 3), mode="wrap")
    wander = (wander - wander.mean()) / wander.std() * 0.07
    tone = np.clip(1.0 + strand[None, :] + wander, 0.35, 1.8)
    picture = np.asarray(colour, float)[None, None] * tone[..., None]
    if grey:
        silver = (gaussian_filter1d(rng.random(size), 0.6, mode="wrap") > 0.62)[None, :, None]
        picture = picture * (1 - silver * grey) + np.array([168, 166, 164]) * silver * grey
    v = (np.arange(size) / size)[:, None]
    start = 0.018 * rng.random(size)[None, :] + 0.014 * gaussian_filter1d(
        rng.random(size), 2, mode="wrap"
    )
    alpha = np.clip((v - start) / 0.012, 0, 1)
    out = np.concatenate([picture, alpha[..., None] * 255], -1)
    return np.asarray(out.clip(0, 255), np.uint8)


def _skull(positions: Floats, triangles: Ints) -> RayMeshIntersector:
    return RayMeshIntersector(trimesh.Trimesh(positions, triangles, process=False))


def _radii(rays: RayMeshIntersector, centre: Floats, directions: Floats) -> Floats:
    """Distance (N,) from ``centre`` to the outermost skin along unit directions (N, 3)."""
    origins = np.repeat(centre[None], len(directions), 0)
    points, index, _ = rays.intersects_location(origins, directions, multiple_hits=True)
    out = np.zeros(len(directions))
    np.maximum.at(out, index, np.linalg.norm(points - centre, axis=1))
    return out


def _line_directions(
    rays: RayMeshIntersector, hairline: Hairline, centre: Floats, azimuth: Floats
) -> Floats:
    """Unit directions (N, 3) from ``centre`` to the hairline at those azimuths (degrees)."""
    turn = np.radians(azimuth)
    flat = np.stack([np.sin(turn), np.zeros_like(turn), np.cos(turn)], 1)
    height = hairline.height(azimuth) - centre[1]
    direction = flat * 0.085 + height[:, None] * np.array([0, 1.0, 0])
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    for _ in range(6):
        radius = np.maximum(_radii(rays, centre, direction), 0.06)
        sine = np.clip(height / radius, -0.95, 0.95)
        direction = flat * np.sqrt(1 - sine**2)[:, None]
        direction[:, 1] = sine
    return np.asarray(direction)


def _slerp(a: Floats, b: Floats, t: float) -> Floats:
    angle = np.arccos(np.clip((a * b).sum(1), -1, 1))[:, None]
    sine = np.maximum(np.sin(angle), 1e-6)
    mixed: Floats = np.sin((1 - t) * angle) / sine * a + np.sin(t * angle) / sine * b
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return mixed


def _at_ears(direction: Floats, from_eyes: Floats) -> Floats:
    """(N,) 1 beside the ears, where combed hair lies flat so that they stand out of it."""
    azimuth = np.degrees(np.arctan2(np.abs(direction[:, 0]), direction[:, 2]))
    around = np.exp(-(((azimuth - 98) / 26) ** 4))
    result: Floats = around * np.clip((0.072 - from_eyes[:, 1]) / 0.055, 0, 1)
    return result


def _quads(index: Ints) -> Ints:
    """Two triangles for each cell of a grid of vertex numbers."""
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    c, d = index[1:, 1:].ravel(), index[1:, :-1].ravel()
    return np.stack([a, b, c, a, c, d], 1).reshape(-1, 3)


def _shell(
    rays: RayMeshIntersector, hairline: Hairline, style: str, ear_free: RayMeshIntersector
) -> tuple[Floats, Ints, Floats, Floats, Floats]:
    """positions, triangles, uv, centre and pole direction of the main shell."""
    eyes = hairline.centre
    centre = eyes + np.array([0, 0.028, -0.005])
    pole = np.array(_POLE[style])
    pole /= np.linalg.norm(pole)
    around, along = _CELLS[style]
    azimuth = np.linspace(-180, 180, around + 1)
    start = _line_directions(ear_free, hairline, centre, azimuth)
    rng = np.random.default_rng(23)
    locks = gaussian_filter1d(rng.standard_normal(around), 1.2, mode="wrap")
    locks = 0.6 * locks / locks.std()
    wide = gaussian_filter1d(rng.standard_normal(around), 4.0, mode="wrap")
    locks = np.append(locks, locks[0]) + np.append(wide, wide[0]) / wide.std() * 0.7
    rows = []
    front = np.cos(np.radians(azimuth / 2)) ** 2  # 1 in front, 0 behind
    for k in range(along + 1):
        t = k / along
        direction = _slerp(start, np.repeat(pole[None], len(start), 0), 0.985 * t)
        radius = _filled(ear_free, centre, direction)
        radius[:-1] = gaussian_filter1d(radius[:-1], 1.2, mode="wrap")
        radius[-1] = radius[0]
        if style == "bun":
            # Under the parted hair; what shows of it are roots along the face, and the nape.
            behind = 1 - front
            lift = 0.0020 * np.clip(t / 0.02, 0, 1) + 0.006 * behind * np.clip(t / 0.25, 0, 1)
            lift += 0.0008 * locks * behind * np.clip(t / 0.1, 0, 1)
            lift *= np.clip((1.03 - t) / 0.10, 0.25, 1)
            lift *= 1 - 0.35 * _at_ears(direction, centre + direction * radius[:, None] - eyes)
        else:
            # As long as the roots are thin they lie on the skin, or one sees through beneath them.
            body = np.clip((t - 0.03) / 0.13, 0, 1) ** 0.8
            top = np.clip((direction[:, 1] - 0.05) / 0.5, 0, 1)
            lift = 0.002 * np.clip(t / 0.02, 0, 1) + body * (0.0035 + 0.016 * top)
            lift += 0.004 * body * front**3 * np.exp(-(((t - 0.16) / 0.16) ** 2))
            lift += 0.0016 * locks * body * (0.4 + top)
        lift = lift - 0.0012 * (t == 0)
        rows.append(centre + direction * (radius + lift)[:, None])
    grid = np.stack(rows)
    roots = grid[0].copy()
    grid[:, :-1] = gaussian_filter(grid[:, :-1], (0.8, 0.5, 0), mode=("nearest", "wrap", "nearest"))
    grid[0] = roots  # evened out, they would leave the skin where the hair rises steeply
    grid[:, -1] = grid[:, 0]
    positions = grid.reshape(-1, 3)
    index = np.arange(len(positions)).reshape(along + 1, around + 1)
    triangles = _quads(index)
    u = np.tile(np.linspace(0, 4, around + 1), along + 1)
    v = np.repeat(np.linspace(0.006, 0.98, along + 1), around + 1)
    return positions, triangles, np.stack([u, v], 1), centre, pole


def _bun(centre: Floats) -> tuple[Floats, Ints, Floats]:
    around, rings = 18, 9
    positions, uv = [], []
    for j in range(rings + 1):
        a = np.pi * j / rings
        for i in range(around + 1):
            q = 2 * np.pi * i / around
            size = 0.040 * (1 + 0.045 * np.sin(3 * q + 5 * a) + 0.03 * np.sin(7 * q - 4 * a))
            direction = np.array([np.sin(a) * np.cos(q), np.sin(a) * np.sin(q), -0.74 * np.cos(a)])
            positions.append(centre + size * direction)
            uv.append((i / around * 2 + a * 0.5, 0.2 + 0.7 * j / rings))
    index = np.arange(len(positions)).reshape(rings + 1, around + 1)
    triangles = _quads(index)
    return np.asarray(positions), triangles, np.asarray(uv)


def _outward(positions: Floats, triangles: Ints, centre: Floats) -> tuple[Ints, Floats]:
    normals = vertex_normals(positions, triangles)
    if (normals * (positions - centre)).sum() < 0:
        triangles, normals = triangles[:, ::-1], -normals
    return triangles, normals


def hair_parts(
    signer: Signer,
    hairline: Hairline,
    positions: Floats,
    skull: Ints,
    *,
    joints: int,
    head: int,
) -> list[Part]:
    """Hair of that signer. ``skull`` (T, 3): triangles of the head without the ears; ``joints`` and
    ``head``: number of joints and the one that carries the hair."""
    rays = _skull(positions, skull)
    shell, triangles, uv, centre, pole = _shell(rays, hairline, signer.hair, rays)
    triangles, normals = _outward(shell, triangles, centre)
    around, along = _CELLS[signer.hair]
    grid = normals.reshape(along + 1, around + 1, 3)
    seam = grid[:, 0] + grid[:, -1]
    grid[:, 0] = grid[:, -1] = seam / np.linalg.norm(seam, axis=1, keepdims=True)
    grid[-1] = pole
    flat = np.ones(len(shell))
    pieces = [(shell, triangles, grid.reshape(-1, 3), uv, flat, flat)]
    if signer.hair == "bun":
        smooth = _without_ears(positions, skull, centre)

        def reach(ways: Floats) -> Floats:
            return np.minimum(_filled(rays, centre, ways), smooth(ways))

        for sheet in parted(reach, centre, hairline.centre[1], pole):
            faces, turned = _outward(sheet.positions, sheet.triangles, centre)
            pieces.append((sheet.positions, faces, turned, sheet.uv, sheet.shade, sheet.alpha))
        where = centre + pole * (float(_radii(rays, centre, pole[None])[0]) + 0.026)
        ball, faces, ball_uv = _bun(where)
        faces, ball_normals = _outward(ball, faces, where)
        flat = np.ones(len(ball))
        pieces.append((ball, faces, ball_normals, ball_uv, flat, flat))
    material = Material(
        name="hair",
        texture=hair_texture(signer.hair_colour, grey=0.35 if signer.age > 42 else 0.0),
        roughness=0.45,
        blend=True,
        double_sided=True,
    )
    # One part, because the order of its triangles decides what is blended over what.
    offsets = np.cumsum([0, *(len(piece[0]) for piece in pieces[:-1])])
    faces = np.concatenate([piece[1] + at for piece, at in zip(pieces, offsets, strict=True)])
    points, turned, coordinates, shade, alpha = (
        np.concatenate([piece[k] for piece in pieces]) for k in (0, 2, 3, 4, 5)
    )
    weights = np.zeros((len(points), joints))
    weights[:, head] = 1
    return [
        Part(
            name="hair",
            material=material,
            positions=points,
            normals=turned,
            triangles=faces,
            uv=coordinates,
            weights=weights,
            shade=shade,
            alpha=alpha,
        )
    ]


def _without_ears(positions: Floats, skull: Ints, centre: Floats) -> Callable[[Floats], Floats]:
    """Radii (N,) of the head along unit directions (N, 3), as if it had no ears: near their roots
    it goes on as it is around them."""
    rim = positions[np.unique(boundary_edges(skull))] - centre
    rim = rim[(np.abs(rim[:, 0]) > 0.05) & (np.abs(rim[:, 1] + 0.03) < 0.06)]
    skin = positions[np.unique(skull)] - centre
    skin = skin[cKDTree(rim).query(skin)[0] > _EAR]
    radius = np.linalg.norm(skin, axis=1)
    ways = skin / radius[:, None]
    # The outermost skin of each direction, not the inside of mouth and nose.
    near = cKDTree(ways).query_ball_point(ways, _BLUR / 2)
    outside = np.array([radius[k] > 0.97 * radius[found].max() for k, found in enumerate(near)])
    ways, radius = ways[outside], radius[outside]

    def radii(directions: Floats) -> Floats:
        weight = np.exp(-((np.arccos(np.clip(directions @ ways.T, -1, 1)) / _BLUR) ** 2)) + 1e-12
        found: Floats = weight @ radius / weight.sum(1) + _MARGIN
        return found

    return radii


def _filled(rays: RayMeshIntersector, centre: Floats, directions: Floats) -> Floats:
    """Radii (N,) along a line of directions; where ears leave holes, its neighbours'."""
    radius = _radii(rays, centre, directions)
    known = np.flatnonzero(radius > 0.05)
    return np.interp(np.arange(len(radius)), known, radius[known])
