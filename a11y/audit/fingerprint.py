"""Stable names of findings: the same tomorrow, although the page has shifted."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:=("[^"]*"|'[^']*'|[^\s>]+))?""")
_VOLATILE = frozenset({"style", "class", "tabindex", "aria-expanded", "data-state", "nonce"})
_NUMBER_TAIL = re.compile(r"[-_:]?[0-9a-f]*\d[0-9a-f]*$", re.IGNORECASE)


def fingerprint(rule: str, page: str, snippet: str, selector: str) -> str:
    """16 hex digits over rule, page path and the element's own markup (else its selector)."""
    own = stable_markup(snippet) or stable_selector(selector)
    text = "\n".join((rule, page_key(page), own))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def page_key(url: str) -> str:
    """Path, query and route: the host may differ between test and live server."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return (parts.path or "/") + query + (f"#{parts.fragment}" if parts.fragment else "")


def stable_markup(snippet: str) -> str:
    """The opening tag without what changes from build to build, and the text after it."""
    match = re.match(r"\s*<([\w-]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*)", snippet, re.DOTALL)
    if match is None:
        return " ".join(snippet.split())
    tag, attributes, rest = match.groups()
    kept = []
    for name, value in _ATTRIBUTE.findall(attributes):
        if name in _VOLATILE or name.startswith("data-"):
            continue
        value = value.strip("\"'")
        if name in ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls"):
            value = _NUMBER_TAIL.sub("", value)
        kept.append(f"{name}={value}")
    text = " ".join(re.sub(r"<[^>]*>", " ", rest).split())[:80]
    return f"{tag.lower()} {' '.join(sorted(kept))} {text}".strip()


def stable_selector(selector: str) -> str:
    """A selector without positions."""
    return re.sub(r":nth-(?:child|of-type)\([^)]*\)", "", selector)
