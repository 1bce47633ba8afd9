// Pictures that are no img: drawn with characters, on a canvas, or put in by CSS.
const seen = [];
const named = element => tools.words(element.getAttribute('aria-label') || element.title) || tools.byIds(element, 'aria-labelledby').map(tools.text).join('');
for (const element of tools.all('pre, p, div').filter(tools.visible)) {
  if (element.matches('p, div') && (element.children.length || !/pre/.test(tools.style(element).whiteSpace))) continue;
  if (tools.hidden(element) || element.closest('[role=img]') || element.querySelector('code') || element.closest('code, samp')) continue;
  const text = element.innerText || '';
  const lines = text.split('\n').filter(line => line.trim());
  const signs = text.replace(/[\s\p{L}\p{N}.,:;!?"„“”]/gu, '').length;
  const letters = (text.match(/[\p{L}\p{N}]/gu) || []).length;
  if (lines.length >= 3 && signs >= 12 && signs > 2 * letters) seen.push({element, key: 'characters'});
}
for (const element of tools.all('canvas').filter(tools.visible)) {
  const box = element.getBoundingClientRect();
  if (tools.hidden(element) || named(element) || tools.words(element.textContent) || box.width < 40 || box.height < 40) continue;
  if (/^(presentation|none)$/.test(element.getAttribute('role') || '') || tools.style(element).pointerEvents === 'none') continue;
  if (element.closest('[role=img], [role=application]') && named(element.closest('[role=img], [role=application]'))) continue;
  let blank = false;
  try {
    const probe = document.createElement('canvas');
    [probe.width, probe.height] = [16, 16];
    const pen = probe.getContext('2d');
    pen.drawImage(element, 0, 0, 16, 16);
    const data = pen.getImageData(0, 0, 16, 16).data;
    blank = data.every((value, i) => value === data[i % 4]);
  } catch { /* drawn from another origin */ }
  if (!blank) seen.push({element, key: 'canvas'});
}
for (const element of tools.all('main *, [role=main] *').concat(document.querySelector('main, [role=main]') ? [] : tools.all('body *'))) {
  const image = tools.style(element).backgroundImage;
  if (!/url\(/.test(image) || !tools.visible(element) || tools.hidden(element) || named(element) || element.matches('input, select, textarea, button, a, body')) continue;
  const box = element.getBoundingClientRect();
  if (box.width < 48 || box.height < 48 || box.width * box.height > 0.5 * innerWidth * innerHeight) continue;
  if (tools.words(element.textContent) || element.querySelector('img, svg, video, canvas, iframe') || element.closest('a, button')) continue;
  if (element.hasAttribute('role')) continue;
  seen.push({element, key: 'css', data: {image: image.slice(0, 60)}});
}
return seen;
