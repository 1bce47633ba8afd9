// Controls that listen to pressing. What is meant for dragging and drawing is judged elsewhere.
const down = ['mousedown', 'pointerdown', 'touchstart'];
const acts = element => down.some(kind => tools.heard(element).has(kind) || typeof element[`on${kind}`] === 'function');
const moves = element => ['mousemove', 'pointermove', 'touchmove'].some(kind => tools.heard(element).has(kind) || typeof element[`on${kind}`] === 'function');
return tools.all('body *').filter(element => tools.visible(element) && acts(element) && !moves(element)
  && !element.matches('input, select, textarea, canvas, video, audio, [role=slider], [role=scrollbar], [draggable=true], main, form, body, section, ul, ol, table')
  && element.querySelectorAll('*').length < 20)
  .slice(0, 6).map(element => ({selector: tools.selector(element), name: tools.name(element).slice(0, 60) || element.tagName.toLowerCase()}));
