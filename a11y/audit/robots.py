"""robots.txt and sitemaps, fetched without the browser."""

from __future__ import annotations

import gzip
import http.client
import io
import ssl
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.robotparser import RobotFileParser

from lxml import etree

from a11y.audit.errors import SettingsError
from a11y.audit.urls import origin, rebase

AGENT = "klarhand-audit"
_MAX_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. status 0: no answer at all, and ``problem`` says why."""

    status: int
    content_type: str
    body: bytes
    url: str
    problem: str = ""


def fetch(
    url: str, *, timeout: float = 20.0, method: str = "GET", insecure: bool = False
) -> Answer:
    """Get one address; never raises for what a server does."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT}, method=method)
    context = ssl._create_unverified_context() if insecure else None
    try:
        with urllib.request.urlopen(request, timeout=timeout, context=context) as answer:
            return Answer(
                status=answer.status,
                content_type=answer.headers.get_content_type(),
                body=_read(answer, until=time.monotonic() + 4 * timeout),
                url=answer.url,
            )
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, "", b"", url, f"HTTP {error.code}")
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        said = str(getattr(error, "reason", error)) or type(error).__name__
        return Answer(0, "", b"", url, said)


def _read(answer: http.client.HTTPResponse, *, until: float) -> bytes:
    """The body, up to a bound of size and of time: a server may send a byte a second for ever."""
    parts, size = [], 0
    while size < _MAX_BYTES:
        part = answer.read1(1 << 16)
        if not part:
            if answer.length:  # what was announced and never came
                raise http.client.IncompleteRead(b"", answer.length)
            break
        parts.append(part)
        size += len(part)
        if time.monotonic() > until:
            raise TimeoutError("the server sends too slowly")
    return b"".join(parts)


class Robots:
    """What robots.txt of each origin allows; a missing file allows everything."""

    def __init__(self, *, insecure: bool = False) -> None:
        self._parsers: dict[str, RobotFileParser] = {}
        self._insecure = insecure

    def _parser(self, url: str) -> RobotFileParser:
        base = origin(url)
        if base not in self._parsers:
            parser = RobotFileParser()
            answer = fetch(f"{base}/robots.txt", timeout=10, insecure=self._insecure)
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            parser.parse(text.splitlines())
            self._parsers[base] = parser
        return self._parsers[base]

    def allows(self, url: str) -> bool:
        return self._parser(url).can_fetch(AGENT, url)

    def delay(self, url: str) -> float:
        return float(self._parser(url).crawl_delay(AGENT) or 0)


def read_sitemap(
    source: str, *, base_url: str = "", insecure: bool = False, _depth: int = 0
) -> tuple[str, ...]:
    """Addresses in a sitemap (file, address, or plain list, also gzipped; indexes are followed).

    base_url: a server on which the parts of an index are fetched instead of the one they name.

    Raises SettingsError when it cannot be read or is empty: an audit of nothing is not clean.
    """
    if source.startswith(("http://", "https://")):
        answer = fetch(source, insecure=insecure)
        if answer.status != 200:
            raise SettingsError(
                f"The sitemap {source} could not be fetched: {answer.problem or answer.status}.",
                "Check the address.",
            )
        body = answer.body
    else:
        try:
            body = Path(source).read_bytes()
        except OSError as error:
            raise SettingsError(
                f"The sitemap {source} cannot be read: {error}.", "Check the path."
            ) from error
    if body[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(body)) as packed:
                body = packed.read(_MAX_BYTES)
        except (OSError, EOFError, zlib.error) as error:
            raise SettingsError(
                f"The sitemap {source} cannot be unpacked: {error}.", "Pack it anew."
            ) from error
    locations, nested = _locations(body, source)
    if nested and _depth < 3:
        found: list[str] = []
        for inner in locations:
            inner = rebase(inner, base_url)
            found += read_sitemap(inner, base_url=base_url, insecure=insecure, _depth=_depth + 1)
        locations = found
    if not locations:
        raise SettingsError(f"The sitemap {source} names no page.", "Give one that does.")
    return tuple(dict.fromkeys(locations))


def _locations(body: bytes, source: str) -> tuple[list[str], bool]:
    if body.lstrip()[:1] != b"<":
        lines = body.decode("utf-8", "replace").split()
        return [line for line in lines if line.startswith("http")], False
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise SettingsError(f"The sitemap {source} is no XML: {error}.", "Mend it.") from error
    nested = etree.QName(root).localname == "sitemapindex"
    return [
        str(node.text).strip()
        for node in root.iter("{*}loc")
        if node.text and node.getparent() is not None
        and etree.QName(node.getparent()).localname in ("url", "sitemap")
    ], nested  # fmt: skip
