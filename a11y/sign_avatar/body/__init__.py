"""The signer's body: built from CC0 MakeHuman data; skeleton, landmarks, mesh, face morphs.

``build`` makes it, ``load_rig`` reads what motion needs, ``glb_path`` names the mesh for the
stage and the browser. Joints and signers: ``docs/body.md``; landmark names: ``landmarks``.
"""

from __future__ import annotations

from pathlib import Path

from a11y.sign_avatar.body.rig import Capsule, Landmark, Rig
from a11y.sign_avatar.body.rig_file import body_dir, glb_path, load_rig
from a11y.sign_avatar.body.signers import DEFAULT_SIGNER, SIGNERS, Signer
from a11y.sign_avatar.body.source import Progress

__all__ = [
    "DEFAULT_SIGNER",
    "SIGNERS",
    "Capsule",
    "Landmark",
    "Rig",
    "Signer",
    "body_dir",
    "build",
    "glb_path",
    "load_rig",
]


def build(
    out: Path, *, signers: tuple[str, ...] = tuple(SIGNERS), progress: Progress | None = None
) -> None:
    """See ``assemble.build``; imported late because mesh building needs trimesh and scipy."""
    from a11y.sign_avatar.body.assemble import build as run

    run(out, signers=signers, progress=progress)
