// Does the content that appeared lie over something that was there: text or controls ("surely"), or
// might it ("perhaps")? "" when it takes its own place.
const element = tools.find(arguments[0]);
if (!element) return '';
let lifted = false;
for (let at = element; at && at !== document.body; at = at.parentElement) lifted = lifted || /absolute|fixed/.test(tools.style(at).position);
if (!lifted) return '';
if (element.querySelector('a[href], button, input, select')) return 'perhaps';  // a menu: people decide
const box = element.getBoundingClientRect();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (!tools.words(node.data) || element.contains(node) || node.parentElement.contains(element) || !tools.visible(node.parentElement)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const line of range.getClientRects()) {
    const wide = Math.min(line.right, box.right) - Math.max(line.left, box.left);
    const high = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
    if (wide > 8 && high > line.height / 2) return 'surely';
  }
}
return 'perhaps';
