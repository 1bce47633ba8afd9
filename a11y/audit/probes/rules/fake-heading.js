const base = parseFloat(tools.style(document.body).fontSize);
return tools.all('p, div, span').filter(element => {
  const text = tools.text(element);
  if (!text || text.length > 70 || /[.:;,!]$/.test(text) || !tools.visible(element)) return false;
  if (element.querySelector('p, div, ul, ol, table, img, input, a, button, h1, h2, h3, h4, h5, h6')) return false;
  if (tools.inline(element) || /^inline/.test(tools.style(element).display)) return false;
  return !element.closest('a, button, label, legend, li, td, th, dt, dd, figcaption, caption, summary, nav, header, footer, blockquote, [role=heading], h1, h2, h3, h4, h5, h6, [role=status], [role=alert], [aria-hidden=true]');
}).flatMap(element => {
  const leaves = [...element.querySelectorAll('*')].filter(part => !part.children.length && tools.text(part));
  const whole = leaves.find(part => tools.text(part) === tools.text(element)) || element;
  const weight = parseInt(tools.style(whole).fontWeight, 10);
  const size = parseFloat(tools.style(whole).fontSize);
  if (weight < 600) return [];
  let next = element.nextElementSibling;
  if (!next || !next.matches('p, ul, ol, table, div') || tools.text(next).length < Math.max(40, tools.text(element).length)) return [];
  if (parseInt(tools.style(next).fontWeight, 10) >= weight) return [];
  const data = {text: tools.text(element), size: Math.round(size)};
  return [{element, key: size >= base * 1.25 ? 'large' : 'bold', data}];
});
