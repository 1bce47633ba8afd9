const dialog = tools.find(arguments[0]);
const words = /schlie|close|abbrech|cancel|zurück|×|✕|✖|ok|verstanden/i;
const button = [...dialog.querySelectorAll('button, [role=button], a[href]')].find(element => tools.visible(element)
  && (words.test(tools.name(element)) || element.matches('[data-close], [data-dismiss], [data-bs-dismiss]')));
return button ? tools.selector(button) : null;
