// Fill a form in plausibly; returns the labels of what was entered, or null when it is not valid.
const form = tools.find(arguments[0]);
if (!form) return null;
const sample = {email: 'erika@example.org', tel: '0251 123456', date: '2001-02-03', number: '3', url: 'https://example.org', time: '10:00',
  month: '2001-02', week: '2001-W05', range: '3', color: '#123456', password: 'Aa1!Aa1!Aa1!'};
const entered = [];
for (const field of tools.fields(form)) {
  const label = tools.name(field);
  if (field.matches('select')) { if (field.options.length > 1) field.selectedIndex = field.options.length - 1; }
  else if (field.type === 'checkbox') { field.checked = true; continue; }
  else if (field.type === 'radio') { field.checked = true; continue; }
  else if (field.type === 'file') return null;
  else field.value = sample[field.type] || (/mail/i.test(label) ? sample.email : /plz|postleitzahl/i.test(label) ? '48143'
    : /datum|geboren/i.test(label) ? '03.02.2001' : /telefon|handy/i.test(label) ? sample.tel : /iban/i.test(label) ? 'DE02120300000000202051' : 'Muster');
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}));
  if (field.type !== 'password' && label.length >= 3) entered.push({label: label.toLowerCase(), name: field.name});
}
return form.noValidate || form.checkValidity() ? {entered, page: location.pathname, title: document.title} : null;
