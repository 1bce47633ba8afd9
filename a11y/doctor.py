"""What is installed, what is missing, and how to get it."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from a11y import paths


class Status(StrEnum):
    OK = "ok"
    MISSING = "missing"
    OPTIONAL = "optional"  # absent, and everything else works without it


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """name: what was looked at. found: version or place. remedy: how to get it, if not OK."""

    name: str
    status: Status
    found: str = ""
    needed_for: str = ""
    remedy: str = ""

    def to_dict(self) -> dict[str, str]:
        return {key: str(value) for key, value in asdict(self).items()}


# library → (Debian package, needed for, optional)
_LIBRARIES = {
    "EGL": ("libegl1 libegl-mesa0 libgl1-mesa-dri", "rendering with shaders", False),
    "GL": ("libgl1", "rendering with shaders", False),
    "X11": ("libx11-6", "rendering in software (fallback)", True),
    "GLESv2": ("libgles2", "a11y bench legibility", True),
}
_PROGRAMS = {
    "chromium": ("chromium", "a11y audit, browser tests", False),
    "chromedriver": ("chromium-driver", "a11y audit, browser tests", False),
    "node": ("nodejs", "browser assets at set-up", False),
    "npm": ("npm", "browser assets at set-up", False),
    "java": ("default-jre-headless", "a11y audit --engines vnu", True),
}


def examine() -> list[Check]:
    """All checks, cheapest first; reads only, changes nothing."""
    return [*_python(), *_packages(), *_libraries(), *_programs(), *_products()]


def _python() -> Iterator[Check]:
    version = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info[:2] == (3, 11)
    yield Check(
        name="Python 3.11",
        status=Status.OK if fits else Status.MISSING,
        found=version,
        needed_for="everything",
        remedy="" if fits else "sudo apt-get install python3.11 python3.11-venv; make clean setup",
    )


def _packages() -> Iterator[Check]:
    for requirement in importlib.metadata.requires("klarhand") or []:
        name, _, pinned = requirement.partition("==")
        name = re.split(r"[\s;<>=!~\[]", name, maxsplit=1)[0]
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            version = ""
        wanted = pinned.split(";")[0].strip()
        fits = bool(version) and (not wanted or version == wanted)
        yield Check(
            name=f"package {name}",
            status=Status.OK if fits else Status.MISSING,
            found=version,
            needed_for=f"version {wanted}" if wanted else "",
            remedy="" if fits else "rm -f var/setup/python; make setup",
        )


def _libraries() -> Iterator[Check]:
    for library, (package, needed_for, optional) in _LIBRARIES.items():
        found = ctypes.util.find_library(library) or ""
        yield _found(f"library {library}", found, package, needed_for, optional=optional)


def _programs() -> Iterator[Check]:
    for program, (package, needed_for, optional) in _PROGRAMS.items():
        path = shutil.which(program)
        found = _version(path) if path else ""
        yield _found(f"program {program}", found, package, needed_for, optional=optional)


def _found(name: str, found: str, package: str, needed_for: str, *, optional: bool) -> Check:
    absent = Status.OPTIONAL if optional else Status.MISSING
    return Check(
        name=name,
        status=Status.OK if found else absent,
        found=found,
        needed_for=needed_for,
        remedy="" if found else f"sudo apt-get install {package}",
    )


def _version(path: str) -> str:
    flag = "-version" if path.endswith("java") else "--version"
    try:
        done = subprocess.run([path, flag], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return path
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else path


def _products() -> Iterator[Check]:
    """What set-up makes."""
    var = paths.var_dir()
    wanted = {
        "signer's body": (var / "body" / "rig.npz", "a11y sign, a11y serve", "a11y body build"),
        "German pipeline": (var / "vectors", "a11y simplify, a11y gloss", "a11y language setup"),
        "theme assets": (
            paths.theme_dir() / "node_modules" / "@kern-ux" / "native",
            "a11y serve",
            "npm ci --prefix site_theme",
        ),
        "axe-core": (
            paths.project_dir() / "a11y" / "audit" / "node_modules" / "axe-core",
            "a11y audit",
            "npm ci --prefix a11y/audit",
        ),
        "city content": (var / "klarhand.sqlite", "a11y serve", "a11y import content"),
    }
    for name, (path, needed_for, remedy) in wanted.items():
        there = path.exists()
        yield Check(
            name=name,
            status=Status.OK if there else Status.MISSING,
            found=str(path) if there else "",
            needed_for=needed_for,
            remedy="" if there else remedy,
        )
