"""A real headless Chromium that is driven through one tab, and can be killed and begun anew."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.remote_connection import RemoteConnection

from a11y.audit.calm import COUNT_REQUESTS, settle
from a11y.audit.errors import BrowserError, PageNotTested
from a11y.audit.scratch import BrowserScratch

_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider",
    "--metrics-recording-only",
    "--mute-audio",
    "--hide-scrollbars",  # otherwise a 320 px window lays out at 305
    "--force-color-profile=srgb",
    "--lang=de-DE",
)

_FACTS = """
const nav = performance.getEntriesByType('navigation')[0];
return {status: nav ? nav.responseStatus : 0, type: document.contentType, url: location.href,
        title: document.title, scripts: document.scripts.length > 0, fading: Math.max(0,
        ...document.getAnimations().filter(one => one.effect && one.playState === 'running')
          .map(one => one.effect.getComputedTiming().endTime - one.currentTime)
          .filter(left => left < 2000))};
"""
_PATIENCE = 2.0  # seconds for a page that is still being put together


# Nobody is there to answer a dialog, a printer's or a farewell: they are answered at once, with no.
_NOBODY = """
window.alert = () => undefined;
window.confirm = () => false;
window.prompt = () => null;
window.print = window.close = () => undefined;
"""


@dataclass(frozen=True, slots=True)
class BrowserSettings:
    """Programs and patience. Timeouts in seconds."""

    chromium: str = ""
    chromedriver: str = ""
    load_timeout: float = 30.0
    script_timeout: float = 30.0
    width: int = 1280
    height: int = 900
    accept_insecure: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the browser knows about the document it shows. status is the HTTP status."""

    url: str
    status: int
    content_type: str
    title: str


