return tools.all('body *').filter(element => {
  const heard = tools.heard(element);
  const over = element.onmouseover || element.onmouseenter || heard.has('mouseover') || heard.has('mouseenter');
  return over && tools.visible(element) && element.querySelectorAll('*').length < 40;
}).slice(0, 6).map(element => ({trigger: tools.selector(element), name: tools.name(element).slice(0, 40)}));
