// One finding of a kind a page: buttons of a site share their look.
const told = new Set();
const found = tools.all('button, [role=button], input[type=submit], input[type=button]').filter(tools.visible).flatMap(element => {
  const its = tools.style(element);
  const border = ['Top', 'Left', 'Bottom', 'Right'].some(side => parseFloat(its[`border${side}Width`]) > 0 && its[`border${side}Style`] !== 'none');
  const outline = its.outlineStyle !== 'none' && parseFloat(its.outlineWidth) > 0;
  if (border || outline || /underline/.test(its.textDecorationLine) || its.forcedColorAdjust === 'none') return [];
  const text = tools.text(element) || element.value;
  if (!text && element.querySelector('svg, img')) return [];
  // An icon drawn in system colours stays (a mask filled with CanvasText, as KERN's icons are).
  if (!text && [...element.querySelectorAll('*')].some(part => tools.visible(part) && tools.style(part).forcedColorAdjust === 'none')) return [];
  const named = tools.name(element) || element.tagName.toLowerCase();
  if (!text) return [{element, key: 'icon', data: {name: named}}];
  return parseFloat(its.paddingLeft) >= 4 ? [{element, key: 'vanished', data: {name: named}}] : [];
});
return found.filter(one => !told.has(one.key) && told.add(one.key)).map(one => ({...one, data: {...one.data, count: found.filter(other => other.key === one.key).length}}));
