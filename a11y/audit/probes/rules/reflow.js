const room = document.documentElement.clientWidth;
const root = document.scrollingElement;
if (root.scrollWidth <= room + 2) return [];
const fits = element => {  // an ancestor scrolls or clips by itself
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll|hidden|clip/.test(tools.style(at).overflowX)) return true;
  }
  return false;
};
const wide = tools.all('body *').filter(element => {
  if (!tools.visible(element) || fits(element)) return false;
  const box = element.getBoundingClientRect();
  return box.right + scrollX > room + 2 && box.left + scrollX < 5000 && !element.closest('svg');
});
const inner = wide.filter(element => !wide.some(other => other !== element && element.contains(other)) || tools.style(element).whiteSpace.includes('nowrap'));
// Do words or controls lie beyond the edge, or only an edge of the box?
const beyond = element => {
  if (tools.all('input, select, textarea, button, a[href]', element).concat(element.matches('input, select, textarea, button, a[href]') ? [element] : [])
    .some(part => tools.visible(part) && part.getBoundingClientRect().right + scrollX > room + 2)) return true;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!tools.words(node.data)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(line => line.width > 1 && line.right + scrollX > room + 2)) return true;
  }
  return [...element.querySelectorAll('*')].some(part => part.shadowRoot);
};
return inner.slice(0, 5).map(element => {
  const table = element.closest('table, [role=grid], math, pre');
  const extra = Math.round(element.getBoundingClientRect().right + scrollX - room);
  // What holds no text asks for two dimensions by itself, as pictures and players do.
  const media = element.matches('video, audio, img, canvas, svg, iframe, object, embed') || !beyond(element);
  return {element: table || element, key: table ? 'table' : media ? 'media' : 'wide', data: {extra}};
}).concat(inner.length ? [] : [{element: null, key: beyond(document.body) ? 'wide' : 'media', data: {extra: root.scrollWidth - room}}]);
