const drawn = element => !!element.querySelector('img, svg, picture, canvas, [role=img]')
  || [element, ...element.querySelectorAll('*')].some(part => ['', '::before', '::after'].some(pseudo => {
    const its = tools.style(part, pseudo || undefined);
    return /url\(/.test(`${its.backgroundImage} ${its.maskImage} ${its.content}`);
  }));
// Asked of few: it looks at every part of the element.
const signs = (element, name) => !/gebärden|\bdgs\b/i.test(name) || drawn(element);
const links = tools.all('a[href]').filter(element => element.checkVisibility()).map(element => ({
  href: element.href, name: tools.name(element), picture: signs(element, tools.name(element)), lang: element.closest('[lang]') ? element.closest('[lang]').lang : '',
  download: element.hasAttribute('download')}));
const page = href => (/#!?\//.test(href) ? href : href.split('#')[0]);
const bar = element => [...element.querySelectorAll('a[href]')].map(link => [tools.name(link), page(link.href)]);
const navs = tools.all('nav, [role=navigation]').filter(element => element.checkVisibility()).map(element => ({
  name: element.getAttribute('aria-label') || tools.byIds(element, 'aria-labelledby').map(tools.text).join(' '),
  links: bar(element)}));
// What belongs to a film: from its figure outwards until its download stands in it, but not into another
// film's part.
const saves = link => link.hasAttribute('download') || /\.(mp4|webm|mov)([?#]|$)/i.test(link.href);
const part = element => {
  let box = element.closest('figure') || element.parentElement;
  while (!box.matches('section, article, main, body') && box.parentElement
    && ![...box.querySelectorAll('a[href]')].some(link => saves(link) && link.checkVisibility())) {
    if (box.parentElement.querySelectorAll('video').length > box.querySelectorAll('video').length) break;
    box = box.parentElement;
  }
  return box;
};
const videos = tools.all('video').map(element => ({
  src: element.currentSrc || element.src || (element.querySelector('source') || {}).src || '', selector: tools.selector(element),
  snippet: tools.snippet(element), controls: element.controls, picture: drawn(part(element)),
  around: tools.text(part(element)).slice(0, 600),
  downloads: [...(tools.all('video').length > 1 ? part(element) : document.body).querySelectorAll('a[href]')].filter(saves).map(link => link.href)}));
const main = document.querySelector('main, [role=main]') || document.body;
return {
  title: document.title, heading: tools.text(document.querySelector('h1') || document.createElement('i')),
  lang: document.documentElement.lang, links, navs, videos, home: location.pathname === '/',
  search: !!tools.all('[role=search], search, input[type=search]').length,
  buttons: tools.all('button, [role=button]').filter(tools.visible).map(tools.name).slice(0, 80),
  main_links: [...main.querySelectorAll('a[href]')].map(link => ({name: tools.name(link), href: link.href})).slice(0, 200),
  media: tools.all('video, audio').length
    + tools.all('iframe[src]').filter(frame => /youtube|vimeo|dailymotion|mediathek|soundcloud/.test(frame.src)).length,
  look: tools.all('p, li', main).filter(tools.visible).slice(0, 60).map(element => {
    const its = tools.style(element);
    return {align: its.textAlign, size: parseFloat(its.fontSize), hyphens: its.hyphens, family: its.fontFamily};
  }),
  forms: tools.all('form').map(form => ({action: form.action, method: form.method, fields: tools.fields(form).map(tools.name)})),
  text: tools.text(main).slice(0, 60000),
  blocks: [...main.querySelectorAll('p, li')].filter(tools.visible).map(tools.text).filter(Boolean).slice(0, 400),
  headings: [...main.querySelectorAll('h1, h2, h3, h4')].map(tools.text),
};
