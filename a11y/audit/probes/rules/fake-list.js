const mark = /^\s*([-–•·*▪►➤✓]|\d{1,2}[.)])\s+\S/;
const seen = [];
for (const element of tools.all('p, div, td')) {
  if (!tools.visible(element) || element.closest('li, pre, code, [role=list]') || !element.querySelector(':scope > br')) continue;
  const lines = (element.innerText || '').split('\n').filter(line => mark.test(line));
  if (lines.length >= 3) seen.push({element, key: 'marks', data: {count: lines.length}});
}
for (const element of tools.all('p, div')) {
  const marked = node => node && node.matches('p, div') && mark.test(node.textContent) && tools.visible(node)
    && !node.querySelector('p, div, br, li');
  if (!marked(element) || marked(element.previousElementSibling) || element.closest('li, pre, [role=list]')) continue;
  let count = 0;
  for (let at = element; marked(at); at = at.nextElementSibling) count += 1;
  if (count >= 3) seen.push({element, key: 'marks', data: {count}});
}
return seen;
