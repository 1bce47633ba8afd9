"""Short loops in machine code that broadcast over leading axes as numpy's own functions do.

Postures are sought in hundreds of thousands of steps over a few dozen frames each: there a chain of
numpy calls costs its calls, not its arithmetic. A ``loop`` is written for one item, as plain
arithmetic, compiled by numba and then called like a ufunc. No fast-math: the same input gives the
same bits. Where what was compiled is kept says ``a11y/machine_code.py``.

A loop may call functions marked ``inlined`` of its own module only: what is kept is made anew when
its own file changes, not when another one does.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import numba
from numpy.typing import ArrayLike

from a11y.machine_code import alone, kept_if_possible

_numba: Any = numba  # ships no type information
_OPERAND = re.compile(r"\(([^)]*)\)")
_KEPT = Path(__file__).with_name("__pycache__")
_Function = TypeVar("_Function", bound=Callable[..., object])


class Loop(Protocol):
    """What a compiled loop is called as: inputs broadcast; an array an output, float64."""

    def __call__(self, *inputs: ArrayLike) -> Any: ...


def loop(layout: str, **kinds: str) -> Callable[[Callable[..., None]], Loop]:
    """Compile a function of one item into one of arrays.

    layout: numpy's notation for generalised ufuncs, e.g. ``(q),(v)->(v)``; the function takes the
    inputs and then the outputs, which it fills. kinds: the input's number, ``a0`` … → another type
    than ``f8``, e.g. ``a2="f4"``.
    """
    left, _, right = layout.partition("->")
    inputs = [_typed(kinds.get(f"a{k}", "f8"), s) for k, s in enumerate(_OPERAND.findall(left))]
    outputs = [_typed("f8", shape or "one") for shape in _OPERAND.findall(right)]
    signature = f"void({','.join(inputs + outputs)})"

    def compiled(function: Callable[..., None]) -> Loop:
        make = functools.partial(_numba.guvectorize, [signature], layout, nopython=True)
        with alone(_KEPT):
            made = kept_if_possible(make, function)
        # The plain ufunc inside: numba's wrapper around it costs five times a short call.
        return cast(Loop, made.ufunc)

    return compiled


def _typed(kind: str, shape: str) -> str:
    axes = [axis for axis in shape.split(",") if axis.strip()]
    return f"{kind}[{','.join(':' * len(axes))}]" if axes else kind


def inlined(function: _Function) -> _Function:
    """A function that loops of the same module call."""
    return cast(_Function, kept_if_possible(_numba.njit, function))
