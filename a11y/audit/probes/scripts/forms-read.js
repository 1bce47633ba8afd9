const bad = /fehler|ungültig|bitte|pflicht|erforderlich|ausfüllen|angeben|eingeben|muss|error|invalid|required|please|must|falsch/i;
const marks = '[role=alert], [aria-live], [class*=error i], [class*=fehler i], [class*=invalid i], [class*=danger i], [id*=error i], [id*=fehler i], .help-block';
const form = tools.find(arguments[0]) || tools.all('form').find(other => tools.fields(other).length);
const fields = form ? tools.fields(form) : [];
const old = new Set(arguments[1]);
const lines = tools.all('body p, body li, body span, body div, body strong, body small, body label, body output, body h2, body h3')
  .filter(element => tools.visible(element) && !element.querySelector('p, li, div, input, select, textarea, h2, h3') && !element.closest('button, option, nav'))
  .filter(element => { const text = tools.text(element); return text && text.length < 300 && !old.has(text) && (bad.test(text) || element.matches(marks) || element.closest(marks)); });
const tied = fields.filter(field => field.getAttribute('aria-invalid') === 'true' && tools.byIds(field, 'aria-describedby')
  .concat(tools.byIds(field, 'aria-errormessage'), tools.labels(field)).some(part => lines.some(line => part.contains(line) || line.contains(part))));
const invalid = fields.filter(field => field.getAttribute('aria-invalid') === 'true');
const described = fields.filter(field => tools.byIds(field, 'aria-describedby').concat(tools.byIds(field, 'aria-errormessage'), tools.labels(field))
  .some(part => lines.some(line => part.contains(line) || line.contains(part))));
const text = lines.map(tools.text).join(' ');
const words = name => (name.toLowerCase().match(/[\p{L}-]{3,}/gu) || []);
const named = fields.some(field => words(tools.name(field)).some(word => text.toLowerCase().includes(word)));
const near = lines.some(line => fields.some(field => { const a = line.getBoundingClientRect(); const b = field.getBoundingClientRect();
  return Math.abs(a.top - b.bottom) < 40 || Math.abs(b.top - a.bottom) < 60; }));
const live = lines.some(line => line.closest('[role=alert], [role=status], [aria-live=polite], [aria-live=assertive], output'));
const focus = document.activeElement;
const moved = !!focus && (fields.includes(focus) || lines.some(line => line.contains(focus) || focus.contains(line)) && focus !== document.body);
return {form: form ? tools.selector(form) : '', line: lines[0] ? tools.selector(lines[0]) : '', said: text.slice(0, 120), count: lines.length,
  tied: tied.length, invalid: invalid.length, described: described.length, named, near, live, moved, fields: fields.length,
  field: fields[0] ? tools.selector(fields[0]) : '',
  looks: fields.map(field => tools.style(field).borderColor + tools.style(field).backgroundColor + tools.style(field).outlineColor)};
