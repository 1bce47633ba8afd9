const element = document.activeElement;
const kind = '[aria-expanded], summary';
const button = element && (element.matches(kind) ? element : element.parentElement.querySelector(kind));
if (!button) return false;
button.focus();
return true;
