// What asks for a path, a drag or a shake, and offers nothing else.
const seen = [];
const CONTROL = 'button, [role=button], input:not([type=hidden]):not([type=text]), select, a[href]';
const near = element => {
  const group = element.closest('section, article, figure, form, fieldset, [role=group], [role=region], main, body');
  return tools.all(CONTROL, group).concat(group.tagName === 'BODY' ? [] : []).filter(part => part !== element && tools.visible(part) && !part.contains(element)
    && !part.closest('nav, header, footer'));
};
const name = element => tools.name(element).slice(0, 50) || element.tagName.toLowerCase();
const listens = (element, kind) => tools.heard(element).has(kind) || typeof element[`on${kind}`] === 'function';
const any = (element, ...kinds) => kinds.some(kind => listens(element, kind));
const clicks = element => any(element, 'click', 'keydown', 'keyup');
for (const element of tools.all('body *').filter(tools.visible)) {
  if (element.matches('input, select, textarea, html, body')) continue;
  const swipes = any(element, 'touchmove') && any(element, 'touchstart', 'touchend');
  const drags = (any(element, 'pointermove', 'mousemove') || any(document, 'pointermove', 'mousemove') || any(window, 'pointermove', 'mousemove'))
    && any(element, 'pointerdown', 'mousedown') && element.tagName !== 'A' && element.tagName !== 'BUTTON';
  const pulls = element.getAttribute('draggable') === 'true';
  if (!swipes && !drags && !pulls) continue;
  if (near(element).length || tools.all(CONTROL, element).some(tools.visible)) { continue; }
  const scrolls = /auto|scroll/.test(tools.style(element).overflowX + tools.style(element).overflowY);
  if (swipes && !scrolls && !clicks(element)) seen.push({element, key: 'path', data: {name: name(element)}});
  else if ((drags && !clicks(element.parentElement)) || pulls) seen.push({element, key: 'drag', data: {name: name(element)}});
}
if (['devicemotion', 'deviceorientation'].some(kind => any(window, kind))) {
  const main = document.querySelector('main, [role=main]') || document.body;
  const off = tools.all('input[type=checkbox], [role=switch], select, input[type=radio]').some(tools.visible);
  const other = tools.all(CONTROL, main).some(tools.visible);
  seen.push({element: null, key: off && other ? 'motion' : 'shake'});
}
return seen;
