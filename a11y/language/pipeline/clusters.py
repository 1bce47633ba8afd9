"""Brown clusters of a million German word forms, from the package ``spacy-lookups-data`` (MIT).

The package ships them as JSON; ``build`` packs them into two arrays that load at once.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from a11y.paths import var_dir

WIDTH = 64
_DEPTHS = (4, 6, 8, 12, 20)


def path() -> Path:
    return var_dir() / "vectors" / "de_clusters.npz"


def word_key(word: str) -> int:
    """64-bit key of a word: the first eight bytes of its BLAKE2b digest, little-endian."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def build(out: Path | None = None) -> Path:
    """Pack the clusters; written beside and moved into place. Returns the file's path."""
    out = out or path()
    spec = find_spec("spacy_lookups_data")
    assert spec is not None, "spacy-lookups-data is a dependency"
    assert spec.origin is not None
    source = Path(spec.origin).parent / "data" / "de_lexeme_cluster.json.gz"
    clusters: dict[str, int] = json.loads(gzip.decompress(source.read_bytes()))
    paths = sorted(set(clusters.values()))
    row = {cluster: index + 1 for index, cluster in enumerate(paths)}
    keys = np.fromiter((word_key(word) for word in clusters), np.uint64, len(clusters))
    rows = np.fromiter((row[c] for c in clusters.values()), np.uint16, len(clusters))
    order = np.argsort(keys)
    buffer = io.BytesIO()
    np.savez(buffer, keys=keys[order], rows=rows[order], paths=np.array(paths, np.uint32))
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_suffix(f".part{os.getpid()}")
    try:
        part.write_bytes(buffer.getvalue())
        part.replace(out)
    except OSError:
        part.unlink(missing_ok=True)  # a full disk keeps what was written of it
        raise
    return out


class Clusters:
    """Word → row of ``table`` (row 0: unknown word); table: (n_clusters + 1, WIDTH) float32.

    A cluster is a path in a binary tree; each of its prefixes adds one fixed random direction,
    so that clusters near each other in the tree get similar rows.
    """

    def __init__(self, file: Path) -> None:
        with np.load(file) as archive:
            self._keys: NDArray[np.uint64] = archive["keys"]
            self._rows: NDArray[np.uint16] = archive["rows"]
            paths = archive["paths"].tolist()
        self.table = np.zeros((len(paths) + 1, WIDTH), dtype=np.float32)
        for index, value in enumerate(paths):
            branches = bin(value)[2:][::-1]  # spaCy stores the path bit-reversed
            for depth in _DEPTHS:
                self.table[index + 1] += _direction(branches[:depth])
            self.table[index + 1] /= np.linalg.norm(self.table[index + 1])

    def row(self, word: str) -> int:
        key = np.uint64(word_key(word))
        place = int(np.searchsorted(self._keys, key))
        if place < len(self._keys) and self._keys[place] == key:
            return int(self._rows[place])
        return 0


@cache
def _direction(prefix: str) -> NDArray[np.float32]:
    seed = int.from_bytes(hashlib.md5(prefix.encode(), usedforsecurity=False).digest()[:4])
    return np.random.RandomState(seed).randn(WIDTH).astype(np.float32)


@cache
def load() -> Clusters:
    """The packed clusters; packed first (a few seconds) where set-up has not done it."""
    file = path()
    if not file.exists():
        build(file)
    return Clusters(file)
