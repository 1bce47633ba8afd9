"""Plain module text → blocks a page can draw: paragraphs, lists and numbered steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_BULLET = re.compile(r"^\s*[-•*]\s+")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    LIST = "list"
    STEPS = "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """lines: list items, steps, or the single text of a paragraph."""

    kind: BlockKind
    lines: tuple[str, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Blank lines part blocks; ``- `` begins a list item, ``1. `` a step; other lines of a list
    continue its last item."""
    out: list[tuple[BlockKind, list[str]]] = []
    fresh = True
    for raw in text.splitlines():
        if not raw.strip():
            fresh = True
            continue
        kind, line = _classify(raw)
        current = out[-1] if out and not fresh else None
        if kind is not BlockKind.PARAGRAPH:
            # Items of one list may be parted by blank lines.
            if out and out[-1][0] is kind:
                out[-1][1].append(line)
            else:
                out.append((kind, [line]))
        elif current is None:
            out.append((kind, [line]))
        else:
            current[1][-1] += " " + line
        fresh = False
    return tuple(Block(kind=kind, lines=tuple(lines)) for kind, lines in out)


def _classify(raw: str) -> tuple[BlockKind, str]:
    for kind, pattern in ((BlockKind.LIST, _BULLET), (BlockKind.STEPS, _NUMBER)):
        if match := pattern.match(raw):
            return kind, raw[match.end() :].strip()
    return BlockKind.PARAGRAPH, raw.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyBlock:
    """Easy German to be drawn: items of one or more lines; a paragraph has one item."""

    kind: BlockKind
    items: tuple[tuple[str, ...], ...]


def easy_blocks(sentences: Sequence[str]) -> tuple[EasyBlock, ...]:
    """Sentences of one paragraph → blocks. A sentence that begins with ``- `` or ``1. `` opens a
    list item or a step; following ones without a mark belong to it."""
    out: list[tuple[BlockKind, list[list[str]]]] = []
    for sentence in sentences:
        kind, line = _classify(sentence)
        last = out[-1][0] if out else None
        if kind is BlockKind.PARAGRAPH and last is not None:
            out[-1][1][-1].append(line)
        elif kind is last:
            out[-1][1].append([line])
        else:
            out.append((kind, [[line]]))
    return tuple(EasyBlock(kind=kind, items=tuple(map(tuple, items))) for kind, items in out)
