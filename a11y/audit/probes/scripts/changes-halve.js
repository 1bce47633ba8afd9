for (const [element, value, priority] of window.__klarhandSizes || []) {
  element.style.removeProperty('font-size');
  if (value) element.style.setProperty('font-size', value, priority);
  if (!element.getAttribute('style')) element.removeAttribute('style');
}
