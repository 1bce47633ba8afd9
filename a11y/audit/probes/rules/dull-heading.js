const dull = /^(überschrift|headline|heading|titel|untertitel|zwischenüberschrift|neue überschrift|überschrift hier|lorem ipsum.*|platzhalter|placeholder|todo|xxx+|\.\.\.+|…|-+)\s*\d*[:.]?$/i;
const seen = tools.all('h1, h2, h3, h4, h5, h6, [role=heading]').filter(element => tools.visible(element) && !tools.hidden(element))
  .filter(element => dull.test(tools.text(element)))
  .map(element => ({element, key: 'heading', data: {text: tools.text(element)}}));
const bare = /^(feld|eingabe|eingabefeld|textfeld|input|field|label|beschriftung)\s*\d*\s*[:*]?$/i;
for (const element of tools.fields()) {
  const label = tools.labels(element).map(tools.text).join(' ');
  if (label && bare.test(label)) seen.push({element, key: 'label', data: {text: label}});
}
return seen;
