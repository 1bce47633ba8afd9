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
// An icon drawn in a colour of its own keeps it while the ground changes.
for (const element of tools.all('button, [role=button], a[href], summary').filter(tools.visible)) {
  const svg = element.querySelector('svg');
  if (!svg || tools.text(element) || !tools.visible(svg)) continue;
  const ground = tools.ground(element) || tools.colour('Canvas');
  const inks = [...svg.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse, use')].flatMap(part => {
    const its = tools.style(part);
    return [its.fill, its.stroke].filter(ink => ink && !/^(none|url)/.test(ink)).map(tools.colour).filter(ink => ink[3] > 0.5);
  });
  if (!inks.length) continue;
  const ratio = Math.max(...inks.map(ink => tools.contrast(tools.over(ink, ground), ground)));
  if (ratio < 3) found.push({element, key: 'drawn', data: {name: tools.name(element), ratio: ratio.toFixed(1)}});
}
return found.filter(one => !told.has(one.key) && told.add(one.key)).map(one => ({...one, data: {...one.data, count: found.filter(other => other.key === one.key).length}}));
