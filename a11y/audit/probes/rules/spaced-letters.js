// "W i l l k o m m e n" is read letter by letter. Not a list of letters (A B C D) in their order.
const pattern = /(?:^|[\s>])((?:\p{L}[ \u00a0]){4,}\p{L})(?=$|[\s.,:;!?])/u;
return tools.all('p, li, td, th, h1, h2, h3, h4, h5, h6, div, span, a, button, strong, b, label, dt, dd').flatMap(element => {
  const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('|');
  const match = own.match(pattern);
  if (!match || !tools.visible(element) || tools.hidden(element)) return [];
  const letters = match[1].replace(/[^\p{L}]/gu, '').toLowerCase();
  const sorted = [...letters].every((letter, i) => i === 0 || letter.localeCompare(letters[i - 1], 'de') >= 0);
  return sorted ? [] : [{element, key: 'spaced', data: {text: match[1]}}];
});
