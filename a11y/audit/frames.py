"""The documents of a page: the page itself and its frames, also behind open shadow roots."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.webelement import WebElement

from a11y.audit.browser import Browser

# Frames that have not been loaded (yet) have nothing to look into, and waiting for them may take
# for ever.
FIND_FRAMES = """
const found = [];
const empty = frame => {
  const src = frame.src && frame.src !== 'about:blank';
  try { return src && frame.contentDocument.URL === 'about:blank'; } catch { return false; }
};
const walk = root => {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('iframe, frame') && !empty(element)) found.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  }
};
walk(document);
return found;
"""

_MAX_DEPTH = 5


@contextmanager
def _inside(browser: Browser, frame: WebElement) -> Iterator[bool]:
    try:
        browser.driver.switch_to.frame(frame)
    except WebDriverException:  # a frame that went away meanwhile is no part of the page
        yield False
        return
    try:
        yield True
    finally:
        browser.driver.switch_to.parent_frame()


def each_frame(
    browser: Browser, *, named: str = "", _path: str = "", _depth: int = 0
) -> Iterator[str]:
    """Yield once per document, with the driver switched to it: the page first, then its frames.

    named: a script's body that turns its argument, a frame, into a selector; what is yielded is
    then the path of selectors to the document: ``""`` for the page, else ending in `` >>> ``.
    """
    yield _path
    if _depth >= _MAX_DEPTH:
        return
    for frame in browser.js(FIND_FRAMES):
        path = f"{_path}{browser.js(named, frame)} >>> " if named else _path
        with _inside(browser, frame) as entered:
            if entered:
                yield from each_frame(browser, named=named, _path=path, _depth=_depth + 1)
