"""Signed sentences → one file, in the form its suffix names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from a11y.errors import KlarhandError
from a11y.sign_avatar.body import DEFAULT_SIGNER, load_rig
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.stage.encode import atomic

FORMATS = {
    ".pose": "pose-format: points of body and hands, for sign language research",
    ".bvh": "skeleton and motion, for animation programs (no face)",
    ".glb": "the signer with motion and face, for any 3D program",
    ".sigml": "HamNoSys in XML, for other signing avatars (JASigning, CWASA)",
    ".json": "the performance as it is: docs/formats/performance.md",
}
_GAP = 0.04


class UnknownExportError(KlarhandError):
    """The suffix names no form we write."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            "KH-EXPORT-01",
            f"{out.name} has no suffix of an export.",
            f"Choose a name that ends in one of {', '.join(FORMATS)}.",
        )


def joined(performances: Sequence[Performance]) -> Performance:
    """Sentences one after the other as one performance, a video frame apart as in the films.

    All of them must move the same joints and morphs. Raises ValueError for none.
    """
    if not performances:
        raise ValueError("nothing to join")
    first = performances[0]
    times, marks, start = [], [], 0.0
    for one in performances:
        if (one.joints, one.morphs) != (first.joints, first.morphs):
            raise ValueError("the performances move different joints or morphs")
        times.append(one.times.astype(float) + start)
        marks += [replace(m, start=m.start + start, end=m.end + start) for m in one.marks]
        start = times[-1][-1] + _GAP
    return Performance(
        times=np.concatenate(times).astype(np.float32),
        joints=first.joints,
        rotations=np.concatenate([one.rotations for one in performances]),
        morphs=first.morphs,
        weights=np.concatenate([one.weights for one in performances]),
        marks=tuple(marks),
        german=" ".join(one.german for one in performances),
    )


def export(
    sentences: Sequence[SignedSentence],
    performances: Sequence[Performance],
    out: Path,
    *,
    signer: str = DEFAULT_SIGNER,
) -> Path:
    """Write ``out``, whole or not at all; ``performances`` are those of ``sentences``.

    Raises UnknownExportError, BodyMissingError, DiskFullError, NotWritableError.
    """
    # Each writer brings a library of its own; only the one that is needed is loaded.
    match out.suffix:
        case ".sigml":
            from a11y.sign_avatar.glossing.formats import write_file

            write_file(tuple(sentences), out)
        case ".json":
            data = json.dumps(joined(performances).to_dict(), ensure_ascii=False)
            with atomic(out) as beside:
                beside.write_text(data, "utf-8")
        case ".pose":
            from a11y.sign_avatar.motion.pose_file import write_pose

            write_pose(joined(performances), load_rig(signer=signer), out)
        case ".bvh":
            from a11y.sign_avatar.exports.bvh import export_bvh

            export_bvh(joined(performances), out, signer=signer)
        case ".glb":
            from a11y.sign_avatar.exports.glb import export_glb

            export_glb(joined(performances), out, signer=signer)
        case _:
            raise UnknownExportError(out)
    return out
