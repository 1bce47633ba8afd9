"""How the top follows the joints: wider and softer than skin at the shoulders, crisp at the elbows.

The skin beneath is not drawn, so the cloth need not follow it; only its edges do, where skin shows.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from a11y.sign_avatar.body.landmarks import SIDES, unit
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.skeleton import Skeleton

_ROUNDS = 26
_ARMPIT = 0.09
_NECKWARDS = (-0.050, 0.030)
"""Metres from the shoulder joint towards the neck between which the arm lets go of the cloth."""
_ELBOW = 0.030
"""Metres on either side of the elbow over which the sleeve goes from upper to lower arm."""


def cloth_weights(
    points: Floats, weights: Floats, average: csr_matrix, edge: Floats, skeleton: Skeleton
) -> Floats:
    """Weights (N, J) of cloth at ``points`` (N, 3), of the skin's ``weights`` below it.

    average: one Laplace step over the cloth. edge: (N,) 1 at the borders, where the skin's own
    weights stay, falling to 0 away from them.
    """
    free = (1 - edge)[:, None]
    soft = weights
    for _ in range(_ROUNDS):
        soft = soft + 0.8 * free * (average @ soft - soft)
    for side, sign in SIDES:
        soft = _shoulder(points, soft, skeleton, side, sign)
        soft = _elbow(points, soft, skeleton, side)
    return soft


def _shoulder(
    points: Floats, weights: Floats, skeleton: Skeleton, side: str, sign: float
) -> Floats:
    """Towards the neck the arm's share goes over to the shoulder's: cloth beside the collar that
    turned with a raised arm would stand up as a hump."""
    joint = skeleton.head(f"upperarm01.{side}")
    inward = joint[0] * sign - points[:, 0] * sign
    near, far = _NECKWARDS
    share = np.clip((inward - near) / (far - near), 0, 1)
    share = share * share * (3 - 2 * share)
    # The armpit is left as it is.
    share = share * np.clip((points[:, 1] - joint[1] + _ARMPIT) / _ARMPIT, 0, 1)
    arm = [skeleton.index(f"upperarm{k}.{side}") for k in ("01", "02")]
    out = weights.copy()
    out[:, arm] *= (1 - share)[:, None]
    out[:, skeleton.index(f"shoulder01.{side}")] += (weights[:, arm] - out[:, arm]).sum(1)
    return out


def _elbow(points: Floats, weights: Floats, skeleton: Skeleton, side: str) -> Floats:
    """The bend lies in the plane that halves the angle of the arm at rest."""
    elbow = skeleton.head(f"lowerarm01.{side}")
    upper = unit(elbow - skeleton.head(f"upperarm01.{side}"))
    lower = unit(skeleton.head(f"wrist.{side}") - elbow)
    below = (points - elbow) @ unit(upper + lower)
    share = np.clip((below / _ELBOW + 1) / 2, 0, 1)
    share = share * share * (3 - 2 * share)
    above = [skeleton.index(f"upperarm{k}.{side}") for k in ("02", "01")]
    beneath = [skeleton.index(f"lowerarm{k}.{side}") for k in ("01", "02")]
    total = weights[:, [*above, *beneath]].sum(1)
    out = weights.copy()
    for columns, wanted in ((above, total * (1 - share)), (beneath, total * share)):
        had = weights[:, columns].sum(1)
        scale = wanted / np.maximum(had, 1e-6)
        out[:, columns] = weights[:, columns] * scale[:, None]
        out[:, columns[0]] += wanted - out[:, columns].sum(1)
    return out
