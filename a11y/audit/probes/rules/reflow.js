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
return inner.slice(0, 5).map(element => {
  const table = element.closest('table, [role=grid], math, pre');
  const extra = Math.round(element.getBoundingClientRect().right + scrollX - room);
  // What holds no text asks for two dimensions by itself, as pictures and players do.
  const media = element.matches('video, audio, img, canvas, svg, iframe, object, embed') || (!tools.words(element.textContent) && !element.querySelector('input, select, textarea, button'));
  return {element: table || element, key: table ? 'table' : media ? 'media' : 'wide', data: {extra}};
}).concat(inner.length ? [] : [{element: null, key: 'wide', data: {extra: root.scrollWidth - room}}]);
