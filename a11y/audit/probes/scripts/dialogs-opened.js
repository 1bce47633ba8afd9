const opened = tools.all('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]').filter(tools.visible).filter(element => !window.__klarhandOpen.has(element));
let element = opened[0];
let role = true;
if (!element) {
  role = false;
  element = tools.all('body *').find(part => {
    if (window.__klarhandSeen.has(part) || !tools.visible(part)) return false;
    const its = tools.style(part);
    const box = part.getBoundingClientRect();
    return its.position === 'fixed' && box.width >= 200 && box.height >= 120 && part.querySelector('button, a[href], input');
  });
}
if (!element) return null;
const focus = document.activeElement;
let modal = element.getAttribute('aria-modal') === 'true';
try { modal = modal || element.matches(':modal'); } catch { /* no dialog */ }
const box = element.getBoundingClientRect();
const cover = tools.all('body *').some(part => {
  if (window.__klarhandSeen.has(part) || !tools.visible(part)) return false;
  const b = part.getBoundingClientRect();
  return tools.style(part).position === 'fixed' && b.width >= innerWidth * .95 && b.height >= innerHeight * .9;
});
return {selector: tools.selector(element), role, modal: modal || cover, inside: element === focus || element.contains(focus), name: tools.name(element).slice(0, 50)};
