// How much text of the page's contents can be seen (in letters, also by scrolling), and is it turned?
const angle = element => {
  const its = tools.style(element);
  const matrix = its.transform === 'none' ? null : new DOMMatrix(its.transform);
  const own = matrix ? Math.round(Math.atan2(matrix.b, matrix.a) * 180 / Math.PI) : 0;
  return own + (parseFloat(its.rotate) || 0);
};
const outer = [document.documentElement, document.body, ...document.body.children,
  ...tools.all('main, [role=main], #app, #root, #main, #content, #page')];
const turned = outer.find(element => Math.abs(angle(element)) % 180 === 90);
const cover = tools.all('body *').filter(element => {
  const its = tools.style(element);
  const box = element.getBoundingClientRect();
  return its.position === 'fixed' && tools.visible(element) && its.pointerEvents !== 'none'
    && box.width >= innerWidth * .98 && box.height >= innerHeight * .98 && tools.colour(its.backgroundColor)[3] > .9;
});
let letters = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!tools.words(node.data) || element.matches('script, style, noscript, template') || !tools.visible(element)) continue;
  if (cover.length && !cover.some(top => top.contains(element))) continue;
  if (element.closest('header, footer, nav') && document.querySelector('main')) continue;
  letters += tools.words(node.data).length;
}
return {letters, angle: turned ? angle(turned) : 0, turned: turned ? tools.selector(turned) : ''};
