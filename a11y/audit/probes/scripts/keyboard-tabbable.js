const groups = new Set();
return tools.all('*').filter(element => tools.focusable(element) && element.tabIndex >= 0
    && element.tagName !== 'IFRAME').filter(element => {
  if (element.type !== 'radio') return true;
  if (groups.has(element.name)) return false;
  groups.add(element.name);
  return true;
}).map(tools.selector);
