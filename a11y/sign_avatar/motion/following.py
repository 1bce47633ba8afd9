"""A hand whose movement leads to the other hand goes where that one goes: they shift as one."""

from __future__ import annotations

from dataclasses import replace

from a11y.sign_avatar.motion.keys import Key, Together, end_aim, give, pivot, to_side
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.state import Track


def following(scene: Scene, tracks: dict[str, Track], keys: list[Key]) -> list[Key]:
    """The same keys, all free of each other; where a movement leads to the other hand its end
    ``follows`` that hand, which decides where both may be: the shifts of both then count as in
    ``Together.ALIKE``."""
    for number, key in enumerate(keys):
        own = [aim for aim in scene.aims if aim.side == key.side]
        goal = end_aim(own, key.track, scene.hands[key.side].centre) if key.row else None
        base = [one for one in keys if one.side != key.side]
        if goal is None or not goal.hand or key.linked or not base:
            continue
        if any(one.row and not one.linked for one in base):
            return keys  # that one is sent somewhere, too
        base = [_seen_alike(one) for one in base]
        end = base[-1]
        slack, level = give(goal, key.side)
        follower = replace(
            key,
            parts=end.parts,
            rooms=end.rooms,
            price=end.price,
            room=end.room,
            skin=end.skin,
            anchor=pivot(scene, tracks, key.track, -1),
            slack=slack,
            level=level,
            follows=True,
        )
        base[-1] = replace(end, anchor=pivot(scene, tracks, end.track, -1))
        rest = [one for one in keys[:number] if one.side == key.side]
        return [*rest, follower, *base] if key.side == "R" else [*base, *rest, follower]
    return keys


def _seen_alike(key: Key) -> Key:
    """The same with shifts towards the side that ``Together.ALIKE`` counts from."""
    turn = to_side(key.side, Together.FREE) * to_side(key.side, Together.ALIKE)
    if turn[0] > 0:
        return key
    low, high = key.room.aside
    skin = None if key.skin is None else replace(key.skin, normal=key.skin.normal * turn)
    return replace(
        key,
        parts=key.parts * turn,
        rooms=key.rooms * turn,
        room=replace(key.room, aside=(-high, -low)),
        skin=skin,
    )
