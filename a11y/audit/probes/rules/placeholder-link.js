return tools.all('a[href]').filter(tools.visible).flatMap(element => {
  const href = element.getAttribute('href').trim();
  const name = tools.name(element);
  if (/^javascript:/i.test(href) || href === '#') {
    if (element.getAttribute('role') === 'button' || /oben|top|anfang/i.test(name)) return [];
    return [{element, key: 'empty', data: {name, href: href.slice(0, 40)}}];
  }
  if (href.startsWith('#') && href !== '#top') {
    const target = decodeURIComponent(href.slice(1));
    if (/[=/!:]/.test(target)) return [];
    const root = element.getRootNode();
    if (!root.getElementById(target) && !document.getElementById(target) && !document.getElementsByName(target).length) {
      return [{element, key: 'missing', data: {name, target}}];
    }
  }
  return [];
});
