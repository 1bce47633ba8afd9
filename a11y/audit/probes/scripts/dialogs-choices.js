// Fields that something listens to: by themselves, through their form, or through the document.
const kinds = ['change', 'input', 'click', 'keyup', 'keydown', 'keypress', 'blur'];
const hears = (target, ...wanted) => wanted.some(kind => tools.heard(target).has(kind) || typeof target[`on${kind}`] === 'function');
return tools.all('select, input, textarea').filter(element => {
  if (!tools.visible(element) || element.disabled || element.readOnly) return false;
  if (element.matches('[type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=password]')) return false;
  const own = hears(element, ...kinds) || (element.form && hears(element.form, 'change', 'input')) || hears(document, 'change', 'input') || hears(document.body, 'change');
  return own && (!element.matches('select') || (element.options.length > 1 && !element.multiple));
}).slice(0, 6).map(element => ({selector: tools.selector(element), name: tools.name(element).slice(0, 50),
  kind: element.matches('select') ? 'select' : element.matches('[type=radio], [type=checkbox]') ? 'choice' : 'text'}));
