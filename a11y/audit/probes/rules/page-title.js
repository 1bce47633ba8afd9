const title = tools.words(document.title);
if (!title) return [];
if (/^(untitled|unbenannt.*|ohne titel|neue seite|new page|document|dokument|home|homepage|index|page|seite|website|webseite|title|titel|test|template|vorlage|page ?\d*|seite ?\d+|react app|vite( app)?.*|wordpress)$/i.test(title)
    || /^\S+\.(html?|php|aspx?|jsp)$/i.test(title) || /^https?:\/\//.test(title)) {
  return [{element: null, key: 'generic', data: {title}}];
}
const heading = tools.all('h1').find(tools.visible);
if (!heading || location.pathname === '/') return [];
const stems = text => (text.toLowerCase().match(/[\p{L}\d]{4,}/gu) || []).map(word => word.slice(0, 5));
const own = stems(tools.text(heading));
const shared = stems(title).some(word => own.includes(word));
return own.length && !shared ? [{element: null, key: 'other', data: {title, heading: tools.text(heading)}}] : [];
