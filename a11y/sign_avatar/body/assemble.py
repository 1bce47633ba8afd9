"""Build a signer: CC0 data in, ``signer.glb`` and ``rig.npz`` out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.ambient import ambient
from a11y.sign_avatar.body.capsules import fit_capsules
from a11y.sign_avatar.body.ears import round_ears
from a11y.sign_avatar.body.eyes import eye_parts, eye_texture
from a11y.sign_avatar.body.fabric import knit, rib
from a11y.sign_avatar.body.flesh import fit_fields
from a11y.sign_avatar.body.garment import (
    Cloth,
    cloth_field,
    garment_parts,
    make_cloth,
    sheet_normals,
)
from a11y.sign_avatar.body.glb import write_glb
from a11y.sign_avatar.body.hair import hair_parts
from a11y.sign_avatar.body.hairline import find_hairline
from a11y.sign_avatar.body.head_parts import finer_neckline, lashes, measure_face, skin_parts
from a11y.sign_avatar.body.landmarks import Surface, find_landmarks
from a11y.sign_avatar.body.lids import clear_of_eyes, following
from a11y.sign_avatar.body.lips import finer_mouth
from a11y.sign_avatar.body.mesh import BaseMesh, Floats, Ints, read_base, smoother, vertex_normals
from a11y.sign_avatar.body.mouth_inside import teeth_and_tongue
from a11y.sign_avatar.body.order import ordered
from a11y.sign_avatar.body.parts import Material, Part
from a11y.sign_avatar.body.regions import region
from a11y.sign_avatar.body.rig import Capsule
from a11y.sign_avatar.body.rig_file import FILE, GLB, WEB_GLB, save_rig
from a11y.sign_avatar.body.rims import measure_mouth
from a11y.sign_avatar.body.rounding import hanging, lifted, rounded
from a11y.sign_avatar.body.shape import Shape, make_shape
from a11y.sign_avatar.body.signers import DEFAULT_SIGNER, SIGNERS, Signer
from a11y.sign_avatar.body.skeleton import Skeleton, make_skeleton
from a11y.sign_avatar.body.sleeves import Bend, fold_sleeves
from a11y.sign_avatar.body.source import Progress, Source, fetch
from a11y.sign_avatar.body.thumb_web import eased
from a11y.sign_avatar.body.unseen import without_unseen
from a11y.sign_avatar.body.web_glb import write_web_glb

_SHADING = {"finger": 0.85, "metacarpal": 0.7}
"""How much slimmer a bone is to light than to touch: as round as its flesh is wide, each would
darken its neighbours in an open hand."""

_LIPS_LIT = 0.55  # least ambient light on the red of the lips
_ARM_SHADING = 1.1
"""How much thicker an arm is to light than to touch: it has a sleeve."""
_FREE_ARM = 0.35
"""Share of the upper arm that is shoulder."""


def _quiet(share: float, what: str) -> None:
    del share, what


def build(
    out: Path, *, signers: tuple[str, ...] = tuple(SIGNERS), progress: Progress | None = None
) -> None:
    """Build ``signers`` into ``out``: the default signer's ``signer.glb`` and ``rig.npz`` there,
    the others' in a folder of their name below.

    Each file appears whole or not at all. ``progress`` gets (share done in [0, 1], what).
    Raises SourceUnavailableError, SourceDamagedError, OSError (full disk).
    """
    tell = progress or _quiet
    with Source(fetch(progress=progress)) as source:
        base = read_base(source)
        for index, name in enumerate(signers):

            def step(share: float, what: str, *, at: int = index, name: str = name) -> None:
                tell((at + share) / len(signers), f"{name}: {what}")

            folder = out if name == DEFAULT_SIGNER else out / name
            _build_one(source, base, SIGNERS[name], folder, step)
    tell(1.0, "done")


def _skull(shape: Shape, skeleton: Skeleton, ears: Floats) -> Ints:
    """Triangles of head and neck without ears, for growing hair on."""
    triangles = shape.base.groups["body"].vertices
    head = (skeleton.share("head", "neck")[triangles] > 0.3).all(1)
    picked: Ints = triangles[head & (ears[triangles].max(1) < 0.12)]
    return picked


def _inner_surface(shape: Shape) -> list[tuple[Floats, Ints]]:
    groups = ("helper-l-eye", "helper-r-eye", "helper-upper-teeth", "helper-lower-teeth")
    names = ("body", *groups, "helper-tongue")
    return [(shape.positions, shape.base.groups[name].vertices) for name in names]


def _shades(shape: Shape, skeleton: Skeleton, cloth: Cloth) -> tuple[Floats, Floats, Floats]:
    """Ambient light on skin (V,), on teeth and tongue (V,), and on the cloth (N,)."""
    sheet = (cloth.positions, cloth.triangles)
    occluders = _inner_surface(shape)
    used = np.unique(shape.base.groups["body"].vertices)
    # Only what can be seen is worth rays: head, neck and hands.
    skin = np.ones(len(shape.positions))
    skin[used] = ambient(shape.positions[used], shape.normals[used], occluders)
    # Hands hang by the thighs, finger by finger: what shades them at rest does not when they sign.
    # What does then is computed for every picture, from the bones that go with the files.
    skin += skeleton.share("wrist", "metacarpal", "finger") * (1 - skin)
    teeth = np.concatenate(
        [shape.base.groups[f"helper-{row}-teeth"].vertices for row in ("upper", "lower")]
    )
    ids = np.unique(teeth)
    inner = np.ones(len(shape.positions))
    seen = ambient(
        shape.positions[ids],
        vertex_normals(shape.positions, teeth)[ids],
        occluders,
        reach=0.05,
    )
    inner[ids] = np.clip(0.72 + 0.75 * seen, 0, 1)
    normals = vertex_normals(cloth.positions, cloth.triangles)
    fabric = ambient(cloth.positions, normals, [sheet], reach=0.14, lift=0.003)
    average = smoother(len(fabric), cloth.triangles)
    for _ in range(8):
        fabric = average @ fabric
    return np.clip(0.22 + 0.86 * skin, 0, 1), inner, np.clip(0.35 + 0.72 * fabric, 0, 1)


def _shade_garment(parts: list[Part], cloth: Cloth, fabric: Floats) -> list[Part]:
    tree = cKDTree(cloth.positions)
    return [replace(part, shade=fabric[tree.query(part.positions)[1]]) for part in parts]


def _build_one(
    source: Source, base: BaseMesh, signer: Signer, folder: Path, step: Progress
) -> None:
    step(0.0, "shape")
    lips = region(source, base, "lips") > 0.5
    shape = clear_of_eyes(following(make_shape(source, base, signer)))
    skeleton = make_skeleton(source, shape)
    nails = region(source, base, "fingernails") > 0.5
    ears = region(source, base, "ears")
    step(0.15, "garment")
    field = cloth_field(shape, skeleton, signer)
    cloth = make_cloth(shape, skeleton, signer)
    step(0.3, "soft shading")
    shade, inner, fabric = _shades(shape, skeleton, cloth)
    step(0.5, "skin")
    hairline = find_hairline(shape, skeleton, signer.hair)
    fine, skinned, (covered, shaded, near_ears, red) = finer_mouth(
        shape, skeleton, lips, field, shade, ears, lips.astype(float)
    )
    mouth = measure_mouth(fine, red > 0.5)
    fine = lifted(rounded(hanging(fine, mouth, red > 0.5), mouth), mouth)
    face = measure_face(shape, skeleton, lips, mouth, manly=signer.gender)
    # Where lips meet the ambient light knows closed ones only; parted, they have no dark band.
    shaded = np.maximum(shaded, _LIPS_LIT * np.clip(2 * red - 0.5, 0, 1))
    fine, skinned, (covered, shaded) = round_ears(fine, skinned, near_ears, covered, shaded)
    fine, skinned, (covered, shaded) = finer_neckline(fine, skinned, covered, shaded)
    skin = skin_parts(source, signer, fine, skinned, hairline, face, covered, shaded)
    parts = [eased(part, skeleton) if part.name == "hands" else part for part in skin]
    step(0.8, "hair, eyes, mouth")
    head = skeleton.index("head")
    parts += [*teeth_and_tongue(shape, skeleton, inner), lashes(shape, skeleton)]
    iris = Material(name="eye", texture=eye_texture(signer.iris), roughness=0.1)
    parts += eye_parts(shape, skeleton, iris)
    bends, folds = fold_sleeves(
        cloth.positions,
        sheet_normals(cloth),
        cloth.triangles,
        cloth.weights,
        cloth.under,
        skeleton,
    )
    sheet = garment_parts(
        cloth,
        shape,
        skeleton,
        folds=folds,
        cloth_material=knit(signer, skeleton, cloth.positions, cloth.triangles, cloth.corner_uv),
        rib_material=rib(signer.garment),
    )
    parts += _shade_garment(sheet, cloth, fabric)
    parts += hair_parts(
        signer,
        hairline,
        shape.positions,
        _skull(shape, skeleton, ears),
        joints=len(skeleton.names),
        head=head,
    )
    step(0.92, "files")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = without_unseen(parts)
    _save(folder, signer, shape, skeleton, cloth, drawn, bends, nails=nails, lips=lips)


def _save(
    folder: Path,
    signer: Signer,
    shape: Shape,
    skeleton: Skeleton,
    cloth: Cloth,
    parts: list[Part],
    bends: tuple[Bend, ...],
    *,
    nails: np.ndarray,
    lips: np.ndarray,
) -> None:
    body = shape.base.groups["body"].vertices
    # One touches the cloth where there is cloth, the skin elsewhere.
    outside = Surface(
        np.concatenate([shape.positions, cloth.positions]),
        np.concatenate([body, cloth.triangles + len(shape.positions)]),
    )
    skin = Surface(shape.positions, body)
    landmarks = find_landmarks(shape, skeleton, skin, outside=outside, nails=nails, lips=lips)
    capsules = fit_capsules(shape, skeleton, cloth.positions, cloth.weights)
    digest = save_rig(
        folder / FILE,
        names=skeleton.names,
        parents=skeleton.parents,
        heads=skeleton.heads,
        tails=skeleton.tails,
        landmarks=landmarks,
        capsules=capsules,
        fields=fit_fields(
            shape,
            skeleton,
            (cloth.positions, cloth.triangles),
            cloth_field(shape, skeleton, signer),
        ),
        morphs=tuple(shape.morphs),
    )
    parts = [ordered(part) for part in parts]
    for name, write in ((WEB_GLB, write_web_glb), (GLB, write_glb)):
        beside = folder / f"{name}.{os.getpid()}.tmp"
        try:
            write(
                beside,
                names=skeleton.names,
                parents=skeleton.parents,
                heads=skeleton.heads,
                parts=parts,
                extras={
                    "signer": signer.name,
                    "rig": digest,
                    "bones": _hand_bones(capsules, skeleton),
                    "limbs": _arm_bones(capsules, skeleton),
                    "bends": [bend.to_row() for bend in bends],
                },
            )
            beside.replace(folder / name)
        finally:
            beside.unlink(missing_ok=True)


def _hand_bones(capsules: tuple[Capsule, ...], skeleton: Skeleton) -> list[list[float]]:
    """What shades the hands: joint, from (3), to (3) seen from the joint's head, radius; metres."""
    rows = []
    for one in capsules:
        if one.joint.startswith(("finger", "metacarpal")):
            joint = skeleton.index(one.joint)
            ends = np.concatenate([one.start, one.end]) - np.tile(skeleton.heads[joint], 2)
            radius = one.radius * _SHADING[one.joint.rstrip("0123456789-.LR")]
            rows.append([joint, *(round(float(x), 5) for x in (*ends, radius))])
    return rows


def _arm_bones(capsules: tuple[Capsule, ...], skeleton: Skeleton) -> list[list[float]]:
    """What shades the top, where it lies behind: upper and lower arm, left and right; rows as those
    of the hands' bones."""
    rows = []
    for side in "LR":
        shoulder, elbow, wrist = (
            skeleton.head(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")
        )
        # The shoulder is the trunk's own roundness, the wrist goes on in a hand.
        for segment, start, end in (
            ("upperarm", shoulder + _FREE_ARM * (elbow - shoulder), elbow),
            ("lowerarm", elbow, wrist),
        ):
            joint = skeleton.index(f"{segment}01.{side}")
            ends = np.concatenate([start, end]) - np.tile(skeleton.heads[joint], 2)
            flesh = [c.radius for c in capsules if c.joint.startswith(segment)]
            radius = _ARM_SHADING * float(np.mean(flesh))
            rows.append([joint, *(round(float(x), 5) for x in (*ends, radius))])
    return rows
