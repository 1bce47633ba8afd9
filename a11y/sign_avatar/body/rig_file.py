"""``rig.npz``: a Rig on disk. Form: ``docs/formats/rig.md``."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import numpy as np

from a11y.paths import var_dir
from a11y.sign_avatar.body.errors import BodyMissingError, BodyOutdatedError
from a11y.sign_avatar.body.rig import RIG_VERSION, Capsule, Field, Landmark, Rig
from a11y.sign_avatar.body.signers import DEFAULT_SIGNER
from a11y.sign_avatar.body.signers import signer as find_signer

FILE = "rig.npz"
GLB = "signer.glb"
WEB_GLB = "signer.web.glb"


def body_dir(*, signer: str = DEFAULT_SIGNER) -> Path:
    """Where that signer's body lies: ``var/body``, or a folder below it for the others."""
    find_signer(signer)
    root = var_dir() / "body"
    return root if signer == DEFAULT_SIGNER else root / signer


def rig_digest(arrays: dict[str, np.ndarray]) -> str:
    """Sixteen hex digits over everything motion depends on."""
    hasher = hashlib.sha256(str(RIG_VERSION).encode())
    for name in sorted(arrays):
        array = arrays[name]
        rounded = np.round(array, 5) + 0.0 if array.dtype.kind == "f" else array
        hasher.update(name.encode() + np.ascontiguousarray(rounded).tobytes())
    return hasher.hexdigest()[:16]


def save_rig(
    path: Path,
    *,
    names: tuple[str, ...],
    parents: np.ndarray,
    heads: np.ndarray,
    tails: np.ndarray,
    landmarks: dict[str, Landmark],
    capsules: tuple[Capsule, ...],
    fields: tuple[Field, ...],
    morphs: tuple[str, ...],
) -> str:
    """Write ``path`` in one step; returns the digest."""
    arrays: dict[str, np.ndarray] = {
        "names": np.array(names),
        "parents": np.asarray(parents, np.int64),
        "heads": np.asarray(heads, np.float64),
        "tails": np.asarray(tails, np.float64),
        "landmark_names": np.array(list(landmarks)),
        "landmark_joints": np.array([mark.joint for mark in landmarks.values()]),
        "landmark_positions": np.array([mark.position for mark in landmarks.values()]),
        "landmark_normals": np.array([mark.normal for mark in landmarks.values()]),
        "capsule_joints": np.array([capsule.joint for capsule in capsules]),
        "capsule_ends": np.array([[capsule.start, capsule.end] for capsule in capsules]),
        "capsule_radii": np.array([capsule.radius for capsule in capsules]),
        "morphs": np.array(morphs),
        "field_names": np.array([field.name for field in fields]),
    }
    for field in fields:
        arrays[f"{field.name}_grid"] = np.array([*field.origin, field.step])
        # Tenths of a millimetre, up to three metres: a third of the bytes.
        arrays[f"{field.name}_distance"] = np.round(field.distance * 1e4).astype(np.int16)
    digest = rig_digest(arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            np.savez_compressed(file, version=RIG_VERSION, digest=digest, **arrays)  # type: ignore[arg-type]
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return digest


def load_rig(directory: Path | None = None, *, signer: str = DEFAULT_SIGNER) -> Rig:
    """The rig in ``directory`` (default: that signer's place below ``var/body``).

    Raises BodyMissingError when it was not built, BodyOutdatedError when it is of another version.
    """
    path = (directory or body_dir(signer=signer)) / FILE
    if not path.is_file():
        raise BodyMissingError(path)
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
            if int(file["version"]) != RIG_VERSION:
                raise BodyOutdatedError(path)
            data = {name: file[name] for name in file.files}
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise BodyOutdatedError(path) from error
    landmarks = {
        str(name): Landmark(joint=str(joint), position=position, normal=normal)
        for name, joint, position, normal in zip(
            data["landmark_names"],
            data["landmark_joints"],
            data["landmark_positions"],
            data["landmark_normals"],
            strict=True,
        )
    }
    capsules = tuple(
        Capsule(joint=str(joint), start=ends[0], end=ends[1], radius=float(radius))
        for joint, ends, radius in zip(
            data["capsule_joints"], data["capsule_ends"], data["capsule_radii"], strict=True
        )
    )
    fields = tuple(
        Field(
            name=str(name),
            origin=data[f"{name}_grid"][:3],
            step=float(data[f"{name}_grid"][3]),
            distance=data[f"{name}_distance"].astype(np.float32) * np.float32(1e-4),
        )
        for name in data["field_names"]
    )
    return Rig(
        names=tuple(map(str, data["names"])),
        parents=data["parents"],
        heads=data["heads"],
        tails=data["tails"],
        landmarks=landmarks,
        capsules=capsules,
        fields=fields,
        morphs=tuple(map(str, data["morphs"])),
        digest=str(data["digest"]),
    )


def glb_path(*, signer: str = DEFAULT_SIGNER, web: bool = False) -> Path:
    """Where that signer's ``signer.glb`` lies once built, or the browser's ``signer.web.glb``."""
    return body_dir(signer=signer) / (WEB_GLB if web else GLB)
