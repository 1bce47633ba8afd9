// Text whose size hangs on the window alone stays as it is when the page is zoomed: at 200 % the
// window is half as wide in CSS px, and so are its letters. Compared with the wide window.
const leaves = tools.all('body *').filter(element => tools.visible(element)
  && [...element.childNodes].some(node => node.nodeType === 3 && tools.words(node.data)));
if (state === 'desktop') {
  window.__klarhandLetters = new WeakMap(leaves.map(element => [element, [parseFloat(tools.style(element).fontSize), innerWidth]]));
  return [];
}
const known = window.__klarhandLetters;
if (!known) return [];
const stuck = leaves.filter(element => {
  const was = known.get(element);
  if (!was) return false;
  const kept = parseFloat(tools.style(element).fontSize) / was[0];
  return Math.abs(kept - innerWidth / was[1]) < 0.03;
});
return stuck.filter(element => !stuck.some(other => other !== element && other.contains(element))).slice(0, 5)
  .map(element => ({element, key: 'stuck', data: {text: tools.text(element).slice(0, 50)}}));
