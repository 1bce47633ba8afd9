return tools.all('img[alt], [role=img][aria-label], input[type=image][alt]').filter(tools.visible).flatMap(element => {
  const alt = tools.words(element.getAttribute('alt') ?? element.getAttribute('aria-label'));
  if (!alt) return [];
  if (/^\S+\.(jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/i.test(alt) || /^(img|dsc|dscn|image|foto|bild|screenshot)[-_ ]?\d+$/i.test(alt)) {
    return [{element, key: 'filename', data: {alt}}];
  }
  if (/^(bild|image|foto|photo|picture|grafik|graphic|icon|symbol|platzhalter|placeholder|spacer|logo\.|alt|alternativtext|untitled|ohne titel|null|undefined|todo|xxx|\?+|\.+|-+)$/i.test(alt)) {
    return [{element, key: 'filler', data: {alt}}];
  }
  const count = alt.split(' ').length;
  return count > 24 ? [{element, key: 'long', data: {count}}] : [];
});
