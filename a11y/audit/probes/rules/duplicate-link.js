const links = tools.all('a[href]').filter(element => tools.visible(element) && !tools.hidden(element));
const seen = [];
links.forEach((element, index) => {
  const next = links[index + 1];
  if (!next || next.href !== element.href || next.parentElement !== element.parentElement) return;
  const range = document.createRange();
  range.setStartAfter(element);
  range.setEndBefore(next);
  if (tools.words(range.toString()) === '') seen.push({element: next, key: 'adjacent', data: {href: next.getAttribute('href')}});
});
const byName = new Map();
for (const element of links) {
  const name = tools.name(element).toLowerCase();
  if (name.length < 4) continue;
  const known = byName.get(name);
  if (!known) byName.set(name, element);
  else if (known.href.split('#')[0] !== element.href.split('#')[0] && !known.reported
           && tools.block(known).closest('li, td, article, section') === tools.block(element).closest('li, td, article, section')) {
    known.reported = true;
    seen.push({element, key: 'same-name', data: {name: tools.name(element)}});
  }
}
return seen;
