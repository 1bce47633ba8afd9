const seen = [];
const operable = element => {
  // A focusable ancestor counts only when it is a control itself: not main[tabindex="-1"].
  const near = element.closest('a[href], button, input, select, textarea, summary, label, option, [contenteditable], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=switch], [role=radio]');
  if (near && (near.matches('label, option') || (tools.focusable(near) && near.tabIndex >= 0) || near.disabled)) return true;
  if (tools.focusable(element) && element.tabIndex >= 0) return true;
  if (element.closest('[disabled], [aria-disabled=true], [inert]')) return true;
  return [...element.querySelectorAll(tools.FOCUSABLE)].some(inner => tools.focusable(inner) || inner.disabled);
};
const managed = element => element.closest('[role=listbox], [role=menu], [role=menubar], [role=tablist], [role=tree], [role=grid], [role=radiogroup], [role=toolbar], [role=combobox]');
const named = element => tools.name(element).slice(0, 60) || element.tagName.toLowerCase();
const covered = element => seen.some(other => other.element !== element && other.element.contains(element));
for (const element of tools.all('body *')) {
  if (!tools.visible(element) || element.matches('html, body, main, form, summary, details, script, style, option, svg *')) continue;
  const heard = tools.heard(element);
  const clicks = element.onclick || heard.has('click') || heard.has('dblclick') || element.ondblclick || heard.has('mousedown') || heard.has('mouseup') || heard.has('pointerdown');
  const role = element.getAttribute('role') || '';
  const widget = /^(button|link|checkbox|switch|radio|tab|menuitem|slider|combobox|textbox|option)$/.test(role);
  const shares = tools.text(element).length > 400 || element.querySelectorAll('*').length > 40;
  if (widget && !operable(element) && !managed(element)) seen.push({element, key: 'role', data: {name: named(element), role}});
  else if (clicks && !operable(element) && !managed(element) && !shares && !tools.hidden(element)) seen.push({element, key: 'unreachable', data: {name: named(element)}});
  else if (tools.style(element).cursor === 'pointer' && tools.style(element.parentElement).cursor !== 'pointer' && !operable(element) && !managed(element)
           && !shares && !tools.hidden(element) && !covered(element)) seen.push({element, key: 'cursor', data: {name: named(element)}});
}
return seen;
