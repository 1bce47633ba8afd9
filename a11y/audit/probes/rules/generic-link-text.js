const generic = /^(hier|mehr|weiter|weiterlesen|mehr lesen|mehr erfahren|mehr dazu|mehr infos?|mehr informationen|details|link|klick(en sie)? hier|hier klicken|download|herunterladen|zur seite|zum artikel|lesen|click here|here|more|read more|learn more|details here|this page|info|infos)[\s.…>»→:!]*$/i;
return tools.all('a[href], [role=link]').filter(tools.visible).flatMap(element => {
  const name = tools.name(element);
  if (!generic.test(name) || tools.byIds(element, 'aria-describedby').length) return [];
  const around = tools.words(tools.text(element.closest('p, li, td, th, dd') || tools.block(element)).replace(tools.text(element), ''));
  return [{element, key: around.split(' ').length >= 3 ? 'context' : 'alone', data: {name}}];
});
