"""Paint of hands, neck and forearms: palms, folds, tendons, creases, nails.

A function of the place on the body (metres), as in ``paint``.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.paint_neck import Neck, paint_neck
from a11y.sign_avatar.body.pigment import Picture, mix, softened, tinted, tone
from a11y.sign_avatar.body.signers import Signer

_DEEP = 0.009  # metres from a finger's root to the skin over it
_TIP = 0.014  # metres from a finger's last joint to the middle of its pad
_KNUCKLES = (3, 6, 9, 12)  # where the fingers leave the palm, among the fifteen joints of a hand
# Folds of the palm as curves with three handles, in breadths of the palm from the middle knuckle:
# towards the thumb, towards the fingertips.
_PALM_FOLDS = (
    ((-0.85, -0.42), (-0.10, -0.45), (0.16, -0.02)),  # the fingers bend
    ((0.58, -0.38), (0.10, -0.50), (-0.62, -0.85)),  # the fingers bend, lower
    ((0.58, -0.40), (-0.12, -0.62), (0.02, -1.45)),  # the thumb bends
)


def _palm_lines(where: Picture, palm: Picture, joints: Floats, bones: Floats) -> Picture:
    """Share (S, S) of the three folds across one palm. joints (15, 3): of the thumb, then of each
    finger, from the palm outwards; bones (15, 3) their directions."""
    index, middle, _, little = joints[[3, 6, 9, 12]]
    across = (index - little) / np.linalg.norm(index - little)  # towards the thumb
    out = bones[[3, 6, 9, 12]].mean(0)
    normal = np.cross(across, out)
    normal /= np.linalg.norm(normal)
    along = np.cross(normal, across)
    size = np.linalg.norm(index - little)
    near = (palm > 0.15) & (np.linalg.norm(where - middle, axis=-1) < 2 * size)
    plane = np.stack([(where[near] - middle) @ across, (where[near] - middle) @ along], -1) / size
    lines: Picture = np.zeros(palm.shape, np.float32)
    for fold in _PALM_FOLDS:
        ends = np.asarray(fold)
        steps = np.linspace(0, 1, 90)[:, None]
        bent = (1 - steps) ** 2 * ends[0] + 2 * steps * (1 - steps) * ends[1] + steps**2 * ends[2]
        away, step = cKDTree(bent).query(plane)
        fade = np.sin(np.pi * (0.08 + 0.84 * steps[step, 0])) ** 0.7  # thinner towards its ends
        lines[near] = np.maximum(lines[near], fade * np.exp(-((away * size / 0.0011) ** 2)))
    return lines * np.clip((palm - 0.15) / 0.3, 0, 1)


def _tendons(
    where: Picture, palm: Picture, joints: Floats, bones: Floats
) -> tuple[Picture, Picture]:
    """Shares (S, S) of the tendons and knuckles on one hand's back, and of the hollows between.

    joints (15, 3), bones (15, 3): as for ``_palm_lines``."""
    ridge: Picture = np.zeros(palm.shape, np.float32)
    valley: Picture = np.zeros(palm.shape, np.float32)
    roots = joints[list(_KNUCKLES)]
    out = bones[list(_KNUCKLES)].mean(0)
    out /= np.linalg.norm(out)
    size = float(np.linalg.norm(roots[0] - roots[3]))
    wrist = roots.mean(0) - 1.35 * size * out
    near = (palm < 0.12) & (np.linalg.norm(where - roots.mean(0), axis=-1) < 1.5 * size)
    places = where[near]
    high: Picture = np.zeros(len(places), np.float32)
    for root in roots:
        # They run together towards the wrist and are lost there.
        steps = np.linspace(0, 1, 60)[:, None]
        line = root + 0.75 * steps * (wrist - root)
        away, step = cKDTree(line).query(places)
        # Seen from the back: what lies below the line is the flesh it runs in.
        across = np.sqrt(np.maximum(away**2 - _DEEP**2, 0))
        fade = (1 - steps[step, 0]) ** 0.8 * np.clip(steps[step, 0] / 0.06, 0, 1)
        high = np.maximum(high, fade * np.exp(-((across / 0.0034) ** 2)))
        knuckle = np.linalg.norm(places - root, axis=1)
        high = np.maximum(high, 0.9 * np.exp(-((np.maximum(knuckle - _DEEP, 0) / 0.005) ** 2)))
    along = (places - roots.mean(0)) @ out / size
    low = np.exp(-((2.2 * high) ** 2)) * np.exp(-(((along + 0.05) / 0.30) ** 4))
    ridge[near], valley[near] = high, low
    fade_out = np.clip((0.12 - palm) / 0.1, 0, 1)
    return ridge * fade_out, valley * fade_out


def _tips(where: Picture, joints: Floats) -> Picture:
    """Share (S, S) of the flushed ends of fingers and thumbs. joints (K, 7): as below."""
    out: Picture = np.zeros(where.shape[:2], np.float32)
    for centre, along in zip(joints[2::3, :3], joints[2::3, 4:], strict=True):
        away = ((where - (centre + _TIP * along).astype(np.float32)) ** 2).sum(-1)
        out = np.maximum(out, np.exp(-(away / _TIP**2)))
    return out


def paint_limbs(
    signer: Signer, where: Picture, *, nails: Picture, palm: Picture, joints: Floats, neck: Neck
) -> Picture:
    """sRGB picture (S, S, 3) of hands, neck and forearms.

    palm (S, S): share to which the skin is the hand's inside. joints (K, 7): centre of each finger
    joint, radius of its flesh, direction of the bone; warm knuckles and fine creases there make
    bent fingers readable."""
    size = len(where)
    picture = tone(size, signer.skin, 3)
    paint_neck(picture, neck, where)
    inside = 0.55 * np.asarray(signer.skin, float) + 0.45 * np.array([226, 170, 148])
    mix(picture, inside, np.clip((palm - 0.15) / 0.5, 0, 1) * 0.85)
    warm = np.zeros((size, size), np.float32)
    crease = np.zeros((size, size), np.float32)
    for number, (cx, cy, cz, radius, dx, dy, dz) in enumerate(joints):
        offset = where - np.array([cx, cy, cz], np.float32)
        away = np.sqrt((offset**2).sum(-1))
        near = away < 1.5 * radius
        along = offset[near] @ np.array([dx, dy, dz], np.float32)
        warm[near] = np.maximum(warm[near], np.exp(-((away[near] / (radius * 1.25)) ** 4)))
        if number % 15 in _KNUCKLES:  # the skin of the palm folds elsewhere
            continue
        lines = np.exp(-((along / 0.0005) ** 2)) + 0.6 * np.exp(-(((along - 0.0019) / 0.0004) ** 2))
        crease[near] = np.maximum(crease[near], lines)
    # Blood shows most where skin is stretched over bone.
    tinted(picture, (1.02, 0.89, 0.87), (0.50 + 0.30 * (1 - palm)) * warm)
    tinted(picture, (1.03, 0.87, 0.85), 0.45 * _tips(where, joints))
    for hand in np.split(joints, len(joints) // 15):
        ridge, valley = _tendons(where, palm, hand[:, :3], hand[:, 4:])
        tinted(picture, (1.07, 1.05, 1.04), ridge)
        tinted(picture, (0.88, 0.80, 0.78), 0.75 * valley)
    tinted(picture, (0.72, 0.62, 0.60), np.clip(crease, 0, 1) * (0.14 + 0.26 * palm))
    for hand in np.split(joints, len(joints) // 15):
        tinted(
            picture, (0.82, 0.70, 0.67), 0.38 * _palm_lines(where, palm, hand[:, :3], hand[:, 4:])
        )
    pale = np.clip(softened(nails, 2.5) * 2.2 - 0.6, 0, 1)
    nail = 0.45 * np.asarray(signer.skin, float) + 0.55 * np.array([236, 186, 176])
    mix(picture, nail, pale * 0.85)
    core = np.clip(softened(nails, 7) * 2.6 - 1.5, 0, 1)
    tinted(picture, (1.07, 1.08, 1.09), core)
    soft = Image.fromarray((pale * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(3))
    border = np.clip(np.asarray(soft, np.float32) / 255 * (1 - pale) * 2.2, 0, 1)
    tinted(picture, (0.80, 0.68, 0.66), border)
    return np.clip(picture, 0, 1)
