"""What an audit is asked to do, from the command line, a settings file, or Python."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from a11y.audit.browser import BrowserSettings
from a11y.audit.errors import SettingsError

ENGINES = ("axe", "alfa", "ibm", "vnu")


@dataclass(frozen=True, slots=True)
class AuditSettings:
    """Everything a run depends on; the same settings on the same site give the same run.

    urls: where to start. base_url: replaces scheme and host of every address (a sitemap of the
        live site, run against a test server).
    crawl: follow links; otherwise only urls and the sitemap are looked at.
    depth: clicks from a start page (0: start pages only). max_pages: pages tested at most.
    include, exclude: regular expressions on addresses.
    states, probes, engines: names, or ``("all",)`` / ``("none",)``.
    forms: submit forms empty and wrong: ``local`` (only on this machine or a private network),
        ``always`` or ``never``.
    law: profile of a Land (``nrw`` …) or ``none``.
    delay: seconds between two pages of one worker; None: 0 on this machine, 0.25 elsewhere.
    sample: share of further pages drawn at random next to the page types, after (EU) 2018/1524;
        0 tests every page. seed: of that draw.
    pictures: folder for pictures of failing elements; None makes none.
    """

    urls: tuple[str, ...] = ()
    crawl: bool = False
    sitemap: str = ""
    base_url: str = ""
    depth: int = 20
    max_pages: int = 1000
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    robots: bool = True
    pdfs: bool = True
    sample: float = 0.0
    seed: int = 0
    login: tuple[Mapping[str, str], ...] = ()
    engines: tuple[str, ...] = ("axe",)
    states: tuple[str, ...] = ("all",)
    probes: tuple[str, ...] = ("all",)
    law: str = "none"
    forms: str = "local"
    workers: int = 1
    delay: float | None = None
    restart_after: int = 150
    pictures: Path | None = None
    browser: BrowserSettings = field(default_factory=BrowserSettings)

    def __post_init__(self) -> None:
        if not self.urls and not self.sitemap:
            raise SettingsError(
                "There is nothing to look at.", "Give at least one address or a sitemap."
            )
        for url in self.urls:
            if not url.startswith(("http://", "https://")):
                raise SettingsError(
                    f"“{url}” is no web address.", "Write it with http:// or https:// in front."
                )
        unknown = set(self.engines) - set(ENGINES)
        if unknown or not self.engines:
            raise SettingsError(
                f"Unknown engine: {', '.join(sorted(unknown)) or '(none)'}.",
                f"Choose from {', '.join(ENGINES)}.",
            )
        if self.workers < 1 or self.max_pages < 1 or self.depth < 0:
            raise SettingsError(
                "Workers and pages are at least 1, depth at least 0.", "Give larger numbers."
            )
        if self.forms not in ("local", "always", "never"):
            raise SettingsError(
                f"Forms are submitted “{self.forms}”?", "Choose from local, always, never."
            )
        if not 0 <= self.sample <= 1:
            raise SettingsError("The sample is a share between 0 and 1.", "0.1 means ten per cent.")

    def to_dict(self) -> dict[str, Any]:
        """The settings that go into a report: no passwords from login steps."""
        shown = {item.name: getattr(self, item.name) for item in fields(self)}
        for hidden in ("login", "browser", "pictures"):
            del shown[hidden]
        return {
            key: list(value) if isinstance(value, tuple) else value for key, value in shown.items()
        }


_LISTS = {"urls", "include", "exclude", "engines", "states", "probes"}


def read_settings(path: Path, **overrides: Any) -> AuditSettings:
    """Read a TOML settings file; overrides (those not None) win. Raises SettingsError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"The settings file {path} cannot be read: {error}.", "Mend it or leave it out."
        ) from error
    return make_settings(data, source=str(path), **overrides)


def make_settings(
    data: Mapping[str, Any], *, source: str = "settings", **overrides: Any
) -> AuditSettings:
    """Settings from plain data; raises SettingsError on unknown or wrongly typed entries."""
    known = {item.name for item in fields(AuditSettings)}
    values: dict[str, Any] = {}
    for key, value in data.items():
        name = key.replace("-", "_")
        if name not in known or name == "pictures":
            raise SettingsError(
                f"{source}: there is no setting “{key}”.", f"Known: {', '.join(sorted(known))}."
            )
        values[name] = _typed(name, value, source)
    for name, value in overrides.items():
        if value is not None:
            values[name] = value
    return AuditSettings(**values)


def _typed(name: str, value: Any, source: str) -> Any:
    if name == "browser":
        allowed = {item.name for item in fields(BrowserSettings)}
        if not isinstance(value, dict) or set(value) - allowed:
            raise SettingsError(
                f"{source}: [browser] is wrong.", f"Known: {', '.join(sorted(allowed))}."
            )
        return replace(BrowserSettings(), **value)
    if name == "login":
        if not isinstance(value, list) or not all(isinstance(step, dict) for step in value):
            raise SettingsError(
                f"{source}: “login” is wrong.", "Write one [[login]] block per step."
            )
        return tuple(value)
    if name in _LISTS:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{source}: “{name}” is a list of texts.", 'Write ["one", "two"].')
        return tuple(value)
    wanted = {
        "crawl": bool, "robots": bool, "pdfs": bool, "depth": int, "max_pages": int, "seed": int,
        "workers": int, "restart_after": int, "sample": (int, float), "delay": (int, float),
        "sitemap": str, "base_url": str, "law": str, "forms": str,
    }[name]  # fmt: skip
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):  # type: ignore[arg-type]
        raise SettingsError(f"{source}: “{name}” has the wrong type.", f"It is {value!r} now.")
    return value
