const element = tools.find(arguments[0]);
const target = tools.focusable(element) ? element : [...element.querySelectorAll('*')].find(tools.focusable);
if (!target) return false;
target.focus({focusVisible: true});
return true;
