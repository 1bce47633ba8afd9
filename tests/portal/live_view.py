"""The live view of a signed version in a real browser, asked from a test."""

from __future__ import annotations

from typing import Any

from selenium import webdriver

_OPEN = """
const [version, options, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
const signer = document.createElement("klarhand-signer");
signer.addEventListener("klarhand-bereit", async () => {
  const { view } = signer;
  const later = (ms) => new Promise((then) => setTimeout(then, ms));
  try {
    await view.current.until(view.duration);
    done({ answer: await (async () => { BODY })() });
  } catch (error) {
    done({ error: String(error) });
  }
});
signer.addEventListener("klarhand-fehler", (event) => done({ error: event.detail.message }));
signer.setAttribute("src", `/live/fassung/${version}.json`);
document.querySelector("main").prepend(signer);
import("/assets/klarhand-signer.js").catch((error) => done({ error: String(error) }));
"""

STILL = """
  await later(1500); // the pictures of skin and cloth, and the sharp still, are there
  clearTimeout(view.resting);
  view.sizes.disconnect();
  view.renderer.setSize(options.size, options.size, false);
  view.seek(options.time);
  return [view.software, view.renderer.domElement.toDataURL("image/png")];
"""


def ask(browser: webdriver.Chrome, address: str, version: int, body: str, **options: Any) -> Any:
    """What ``body`` returns once the signer of ``version`` stands there.

    JavaScript that may await and sees ``view``, ``options`` and ``later(ms)``.
    """
    browser.set_script_timeout(90)
    browser.get(f"{address}/gebaerdensprache/")
    found = browser.execute_async_script(_OPEN.replace("BODY", body), version, options)
    assert "error" not in found, found
    return found["answer"]
