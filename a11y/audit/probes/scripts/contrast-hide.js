// Hide a text for a moment; returns its colour [red, green, blue], the contrast it needs, and the
// boxes of its lines in CSS px from the document's corner; null where the picture would mislead.
const element = arguments[0].includes('iframe') || arguments[0].includes('frame >>>') ? null : tools.find(arguments[0]);
if (!element || !tools.visible(element)) return null;
const its = tools.style(element);
const colour = tools.colour(its.color);
if (colour[3] < 1 || its.textShadow !== 'none' || its.webkitTextStrokeWidth !== '0px' || its.mixBlendMode !== 'normal'
  || /text/.test(its.webkitBackgroundClip || '')) return null;
for (let at = element; at; at = tools.parent(at)) if (parseFloat(tools.style(at).opacity) < 1 || tools.style(at).filter !== 'none') return null;
const lines = [];
for (const node of element.childNodes) {
  if (node.nodeType !== 3 || !tools.words(node.data)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.width < 2 || box.height < 2) continue;
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (over && over !== element && !over.contains(element) && !element.contains(over)) return null;  // something lies on it
    lines.push({x: box.left + scrollX, y: box.top + scrollY, width: Math.min(box.width, 900), height: box.height});
  }
}
if (!lines.length) return null;
const size = parseFloat(its.fontSize);
const large = size >= 24 || (size >= 18.66 && parseInt(its.fontWeight, 10) >= 700);
const sheet = document.createElement('style');
sheet.className = 'klarhand-contrast';
sheet.textContent = '* { color: transparent !important; transition: none !important; -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }';
document.documentElement.append(sheet);
return {colour: colour.slice(0, 3).map(Math.round), needed: large ? 3 : 4.5, lines: lines.slice(0, 4)};
