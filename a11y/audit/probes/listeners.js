// Runs before the page's own scripts and remembers what cannot be seen afterwards: what listens to
// what, which timers wait, which windows and sounds the page starts, what changes by itself.
(() => {
  if (window.__klarhandHeard) return;
  const keep = (name, value) => Object.defineProperty(window, name, {value, enumerable: false});
  const heard = new WeakMap();
  keep('__klarhandHeard', heard);
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    const target = this ?? window;
    if (!heard.has(target)) heard.set(target, new Set());
    heard.get(target).add(String(kind));
    return add.call(target, kind, ...rest);
  };
  // timers: id → {delay in ms, repeats, run}; a page that never sets any is not waited for.
  const log = {timers: new Map(), opened: 0, locked: false, sounds: [], changes: [], from: performance.now()};
  keep('__klarhandLog', log);
  for (const [set, clear, repeats] of [['setTimeout', 'clearTimeout', false], ['setInterval', 'clearInterval', true]]) {
    const native = window[set].bind(window);
    window[set] = (what, delay, ...rest) => {
      const run = typeof what === 'function' ? () => what(...rest) : () => window.eval(String(what));
      const id = native(() => { if (!repeats) log.timers.delete(id); run(); }, delay);
      log.timers.set(id, {delay: Number(delay) || 0, repeats, run});
      return id;
    };
    const stop = window[clear].bind(window);
    window[clear] = id => { log.timers.delete(id); stop(id); };
  }
  // Counted when an event brings it about, never opened: one tab is all there is.
  window.open = () => { if (window.event) log.opened += 1; return null; };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    const acted = navigator.userActivation && navigator.userActivation.hasBeenActive;
    if (!acted && !this.muted && this.volume > 0) log.sounds.push(this);
    return play.call(this);
  };
  if (window.ScreenOrientation && ScreenOrientation.prototype.lock) {
    const lock = ScreenOrientation.prototype.lock;
    ScreenOrientation.prototype.lock = function (kind) { log.locked = kind !== 'any' && kind !== 'natural'; return lock.call(this, kind); };
  }
  // [milliseconds, element] of every change until somebody acts (`log.quiet`).
  const watch = new MutationObserver(list => {
    if (log.quiet) { watch.disconnect(); return; }
    const now = performance.now();
    for (const one of list) {
      const element = one.target.nodeType === 1 ? one.target : one.target.parentElement;
      if (element && log.changes.length < 4000) log.changes.push([now, element]);
    }
  });
  watch.observe(document, {subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['style', 'class', 'hidden', 'src', 'open', 'aria-hidden']});
})();
