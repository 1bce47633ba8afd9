const seen = [];
for (const element of tools.all('table').filter(tools.visible)) {
  if (/^(presentation|none)$/.test(element.getAttribute('role') || '') || element.querySelector('table')) continue;
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
return seen;
