// Fields of this step that ask, empty, for what was entered in the step before.
const before = arguments[0];
const known = new Set(before.entered.map(one => one.label));
const fields = tools.fields();
const names = new Set(fields.map(field => field.name));
// The same form again: it was refused, not continued.
if (before.entered.length && before.entered.every(one => names.has(one.name) || !one.name) && location.pathname === before.page) return [];
const copies = tools.all('input[type=checkbox], button, [role=button]').some(element => /gleich|übernehmen|wie oben|dieselbe|identisch|same as|copy/i.test(tools.name(element)));
if (copies || tools.all('input[type=search]').length === fields.length) return [];
return fields.filter(field => !field.value && field.type !== 'password' && !field.matches('select, [type=checkbox], [type=radio], [type=search]')
  && !field.list && !field.closest('[role=search], search, header, footer, nav') && known.has(tools.name(field).toLowerCase())
  && !/bestätig|erneut|wiederhol|sicherheit|confirm|repeat/i.test(tools.name(field)))
  .slice(0, 3).map(field => ({label: tools.name(field).slice(0, 50), page: document.title}));
