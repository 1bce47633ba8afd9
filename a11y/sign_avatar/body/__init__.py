"""The signer's body: built from CC0 MakeHuman data; skeleton, landmarks, mesh, face morphs.

``build`` makes it, ``load_rig`` reads what motion needs, ``glb_path`` names the mesh for the
stage and the browser. Joints and signers: ``docs/body.md``; landmark names: ``landmarks``.
"""

from __future__ import annotations

from a11y.sign_avatar.body.rig import Capsule, Landmark, Rig
from a11y.sign_avatar.body.rig_file import body_dir, load_rig
from a11y.sign_avatar.body.signers import DEFAULT_SIGNER, SIGNERS, Signer

__all__ = [
    "DEFAULT_SIGNER",
    "SIGNERS",
    "Capsule",
    "Landmark",
    "Rig",
    "Signer",
    "body_dir",
    "load_rig",
]
