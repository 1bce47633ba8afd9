// What probes share. All lengths in CSS px, colours as [red, green, blue, alpha].
const tools = (() => {
  const all = (selector, root = document) => {
    const found = [];
    const walk = node => {
      for (const element of node.querySelectorAll('*')) {
        if (element.matches(selector)) found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(root);
    return found;
  };
  const words = text => (text || '').replace(/\s+/g, ' ').trim();
  const style = (element, pseudo) => getComputedStyle(element, pseudo);
  const parent = element => element.parentElement || (element.getRootNode().host ?? null);
  const visible = element => {
    if (!element.isConnected) return false;
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const hidden = element => {  // from assistive technology
    for (let at = element; at; at = parent(at)) {
      if (at.getAttribute('aria-hidden') === 'true' || at.inert) return true;
    }
    return !element.checkVisibility({visibilityProperty: true});
  };
  const text = element => words(element.innerText ?? element.textContent);
  const byIds = (element, attribute) => (element.getAttribute(attribute) || '').split(/\s+/)
    .map(id => id && element.getRootNode().getElementById?.(id)).filter(Boolean);
  const labels = element => [...(element.labels || [])];
  // A short form of the accessible name: enough to compare and to match words.
  const name = element => {
    const tied = byIds(element, 'aria-labelledby').map(text).join(' ');
    if (tied) return tied;
    const said = words(element.getAttribute('aria-label'));
    if (said) return said;
    const labelled = labels(element).map(text).join(' ');
    if (labelled) return labelled;
    if (element.tagName === 'IMG') return words(element.alt);
    if (element.matches('input[type=submit], input[type=button], input[type=reset]')) return words(element.value);
    const inner = [text(element), ...[...element.querySelectorAll('img[alt], [aria-label]')]
      .map(part => part.getAttribute('alt') ?? part.getAttribute('aria-label'))].join(' ');
    return words(inner) || words(element.title);
  };
  const simple = element => {
    const id = element.id;
    if (id && !/\s/.test(id) && element.getRootNode().querySelectorAll(`#${CSS.escape(id)}`).length === 1) {
      return {part: `#${CSS.escape(id)}`, unique: true};
    }
    const tag = element.tagName.toLowerCase();
    const peers = element.parentNode ? [...element.parentNode.children].filter(peer => peer.tagName === element.tagName) : [];
    return {part: peers.length > 1 ? `${tag}:nth-of-type(${peers.indexOf(element) + 1})` : tag,
      unique: ['html', 'body', 'main'].includes(tag)};
  };
  const selector = element => {
    const parts = [];
    let at = element;
    while (at && at.nodeType === 1) {
      const {part, unique} = simple(at);
      parts.unshift(part);
      if (unique || !at.parentElement) break;
      at = at.parentElement;
    }
    const own = parts.join(' > ');
    const root = element.getRootNode();
    return root.host ? `${selector(root.host)} >>> ${own}` : own;
  };
  const find = path => {
    let root = document;
    let element = null;
    for (const part of path.split(' >>> ')) {
      element = root.querySelector(part);
      if (!element) return null;
      root = element.shadowRoot || element.contentDocument || element;
    }
    return element;
  };
  const snippet = element => {
    const whole = element.outerHTML || '';
    const open = whole.slice(0, whole.indexOf('>') + 1);
    return `${open.slice(0, 300)}${element.children.length ? '' : text(element).slice(0, 80)}`;
  };
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const seen = new Map();
  const colour = value => {
    if (!seen.has(value)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = '#000';
      pen.fillStyle = value;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      seen.set(value, [r, g, b, a / 255]);
    }
    return seen.get(value);
  };
  const over = (top, below) => {
    const a = top[3];
    return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)).concat(1);
  };
  const ground = element => {  // null: a picture lies behind
    const layers = [];
    for (let at = element; at; at = parent(at)) {
      const its = style(at);
      if (its.backgroundImage !== 'none') return null;
      const fill = colour(its.backgroundColor);
      if (fill[3] > 0) layers.push(fill);
      if (fill[3] === 1) break;
    }
    let result = [255, 255, 255, 1];
    const dark = style(document.documentElement).colorScheme === 'dark'
      || (/dark/.test(style(document.documentElement).colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches);
    if (dark) result = colour('Canvas');
    for (const layer of layers.reverse()) result = over(layer, result);
    return result;
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const FOCUSABLE = 'a[href], area[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), summary, iframe, audio[controls], video[controls], [contenteditable=""], [contenteditable=true], [tabindex]';
  const focusable = element => element.matches(FOCUSABLE) && !element.closest('[inert]') && visible(element);
  const fields = (root = document) => all('input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea', root)
    .filter(field => visible(field) && !field.disabled);
  const heard = element => (window.__klarhandHeard && window.__klarhandHeard.get(element)) || new Set();
  const inline = element => /^inline/.test(style(element).display);
  const block = element => {
    let at = element.parentElement;
    while (at && inline(at)) at = at.parentElement;
    return at || document.body;
  };
  return {all, words, style, parent, visible, hidden, text, byIds, labels, name, selector, find, snippet, colour,
    over, ground, luminance, contrast, FOCUSABLE, focusable, fields, heard, inline, block};
})();
