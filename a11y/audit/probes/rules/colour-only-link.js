return tools.all('p a[href], li a[href], dd a[href], td a[href]').filter(element => tools.visible(element) && tools.inline(element)).flatMap(element => {
  if (element.closest('nav, [role=navigation], header, footer') || element.querySelector('img, svg')) return [];
  const block = element.closest('p, li, dd, td');
  const around = tools.words(tools.text(block).replace(tools.text(element), ''));
  const letters = (around.match(/\p{L}/gu) || []).length;
  if (letters < 12 || !tools.text(element)) return [];
  const text = element.parentElement;
  const its = tools.style(element);
  const theirs = tools.style(text);
  const decorated = node => /underline|overline|line-through/.test(tools.style(node).textDecorationLine);
  const marked = [element, ...element.querySelectorAll('*')].some(decorated)
    || ['borderBottomWidth', 'borderTopWidth', 'outlineWidth'].some(side => side !== 'outlineWidth' ? parseFloat(its[side]) > 0 && its[side.replace('Width', 'Style')] !== 'none' : its.outlineStyle !== 'none')
    || its.fontWeight !== theirs.fontWeight || its.fontStyle !== theirs.fontStyle || its.fontSize !== theirs.fontSize || its.fontFamily !== theirs.fontFamily
    || (tools.colour(its.backgroundColor)[3] > 0 && its.backgroundColor !== theirs.backgroundColor) || its.backgroundImage !== 'none' || its.boxShadow !== 'none'
    || [...tools.style(element, '::after').content].length > 4 || [...tools.style(element, '::before').content].length > 4;
  if (marked) return [];
  const ratio = tools.contrast(tools.colour(its.color), tools.colour(theirs.color));
  return [{element, key: ratio < 3 ? 'colour' : 'hue', data: {name: tools.name(element), ratio: ratio.toFixed(1)}}];
});
