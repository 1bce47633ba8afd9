let element = document.activeElement;
while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const last = window.__klarhandLast;
window.__klarhandLast = element;
const box = element.getBoundingClientRect();
const shape = [...element.getClientRects()].filter(part => part.width > 0)[0] || box;
const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => [shape.left + shape.width * x, shape.top + shape.height * y]);
const top = points.map(([x, y]) => {
  let at = document.elementFromPoint(x, y);
  while (at && at.shadowRoot && at.shadowRoot.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
  return at;
});
const mine = at => at && (at === element || element.contains(at) || at.contains(element)
  || (at.closest('label') && at.closest('label').control === element));
const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight).length;
const its = tools.style(element);
const before = last && last.isConnected && last.getRootNode() === element.getRootNode()
  && (element.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
const flow = element.parentElement;
let leap = false;
if (last && last.isConnected && !before) {
  let common = element.parentElement;
  while (common && !common.contains(last)) common = common.parentElement;
  if (common && /flex|grid/.test(tools.style(common).display)) {
    // Compare the two items of the container, not the stops: the next column rightly begins at its top.
    const item = part => { while (part.parentElement !== common) part = part.parentElement; return part.getBoundingClientRect(); };
    const [old, now] = [item(last), item(element)];
    const rtl = tools.style(common).direction === 'rtl';
    const row = Math.min(old.bottom, now.bottom) - Math.max(old.top, now.top) > Math.min(old.height, now.height) / 2;
    const above = now.bottom <= old.top && (rtl ? now.left > old.left - 2 : now.left < old.left + 2);
    leap = now.width > 0 && old.width > 0 && (above || (row && (rtl ? now.left >= old.right - 1 : now.right <= old.left + 1)));
  }
}
return {
  selector: tools.selector(element), name: tools.name(element).slice(0, 60), tag: element.tagName,
  // What looks alike while focused: the rest of the kind need not be photographed.
  kind: [element.tagName, element.className, element.type || '', its.color, its.outline, its.outlineOffset, its.boxShadow,
    its.backgroundColor, its.textDecorationLine, its.borderColor].join('|'),
  x: box.left + scrollX, y: box.top + scrollY, width: box.width, height: box.height,
  covered: inside === 5 && !top.some(mine), shown: tools.visible(element),
  hidden: !!element.closest('[aria-hidden=true]'),
  before, leap, positive: element.tabIndex > 0, dialog: !!element.closest('dialog, [role=dialog], [role=alertdialog]'),
};
