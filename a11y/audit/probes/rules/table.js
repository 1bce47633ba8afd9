const seen = [];
for (const element of tools.all('table').filter(tools.visible)) {
  if (/^(presentation|none)$/.test(element.getAttribute('role') || '')) {
    const marks = element.querySelector('th, caption, [scope], [headers]') || element.getAttribute('summary');
    if (marks) seen.push({element, key: 'presentation'});
    continue;
  }
  if (element.querySelector('table')) continue;
  const rows = [...element.rows];
  const columns = Math.max(0, ...rows.map(row => row.cells.length));
  if (rows.length < 2 || columns < 2) continue;
  const heads = [...element.querySelectorAll('th, [role=columnheader], [role=rowheader]')];
  const long = [...element.querySelectorAll('td')].some(cell => tools.text(cell).length > 250 || cell.querySelector('form, h1, h2, h3, article'));
  if (!heads.length) {
    if (!long) seen.push({element, key: 'no-header', data: {rows: rows.length, columns}});
  } else {
    const inBody = heads.some(head => head.parentElement.rowIndex > 0 && head.cellIndex === 0);
    const inHead = rows[0].querySelectorAll('th').length > 1;
    const spans = heads.some(head => head.colSpan > 1 || head.rowSpan > 1);
    if (((inBody && inHead) || spans) && !element.querySelector('[scope], [headers]')) seen.push({element, key: 'scope'});
  }
}
// Text in columns that only blanks hold together: several lines whose gaps stand one below the other.
for (const element of tools.all('pre').filter(tools.visible)) {
  if (element.querySelector('code') || element.closest('code, [role=img], [aria-hidden=true], figure[class*=code i]')) continue;
  const lines = (element.innerText || '').split('\n').filter(line => line.trim());
  const rows = lines.filter(line => /\S( {2,}|\t+)\S/.test(line) && (line.match(/\p{L}{2,}/gu) || []).length >= 2 && !/[{};=<>\\|]/.test(line));
  if (rows.length < 3 || rows.length < lines.length * .6) continue;
  const starts = rows.map(row => [...row.matchAll(/(?: {2,}|\t+)(?=\S)/g)].map(gap => gap[0].includes('\t') ? 'tab' : gap.index + gap[0].length));
  if (starts[0].some(at => starts.every(row => row.includes(at)))) seen.push({element, key: 'layout'});
}
return seen;
