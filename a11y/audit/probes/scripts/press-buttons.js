// Buttons with a life of their own: not those that send a form, leave, or do harm.
const risky = /lösch|entfern|abmeld|senden|absenden|kaufen|bestell|delete|remove|submit|send|buy|logout|herunterladen|download|drucken|print|teilen|share/i;
const seen = new Set();
return tools.all('button, [role=button], [role=switch], input[type=button], a[href="#"], a[href^="javascript:"]').filter(element => {
  if (!tools.focusable(element) || risky.test(tools.name(element)) || element.getAttribute('aria-disabled') === 'true') return false;
  if (element.type === 'submit' && element.form) return false;
  if (element.matches('[role=tab], [role=menuitem], [role=option], [popovertarget], [commandfor]')) return false;
  const delegated = [document, document.body].some(target => tools.heard(target).has('click'));
  if (!element.onclick && !tools.heard(element).has('click') && !delegated) return false;
  const kind = element.className + element.getAttribute('onclick') + (element.className ? '' : tools.name(element) + element.id);
  if (seen.has(kind)) return false;
  seen.add(kind);
  return true;
}).slice(0, 8).map(element => ({selector: tools.selector(element), name: tools.name(element).slice(0, 60)}));