class Browser:
    """One Chromium with one tab.

    Raises BrowserError on entry; every other trouble is PageNotTested, whose ``retry`` says
    that the browser is gone and a fresh one may do better.
    """

    def __init__(
        self, settings: BrowserSettings | None = None, *, preload: tuple[str, ...] = ()
    ) -> None:
        """preload: scripts that run in every document before the page's own."""
        self.settings = settings or BrowserSettings()
        self._preload = preload
        self.shown: object = None  # the view the tab is in
        self._late: dict[str, float] = {}  # pages that go on after loading, and how long
        self._driver: webdriver.Chrome | None = None
        self._scratch: BrowserScratch | None = None

    def __enter__(self) -> Browser:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.quit()

    @property
    def driver(self) -> webdriver.Chrome:
        if self._driver is None:
            raise PageNotTested("the browser is gone", retry=True)
        return self._driver

    @property
    def running(self) -> bool:
        return self._driver is not None

    def start(self) -> None:
        chromium = _program(self.settings.chromium, "KLARHAND_CHROMIUM", ("chromium", "chrome"))
        chromedriver = _program(
            self.settings.chromedriver, "KLARHAND_CHROMEDRIVER", ("chromedriver",)
        )
        self._scratch = BrowserScratch()
        options = Options()
        options.binary_location = chromium
        for flag in _FLAGS:
            options.add_argument(flag)
        options.add_argument(f"--user-data-dir={self._scratch.profile}")
        options.add_argument(f"--window-size={self.settings.width},{self.settings.height}")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.add_argument("--no-sandbox")  # Chromium refuses its sandbox to root
        options.set_capability("unhandledPromptBehavior", "dismiss")
        # ChromeDriver lets pages open windows at will; one tab is all there is.
        options.add_experimental_option("excludeSwitches", ["disable-popup-blocking"])
        if self.settings.accept_insecure:
            options.set_capability("acceptInsecureCerts", True)
        # A session of its own: Ctrl-C reaches us, not the browser in the middle of a page.
        service = Service(
            executable_path=chromedriver,
            log_output=subprocess.DEVNULL,
            env=self._scratch.environment,
            popen_kw={"start_new_session": True},
        )
        try:
            self._driver = webdriver.Chrome(options=options, service=service)
            self._driver.set_page_load_timeout(self.settings.load_timeout)
            self._driver.set_script_timeout(self.settings.script_timeout)
            patience = self.settings.load_timeout + self.settings.script_timeout + 10
            connection = self._driver.command_executor
            if isinstance(connection, RemoteConnection):
                connection.client_config.timeout = int(patience)
            for script in (_NOBODY, COUNT_REQUESTS, *self._preload):
                self._driver.execute_cdp_cmd(
                    "Page.addScriptToEvaluateOnNewDocument", {"source": script}
                )
        except (WebDriverException, OSError) as error:
            self.kill()
            raise BrowserError(_first_line(error)) from error

    def quit(self) -> None:
        """End the browser politely; by force when it does not answer."""
        driver, self._driver = self._driver, None
        self.shown = None
        if driver is not None:
            with contextlib.suppress(Exception):
                driver.quit()
            _end(driver)
        self._clear()

    def kill(self) -> None:
        """End the browser at once, without asking it."""
        driver, self._driver = self._driver, None
        self.shown = None
        if driver is not None:
            _end(driver)
        self._clear()

    def restart(self) -> None:
        self.kill()
        self.start()

    def open(self, url: str) -> Loaded:
        """Load an address in the one tab and wait until its scripts have put it together.

        Raises PageNotTested.
        """
        with self._translated("loading"):
            if "#" in url:  # otherwise the browser would stay in the document it shows
                self.driver.get("about:blank")
            self.driver.get(url)
            facts = self.driver.execute_script(_FACTS)
        if facts["fading"]:  # colours are judged when they are what they will be
            time.sleep(min(2.0, facts["fading"] / 1000 + 0.05))
        most = self._late.get(url, _PATIENCE)
        if facts["scripts"] and most:
            late = settle(self.js, most)
            if url not in self._late:
                self._late = {url: late}  # the page at hand is the one that is loaded again
            facts["title"] = self.js("return document.title") if late else facts["title"]
        return Loaded(
            url=str(facts["url"]),
            status=int(facts["status"] or 0),
            content_type=str(facts["type"]),
            title=str(facts["title"]),
        )

    def js(self, script: str, *arguments: object) -> Any:
        """Run a script's body in the page; ``arguments`` as in Selenium."""
        with self._translated("a script in the page"):
            return self.driver.execute_script(script, *arguments)

    def js_async(self, script: str, *arguments: object) -> Any:
        """Run a script that calls its last argument when done."""
        with self._translated("a script in the page"):
            return self.driver.execute_async_script(script, *arguments)

    def cdp(self, command: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """Send one command of the Chrome DevTools Protocol."""
        with self._translated(command):
            return self.driver.execute_cdp_cmd(command, dict(parameters or {}))

    @contextlib.contextmanager
    def _translated(self, doing: str) -> Any:
        try:
            yield
        except TimeoutException as error:
            # The renderer may still be busy: nothing can be asked of this browser any more.
            self.kill()
            settings = self.settings
            patience = settings.load_timeout if doing == "loading" else settings.script_timeout
            raise PageNotTested(f"{doing} did not finish within {int(patience)} s") from error
        except WebDriverException as error:
            raise self._reason(error, doing) from error
        except (OSError, TimeoutError) as error:
            self.kill()
            raise PageNotTested(f"the browser broke off while {doing}", retry=True) from error
        except Exception as error:  # urllib3's own errors have no common public base
            if type(error).__module__.startswith("urllib3"):
                self.kill()
                raise PageNotTested(
                    f"the browser stopped answering: {doing}", retry=True
                ) from error
            raise

    def _reason(self, error: WebDriverException, doing: str) -> PageNotTested:
        line = _first_line(error)
        if "ERR_CERT" in line or "ERR_SSL" in line:
            return PageNotTested(f"certificate error: {_net_code(line)}")
        if "net::" in line:
            return PageNotTested(_net_code(line))
        gone = ("crash", "disconnected", "invalid session", "no such window", "not reachable")
        if any(word in line.lower() for word in gone) or type(error).__name__ in (
            "InvalidSessionIdException",
            "NoSuchWindowException",
        ):
            self.kill()
            return PageNotTested(f"the browser crashed while {doing}", retry=True)
        if "timeout" in line.lower():
            self.kill()
            return PageNotTested(f"{doing}: {line}")
        return PageNotTested(f"{doing}: {line}")

    def _clear(self) -> None:
        scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.remove()


def versions(browser: Browser) -> dict[str, str]:
    """Names and versions of the browser and its driver."""
    capabilities = browser.driver.capabilities
    driver = str(capabilities.get("chrome", {}).get("chromedriverVersion", "")).split(" ")[0]
    return {"chromium": str(capabilities.get("browserVersion", "")), "chromedriver": driver}


def _program(named: str, variable: str, names: tuple[str, ...]) -> str:
    wanted = named or os.environ.get(variable, "")
    if wanted:
        if not Path(wanted).is_file():
            raise BrowserError(f"there is no program {wanted}")
        return wanted
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise BrowserError(f"no “{names[0]}” was found")


def _end(driver: webdriver.Chrome) -> None:
    process = getattr(driver.service, "process", None)
    if process is None:
        return
    # ChromeDriver leads the group that Chromium belongs to.
    with contextlib.suppress(ProcessLookupError, PermissionError, OSError):
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(Exception):
        process.wait(timeout=5)


def _first_line(error: BaseException) -> str:
    text = getattr(error, "msg", None) or str(error) or type(error).__name__
    return str(text).strip().splitlines()[0][:200]


def _net_code(line: str) -> str:
    start = line.find("net::")
    return line[start:].split()[0] if start >= 0 else line
