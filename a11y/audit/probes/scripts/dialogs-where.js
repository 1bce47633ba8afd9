const dialog = tools.find(arguments[0]);
const focus = document.activeElement;
if (!dialog || !tools.visible(dialog)) return 'gone';
if (!focus || focus === document.body || focus === document.documentElement) return 'body';
return focus === dialog || dialog.contains(focus) ? 'in' : 'out';
