const right = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
return tools.all('p, li, h1, h2, h3, h4, td, th, dd, dt, div, blockquote, label').filter(element => {
  const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(' ').trim();
  const letters = own.match(/\p{L}/gu) || [];
  return letters.length >= 12 && (own.match(right) || []).length / letters.length > 0.6
    && tools.visible(element) && tools.style(element).direction !== 'rtl';
}).map(element => ({element, key: 'ltr', data: {text: tools.text(element).slice(0, 40)}}));
