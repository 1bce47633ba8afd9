"""Wait for pages that put themselves together after they have loaded, and for no others.

Runs what a page's scripts still do: an answer they wait for, a change of the document. A page
without scripts is calm at once and costs nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

# Counts answers the page's scripts wait for; runs before them in every document.
COUNT_REQUESTS = """
(() => {
  if (window.__klarhandBusy !== undefined) return;
  for (const name of ['__klarhandBusy', '__klarhandAnswer'])
    Object.defineProperty(window, name, {value: 0, writable: true, enumerable: false});
  const settled = () => {
    window.__klarhandBusy -= 1;
    window.__klarhandAnswer = performance.now();
  };
  if (window.fetch) {
    const native = window.fetch;
    window.fetch = function (...what) {
      window.__klarhandBusy += 1;
      const answer = native.apply(this, what);
      answer.then(settled, settled);
      return answer;
    };
  }
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...what) {
    window.__klarhandBusy += 1;
    this.addEventListener('loadend', settled, {once: true});
    return send.apply(this, what);
  };
})();
"""

_WATCH = """
if (!document.scripts.length) return false;
if (!window.__klarhandWatch) {
  const watch = {last: performance.now(), changes: 0};
  Object.defineProperty(window, '__klarhandWatch', {value: watch, enumerable: false});
  watch.observer = new MutationObserver(list => {
    watch.last = performance.now();
    watch.changes += list.length;
  });
  watch.observer.observe(document, {subtree: true, childList: true, characterData: true});
}
return true;
"""
_LOOK = """
const watch = window.__klarhandWatch;
if (!watch) return [0, 0];
const empty = !document.body || !document.body.innerText.trim();
let still = performance.now() - watch.last;
// What an answer brings is shown some time after it.
if (window.__klarhandAnswer && performance.now() - window.__klarhandAnswer < 400) still = 0;
return [watch.changes, (window.__klarhandBusy > 0 || (empty && still < 1000)) ? 0 : still];
"""
_STOP = "if (window.__klarhandWatch) window.__klarhandWatch.observer.disconnect();"

_STEP = 0.08  # seconds; also how long a document must stay as it is


def settle(js: Callable[[str], Any], most: float) -> float:
    """Wait at most this many seconds until the page is calm.

    js runs a script's body in the page and answers with what it returns.

    Returns what a further load of the page should wait at most: 0.0 for a page that was calm from
    the start, little for one that is never calm.
    """
    if not js(_WATCH):
        return 0.0
    began, changes = time.monotonic(), 0
    while (gone := time.monotonic() - began) < most:
        time.sleep(_STEP)
        changes, still = js(_LOOK)
        if still >= _STEP * 1000 * 0.9:
            js(_STOP)
            late = bool(changes) or gone > 2 * _STEP
            return min(most, gone + 2 * _STEP) if late else 0.0
    js(_STOP)
    return min(most, 0.25)
