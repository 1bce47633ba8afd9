"""Contacts that are written are kept while hands give way to what they are in: what touches stays
on what it touches, and the rest of the hand goes where there is room."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.encounters import Limbs
from a11y.sign_avatar.motion.flesh import away_from_body, flesh, overlaps, way_out
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.rotations import Array, dot, rotate, unit
from a11y.sign_avatar.motion.touching import Touch
from a11y.sign_avatar.motion.yielding import Demands

_MADE = 0.9  # firmness from which on a contact is to be there
_OFF = 0.0015  # metres that are near enough
_FAR = 0.06  # metres from which on it is given up
_WEIGHT = 0.5  # of one metre that a contact lacks against one inside of something


def contact_demands(
    rig: Rig,
    world: World,
    parts: Limbs,
    touches: Mapping[str, Touch],
    firm: Array,
    moved: Array,
    demands: Demands,
) -> Array:
    """Add what closes contacts that are open; returns (T,) metres by which the worst is.

    touches: side → with what it touches, a sample a frame; firm: (T, 2) how much it counts then;
    moved: (T, 2, 3) displacements of the wrists with which ``world`` and ``parts`` are posed.
    """
    lost = np.zeros(len(moved))
    for k, side in enumerate(SIDES):
        touch = touches.get(side)
        if touch is None or not (firm[:, k] > _MADE).any():
            continue
        turn, place = world.joint(f"wrist.{side}")
        points = place + rotate(turn, touch.part)
        gaps = [away_from_body(rig, world, points[:, None])[:, 0], np.full(len(points), np.inf)]
        ways = [-way_out(rig, world, points[:, None])[:, 0], np.zeros_like(points)]
        for kind in ("hand", "arm", "upper"):
            name = f"{kind}.{SIDES[1 - k]}"
            ends = (points[:, None], points[:, None])
            found = overlaps(ends, np.zeros(1), parts[name], flesh(rig, name).radii)
            nearest = found.deep[:, 0].argmax(axis=1)
            rows, one = np.arange(len(points)), np.zeros(len(points), int)
            gap = -found.deep[rows, 0, nearest]
            nearer = gap < gaps[1]
            out = found.ways(ends, parts[name], rows, one, nearest)
            gaps[1] = np.where(nearer, gap, gaps[1])
            ways[1] = np.where(nearer[:, None], -unit(out), ways[1])
        on_body = touch.body > 0.5
        gap = np.where(on_body, *gaps) - touch.radius
        way = np.where(on_body[:, None], *ways)
        open_now = (firm[:, k] > _MADE) & (gap > _OFF) & (gap < _FAR)
        lost = np.maximum(lost, np.where(open_now, gap - _OFF, 0.0))
        rows = np.flatnonzero(open_now)
        if not len(rows):
            continue
        own = _WEIGHT * way[rows]
        other = np.where(on_body[rows, None], 0.0, -own)
        right, left = (own, other) if k == 0 else (other, own)
        need = _WEIGHT * (gap[rows] - _OFF)
        need = need + dot(right, moved[rows, 0]) + dot(left, moved[rows, 1])
        demands.add_pair(rows, right, left, need)
    return lost
