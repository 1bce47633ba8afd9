// Runs before the page's own scripts and remembers what listens to what: a `div` with a click
// listener looks like any other `div` afterwards.
(() => {
  if (window.__klarhandHeard) return;
  const heard = new WeakMap();
  Object.defineProperty(window, '__klarhandHeard', {value: heard, enumerable: false});
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    const target = this ?? window;
    if (!heard.has(target)) heard.set(target, new Set());
    heard.get(target).add(String(kind));
    return add.call(target, kind, ...rest);
  };
})();
