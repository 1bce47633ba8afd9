"""Which addresses belong to the site, and in which order they are looked at."""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11y.audit.errors import SettingsError
from a11y.audit.robots import Robots
from a11y.audit.urls import is_pdf, origin

_DOWNLOADS = re.compile(
    r"\.(?:zip|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|json|xml|ics|vcf|mp4|webm|mp3|ogg|wav|vtt"
    r"|jpe?g|png|gif|svg|webp|avif|ico|css|js|mjs|wasm|glb|npz|txt|woff2?|exe|dmg|epub|gz|rss|atom)$",
    re.IGNORECASE,
)
# Following these would end the session or change data.
_LEAVING = re.compile(r"(?:^|[/?=_-])(?:logout|abmelden-konto|signout|sign-out|log-off)\b", re.I)


@dataclass(frozen=True, slots=True)
class Target:
    """An address to look at. depth: clicks from a start page."""

    url: str
    depth: int = 0
    linked_from: str = ""
    sampled: str = ""


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    made = []
    for pattern in patterns:
        try:
            made.append(re.compile(pattern))
        except re.error as error:
            raise SettingsError(
                f"“{pattern}” is no regular expression: {error}.", "Mend --include or --exclude."
            ) from error
    return tuple(made)


class Frontier:
    """The addresses still to visit, shared by the workers.

    Each address is given out once. ``next`` blocks while other workers may still find more.
    Raises SettingsError for a pattern that is none.
    """

    def __init__(
        self,
        *,
        origins: Iterable[str],
        include: Iterable[str] = (),
        exclude: Iterable[str] = (),
        depth: int = 20,
        max_pages: int = 1000,
        robots: Robots | None = None,
    ) -> None:
        self._origins = frozenset(origins)
        self._include = _compiled(include)
        self._exclude = _compiled(exclude)
        self._matched: set[str] = set()
        self._depth = depth
        self._max_pages = max_pages
        self._robots = robots
        self._seen: set[str] = set()
        self._waiting: deque[Target] = deque()
        self._busy = 0
        self._given = 0
        self._closed = False
        self._changed = threading.Condition()
        self.pdfs: dict[str, str] = {}
        self.left_out: dict[str, str] = {}

    def wants(self, url: str) -> str:
        """Why a found address is not visited; "" when it is."""
        if origin(url) not in self._origins:
            return "other site"
        if _DOWNLOADS.search(urlsplit(url).path):
            return "download"
        if _LEAVING.search(url):
            return "ends the session"
        included = self._of(self._include, url)
        excluded = self._of(self._exclude, url)
        if self._include and not included:
            return "not included"
        if excluded:
            return "excluded"
        if self._robots is not None and not self._robots.allows(url):
            return "robots.txt"
        return ""

    def _of(self, patterns: Iterable[re.Pattern[str]], url: str) -> bool:
        fitting = {pattern.pattern for pattern in patterns if pattern.search(url)}
        self._matched |= fitting
        return bool(fitting)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """Patterns of include and exclude that no address found on the site has matched."""
        given = (pattern.pattern for pattern in (*self._include, *self._exclude))
        return tuple(one for one in given if one not in self._matched)

    def start(self, urls: Iterable[str]) -> None:
        """Take addresses the user named: no filter but "once"."""
        with self._changed:
            for url in urls:
                self._put(Target(url=url, depth=0))

    def found(self, urls: Iterable[str], *, on: Target) -> None:
        """Take links found on a page."""
        with self._changed:
            for url in urls:
                if url in self._seen or url in self.left_out:
                    continue
                why = self.wants(url)
                if is_pdf(url) and why in ("", "download"):
                    self.pdfs.setdefault(url, on.url)
                elif why:
                    if why != "other site":
                        self.left_out[url] = why
                elif on.depth >= self._depth:
                    self.left_out[url] = "too deep"
                else:
                    self._put(Target(url=url, depth=on.depth + 1, linked_from=on.url))
            self._changed.notify_all()

    def seen(self, url: str) -> bool:
        """True when this address was already given out; it counts as such from now on."""
        with self._changed:
            if url in self._seen:
                return True
            self._seen.add(url)
            return False

    def _put(self, target: Target) -> None:
        if target.url in self._seen:
            return
        if is_pdf(target.url):
            self.pdfs.setdefault(target.url, target.linked_from)
            return
        if len(self._seen) >= self._max_pages:
            self.left_out[target.url] = "more pages than allowed"
            return
        self._seen.add(target.url)
        self._waiting.append(target)

    def next(self) -> Target | None:
        """The next address, or None when there are and will be no more."""
        with self._changed:
            while not self._waiting:
                if self._closed or self._busy == 0:
                    self._closed = True
                    self._changed.notify_all()
                    return None
                self._changed.wait()
            if self._closed:
                return None
            self._busy += 1
            self._given += 1
            return self._waiting.popleft()

    def done(self) -> None:
        """The address given out last to this worker is finished."""
        with self._changed:
            self._busy -= 1
            self._changed.notify_all()

    def close(self) -> None:
        """Give out nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def known(self) -> int:
        """How many addresses have been found so far."""
        return self._given + len(self._waiting)
