const texts = [...document.querySelectorAll('body *')].filter(element =>
  [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || element.matches('input, select, textarea'));
const sizes = texts.map(element => parseFloat(getComputedStyle(element).fontSize));
window.__klarhandSizes = texts.map(element => [element, element.style.getPropertyValue('font-size'), element.style.getPropertyPriority('font-size')]);
texts.forEach((element, i) => element.style.setProperty('font-size', `${sizes[i] * 2}px`, 'important'));
