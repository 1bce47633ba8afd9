// Pictures large enough to hold words. SVG files that hold a text element are known to.
const found = [];
for (const element of tools.all('img, input[type=image]').filter(tools.visible)) {
  const box = element.getBoundingClientRect();
  if (box.width < 100 || box.height < 18 || tools.hidden(element) || element.matches('[alt=""]') || element.naturalWidth === 0) continue;
  const src = element.currentSrc || element.src || '';
  const logo = /logo|wappen|signet|emblem|marke/i.test(`${src.slice(0, 200)} ${element.alt} ${element.className} ${element.id}`) || element.closest('[class*=logo i], [id*=logo i]');
  if (logo || /karte|plan|diagramm|grafik|chart|map|screenshot|bildschirm/i.test(element.alt)) continue;
  const written = /^data:image\/svg/i.test(src) && /(<|%3C)text/i.test(src);
  found.push({selector: tools.selector(element), name: tools.name(element).slice(0, 60), written,
    box: {x: box.left + scrollX, y: box.top + scrollY, width: Math.min(box.width, 1000), height: Math.min(box.height, 600)}});
}
return found;
