const opener = tools.find(arguments[0]);
const focus = document.activeElement;
return !opener || !tools.visible(opener) || focus === opener
  || (focus && focus !== document.body && tools.visible(focus));
