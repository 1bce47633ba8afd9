const seen = [];
const groups = new Map();
const note = tools.text(document.body);
const explained = /pflicht|erforderlich|notwendig|required|mandatory|\*/i;
for (const element of tools.fields()) {
  const choice = element.matches('[type=radio], [type=checkbox]');
  const shown = tools.labels(element).concat(tools.byIds(element, 'aria-labelledby')).filter(label => tools.visible(label) && tools.text(label));
  const said = tools.words(element.getAttribute('aria-label') || element.title);
  const search = element.type === 'search' || element.closest('[role=search], search');
  const placeholder = tools.words(element.placeholder);
  if (!shown.length && !said && placeholder && !tools.labels(element).length) {
    seen.push({element, key: 'placeholder', data: {text: placeholder}});
  } else if (!shown.length && (said || tools.labels(element).length) && !search && !choice && !element.closest('td, th')) {
    const beside = element.nextElementSibling;
    // The button beside it may name its purpose (technique G167); “Weiter” names none.
    const names = beside && beside.matches('button, [type=submit]') && /such|search|find|filter|abonn|bestell|eintrag|anmelden|subscribe|prüfen|berechnen/i.test(tools.name(beside));
    if (!names) seen.push({element, key: 'invisible', data: {text: said || tools.name(element)}});
  }
  const label = shown.map(tools.text).join(' ');
  if (label && !choice) {
    const group = element.closest('fieldset, [role=group], tr, li, section, form') || document.body;
    if (!groups.has(group)) groups.set(group, new Map());
    const known = groups.get(group);
    if (known.has(label.toLowerCase())) seen.push({element, key: 'same', data: {text: label}});
    known.set(label.toLowerCase(), element);
  }
  if ((element.required || element.getAttribute('aria-required') === 'true') && !choice && label) {
    const form = element.closest('form') || document.body;
    const hint = tools.byIds(element, 'aria-describedby').map(tools.text).join(' ');
    const all = /alle (felder|angaben) sind (pflicht|erforderlich)|all fields are required/i.test(tools.text(form.parentElement || form));
    const star = [...element.labels || []].some(one => /\*/.test(tools.style(one, '::after').content + tools.style(one, '::before').content));
    if (!explained.test(label + hint) && !all && !star) seen.push({element, key: 'required', data: {text: label}});
  }
}
return seen;
