const dialog = tools.find(arguments[0]);
const first = dialog && [...dialog.querySelectorAll('*')].find(tools.focusable);
if (first) first.focus();
