const sidesOf = (element, ground) => {
  const its = tools.style(element);
  return ['Top', 'Right', 'Bottom', 'Left']
    .filter(side => parseFloat(its[`border${side}Width`]) > 0 && its[`border${side}Style`] !== 'none')
    .map(side => tools.over(tools.colour(its[`border${side}Color`]), ground));
};
const drawn = element => {  // a background picture, shadow or outline may be the visible boundary
  const its = tools.style(element);
  return its.backgroundImage !== 'none' || its.boxShadow !== 'none' || its.outlineStyle !== 'none';
};
// A box drawn closely around the field (and perhaps its button) is the field's boundary.
const boxes = field => {
  const found = [field];
  const own = field.getBoundingClientRect();
  for (let at = field.parentElement; at && found.length < 4; at = at.parentElement) {
    const box = at.getBoundingClientRect();
    if (box.height > own.height + 16 || box.width > own.width + 220) break;
    found.push(at);
  }
  return found;
};
// A control that is nothing but a drawn icon: the best of its shapes must stand out.
const icons = tools.all('button, a[href], [role=button], summary').filter(tools.visible).flatMap(element => {
  if (element.disabled || element.getAttribute('aria-disabled') === 'true' || tools.text(element)) return [];
  const svg = element.querySelector('svg');
  if (!svg || !tools.visible(svg) || element.querySelector('img')) return [];
  const ground = tools.ground(element);
  if (!ground) return [];
  let best = 0;
  for (const shape of svg.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse, use, text')) {
    if (shape.tagName === 'use' || shape.closest('defs, mask, clipPath')) return [];
    const its = tools.style(shape);
    for (const [paint, opacity] of [[its.fill, its.fillOpacity], [its.stroke, its.strokeOpacity]]) {
      if (paint === 'none' || !/^(rgb|color|#|oklch|lab|hsl)/.test(paint)) { if (/url/.test(paint)) return []; continue; }
      const ink = [...tools.colour(paint)];
      ink[3] *= parseFloat(opacity) * parseFloat(its.opacity);
      best = Math.max(best, tools.contrast(tools.over(ink, ground), ground));
    }
  }
  return best > 0 && best < 3 ? [{element, key: 'icon', data: {name: tools.name(element).slice(0, 40), ratio: best.toFixed(1)}}] : [];
});
return icons.concat(tools.fields().filter(element => element.matches('input, select, textarea') && !element.matches('[type=range], [type=color], [type=file]')).flatMap(element => {
  if (/checkbox|radio/.test(element.type) && tools.style(element).appearance !== 'none') return [];
  let best = 1;
  for (const box of boxes(element)) {
    const ground = box.parentElement && tools.ground(box.parentElement);
    if (!ground || drawn(box)) return [];
    const fill = tools.over(tools.colour(tools.style(box).backgroundColor), ground);
    best = Math.max(best, tools.contrast(fill, ground), ...sidesOf(box, ground).map(side => tools.contrast(side, ground)));
  }
  return best < 3 ? [{element, key: 'field', data: {ratio: best.toFixed(1)}}] : [];
}));
