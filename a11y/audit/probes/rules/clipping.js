const width = innerWidth;
const key = state === 'text spacing' ? 'spacing' : state === 'text 200 %' ? 'text' : width <= 330 ? 'narrow' : 'zoom';
const seen = [];
for (const element of tools.all('body *')) {
  const its = tools.style(element);
  const cutsY = /hidden|clip/.test(its.overflowY);
  const cutsX = /hidden|clip/.test(its.overflowX);
  if ((!cutsY && !cutsX) || !tools.visible(element) || element.matches('html, body, svg, svg *, textarea, input, select, iframe, video, marquee')) continue;
  const box = element.getBoundingClientRect();
  if (box.width < 8 || box.height < 8 || its.clipPath !== 'none' && /inset\(50%|inset\(100%/.test(its.clipPath)) continue;
  if (element.closest('[aria-hidden=true], [aria-roledescription=carousel], details:not([open])')) continue;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let lost = '';
  for (let node = walker.nextNode(); node && !lost; node = walker.nextNode()) {
    if (!tools.words(node.data) || !node.parentElement.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const host = tools.style(node.parentElement);
    if (host.position === 'absolute' && node.parentElement.getBoundingClientRect().width <= 2) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 2 || line.height < 4) continue;
      const middle = line.top + line.height / 2;
      const outY = cutsY && (middle > box.bottom || line.bottom - box.bottom > line.height * 0.4 || middle < box.top);
      const outX = cutsX && (line.right - box.right > 6 && line.left < box.right + 2000);
      if (outY || outX) { lost = tools.words(node.data); break; }
    }
  }
  if (lost && !seen.some(other => other.element.contains(element))) seen.push({element, key, data: {text: lost.slice(0, 60)}});
}
return seen.slice(0, 10);
