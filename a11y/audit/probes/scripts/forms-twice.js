// Within one form: an address asked for twice without a way to take it over.
const LABEL = /straße|strasse|postleitzahl|plz|\bort\b|wohnort|street|zip|postal code|city/i;
return tools.all('form').flatMap(form => {
  const copies = tools.all('input[type=checkbox], input[type=radio], button', form).some(element => /gleich|übernehmen|wie oben|dieselbe|identisch|abweichend|same|copy|different/i.test(tools.name(element)));
  if (copies) return [];
  const groups = new Map();
  const twice = [];
  for (const field of tools.fields(form).filter(one => one.matches('input') && LABEL.test(tools.name(one)) && !one.value)) {
    const label = tools.name(field).toLowerCase();
    const group = field.closest('fieldset, section, [role=group]') || form;
    if (/kind|partner|eltern|verstorben|child|spouse/i.test(tools.text(group.querySelector('legend, h2, h3') || document.createElement('i')))) continue;
    if (groups.has(label) && groups.get(label) !== group) twice.push({selector: tools.selector(field), label: tools.name(field)});
    else groups.set(label, group);
  }
  return twice.length >= 2 ? twice.slice(0, 1) : [];
});
