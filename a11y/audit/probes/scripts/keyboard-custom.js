const native = 'button, a[href], input, select, textarea, summary';
const seen = new Set();
return tools.all('[role=button], [role=link], [role=checkbox], [role=switch]').filter(element =>
  !element.matches(native) && tools.focusable(element) && element.tabIndex >= 0 && element.getAttribute('aria-disabled') !== 'true'
).filter(element => {
  const kind = element.className + (element.getAttribute('onclick') || '') + (element.getAttribute('onkeydown') || '') + element.getAttribute('role');
  if (seen.has(kind) && seen.size > 2) return false;
  seen.add(kind);
  return true;
}).slice(0, 6).map(element => ({selector: tools.selector(element), role: element.getAttribute('role'), name: tools.name(element).slice(0, 60)}));
