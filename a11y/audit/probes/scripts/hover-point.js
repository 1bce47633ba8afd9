const element = tools.find(arguments[0]);
if (!element) return null;
element.scrollIntoView({block: 'center', behavior: 'instant'});
const box = element.getBoundingClientRect();
return [box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 20)];
