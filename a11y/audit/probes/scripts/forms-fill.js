const form = tools.find(arguments[0]);
for (const field of tools.fields(form)) {
  if (field.matches('select')) { if (field.options.length > 1) field.selectedIndex = 1; continue; }
  if (/checkbox|radio/.test(field.type)) { continue; }
  if (/email/.test(field.type) || /mail/i.test(tools.name(field))) field.value = 'falsch';
  else if (/date|number|range|color|time|month|week/.test(field.type)) continue;
  else if (/datum|plz|postleitzahl|telefon|iban|jahr/i.test(tools.name(field))) field.value = 'xx';
  else field.value = '';
  field.dispatchEvent(new Event('input', {bubbles: true}));
}
