const element = document.activeElement;
if (!element || !element.matches('a[href^="#"]') || element.getAttribute('href').length < 2) return null;
const id = decodeURIComponent(element.getAttribute('href').slice(1));
return {selector: tools.selector(element), id, name: tools.name(element), exists: !!document.getElementById(id)};
