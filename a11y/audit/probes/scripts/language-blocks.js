const seen = [];
const lang = element => {
  for (let at = element; at; at = tools.parent(at)) {
    const said = at.getAttribute && (at.getAttribute('lang') ?? at.getAttribute('xml:lang'));
    if (said !== null && said !== undefined) return said.trim();
  }
  return '';
};
for (const element of tools.all('p, li, h1, h2, h3, h4, td, th, dd, dt, blockquote, figcaption, label, legend, summary, button, a, div, article, section')) {
  if (!tools.visible(element) || element.closest('pre, code, kbd, samp, address, script, style, [translate=no], [data-nolang]')) continue;
  const own = [...element.childNodes].filter(node => node.nodeType === 3 || (node.nodeType === 1 && tools.inline(node) && !node.getAttribute('lang')))
    .map(node => node.textContent).join(' ');
  if (![...element.childNodes].some(node => node.nodeType === 3 && tools.words(node.data).length > 3)) continue;
  const text = tools.words(own);
  if (text.length < 25 || text.split(' ').length < 4) continue;
  seen.push({selector: tools.selector(element), snippet: tools.snippet(element), text: text.slice(0, 600), lang: lang(element)});
}
return {blocks: seen.slice(0, 400), lang: document.documentElement.getAttribute('lang') || '',
  name: tools.name(document.documentElement).slice(0, 10)};
