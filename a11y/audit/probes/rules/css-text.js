return tools.all('body *').flatMap(element => {
  if (!tools.visible(element) || tools.hidden(element) || element.matches('script, style')) return [];
  for (const pseudo of ['::before', '::after']) {
    const said = tools.style(element, pseudo).content;
    const quoted = /^["'](.*)["']$/s.exec(said);
    if (!quoted) continue;
    const words = quoted[1].match(/\p{L}{3,}/gu) || [];
    if (words.length < 2 || [...element.attributes].some(attribute => attribute.value === quoted[1])) continue;
    return [{element, key: 'css', data: {text: quoted[1].slice(0, 60)}}];
  }
  return [];
});
