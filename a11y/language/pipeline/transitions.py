"""The built-in pipeline's loops in machine code: from what the network says to heads and labels.

``parse`` is the arc-eager system of spaCy's parser (Nivre 2004; a head given early may be taken
back, Honnibal and Johnson 2015), for sentences whose borders are known: the model's own moves,
weights and order of preference, so a sentence gets the tree that spaCy would give it. spaCy's loop
adds up a third of a million short vectors for a few pages, one call each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

from a11y.machine_code import alone, kept_if_possible

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_numba: Any = numba  # ships no type information
_Function = TypeVar("_Function", bound=Callable[..., object])

SHIFT: Final = 0
REDUCE: Final = 1
LEFT: Final = 2
RIGHT: Final = 3
BREAK: Final = 4
"""Never made: a sentence is given whole."""

FEATURES: Final = 8
"""Words that a step looks at: two to come, three on the stack, children of the foremost of each."""
PIECES: Final = 3
"""Each unit takes the largest of so many sums."""


def _compiled(signature: str) -> Callable[[_Function], _Function]:
    def made(function: _Function) -> _Function:
        with alone(Path(__file__).with_name("__pycache__")):
            make = partial(_numba.njit, signature, nogil=True)
            return cast(_Function, kept_if_possible(make, function))

    return made


@_compiled("void(f4[:,::1], f4[::1], f4[::1], f4[::1], f4[:,::1])")
def settle(sums: Floats, bias: Floats, gain: Floats, shift: Floats, rows: Floats) -> None:
    """Add to each row what a layer makes of its sums: the largest of PIECES, put to mean 0 and
    variance 1, stretched and shifted. sums: (rows, PIECES × width); rows: (rows, width)."""
    count, width = rows.shape
    most = np.empty(width, dtype=np.float32)
    for i in range(count):
        total = np.float32(0.0)
        for k in range(width):
            value = sums[i, k] + bias[k]
            for piece in range(1, PIECES):
                other = sums[i, piece * width + k] + bias[piece * width + k]
                value = other if other > value else value
            most[k] = value
        for k in range(width):
            total += most[k]
        mean = total / np.float32(width)
        spread = np.float32(0.0)
        for k in range(width):
            spread += (most[k] - mean) * (most[k] - mean)
        scale = np.float32(1.0) / np.sqrt(spread / np.float32(width) + np.float32(1e-8))
        for k in range(width):
            rows[i, k] += (most[k] - mean) * scale * gain[k] + shift[k]


@_compiled(
    "void(f4[:,:,::1], i8[::1], f4[:,::1], f4[::1], f4[:,::1], f4[::1], i8[::1], i8[::1], i8[::1])"
)
def parse(
    shares: Floats,
    lengths: Ints,
    absent: Floats,
    bias: Floats,
    weights: Floats,
    score_bias: Floats,
    moves: Ints,
    heads: Ints,
    classes: Ints,
) -> None:
    """Fill ``heads`` and ``classes`` for sentences that lie one behind the other.

    shares: (words, FEATURES, PIECES × hidden), what each word adds as each feature; absent:
    (FEATURES, PIECES × hidden), what a word adds that is not there; bias: (PIECES × hidden);
    weights: (hidden, classes), from the hidden layer to the scores; score_bias: (classes); moves:
    (classes), which kind of move a class is. heads: index in the sentence, a root's is its own;
    classes: of the move that gave the head, -1 for a root.
    """
    hidden, count = weights.shape
    width = shares.shape[2]
    longest = 0
    for length in lengths:
        longest = max(longest, length)
    stack = np.empty(longest + 1, dtype=np.int64)
    returned = np.empty(longest + 1, dtype=np.int64)  # put back in front of the words to come
    was_returned = np.empty(longest, dtype=np.bool_)
    left_child = np.empty(longest, dtype=np.int64)  # of each head the one attached last, and …
    right_child = np.empty(longest, dtype=np.int64)
    attached_before = np.empty(longest, dtype=np.int64)  # … of each child the one before it
    seen = np.empty(FEATURES, dtype=np.int64)
    sums = np.empty(width, dtype=np.float32)
    scores = np.empty(count, dtype=np.float32)
    first = 0
    for length in lengths:
        head = heads[first : first + length]
        label = classes[first : first + length]
        for word in range(length):
            head[word] = label[word] = -1
            was_returned[word] = False
            left_child[word] = right_child[word] = attached_before[word] = -1
        depth, back, ahead = 0, 0, 0
        while depth > 0 or back > 0 or ahead < length:
            to_come = length - ahead + back
            b0 = b1 = -1
            if back > 0:
                b0 = returned[back - 1]
                b1 = returned[back - 2] if back > 1 else (ahead if ahead < length else -1)
            elif ahead < length:
                b0 = ahead
                b1 = ahead + 1 if ahead + 1 < length else -1
            s0 = stack[depth - 1] if depth > 0 else -1
            best = -1
            if depth == 0:
                move = SHIFT
            elif to_come == 0:
                move = REDUCE
            else:
                seen[0], seen[1], seen[2] = b0, b1, s0
                seen[3] = stack[depth - 2] if depth > 1 else -1
                seen[4] = stack[depth - 3] if depth > 2 else -1
                seen[5], seen[6], seen[7] = left_child[b0], left_child[s0], right_child[s0]
                for k in range(width):
                    sums[k] = np.float32(0.0)
                for feature in range(FEATURES):
                    word = seen[feature]
                    share = shares[first + word, feature] if word >= 0 else absent[feature]
                    for k in range(width):
                        sums[k] += share[k]
                for k in range(width):
                    sums[k] += bias[k]
                for c in range(count):
                    scores[c] = np.float32(0.0)
                for k in range(hidden):
                    most = sums[k]
                    for piece in range(1, PIECES):
                        other = sums[piece * hidden + k]
                        most = other if other > most else most
                    row = weights[k]
                    for c in range(count):
                        scores[c] += most * row[c]
                top = np.float32(0.0)
                may_shift = to_come > 1 and not was_returned[b0]
                for c in range(count):
                    kind = moves[c]
                    if kind == SHIFT:
                        valid = may_shift
                    elif kind == REDUCE:
                        valid = depth > 1
                    else:
                        valid = kind != BREAK
                    if valid:
                        score = scores[c] + score_bias[c]
                        if best < 0 or score > top:
                            best, top = c, score
                move = moves[best]
            if move == LEFT:
                if head[s0] >= 0:  # taken back: nothing was attached there after it
                    right_child[head[s0]] = attached_before[s0]
                head[s0], label[s0] = b0, best
                attached_before[s0] = left_child[b0]
                left_child[b0] = s0
                was_returned[b0] = False
                depth -= 1
            elif move == REDUCE:
                depth -= 1
                if head[s0] < 0 and depth > 0:
                    was_returned[s0] = True
                    returned[back] = s0
                    back += 1
            else:
                if move == RIGHT:
                    head[b0], label[b0] = s0, best
                    attached_before[b0] = right_child[s0]
                    right_child[s0] = b0
                if back > 0:
                    back -= 1
                else:
                    ahead += 1
                stack[depth] = b0
                depth += 1
        for word in range(length):
            if head[word] < 0:
                head[word] = word
        first += length
