// Radio buttons (and three or more check boxes) of one name need a group with a name.
const groups = new Map();
for (const element of tools.all('input[type=radio], input[type=checkbox]')) {
  if (!element.name || !(tools.visible(element) || tools.labels(element).some(tools.visible))) continue;
  const key = `${element.type}|${element.name}|${element.form ? tools.selector(element.form) : ''}`;
  groups.set(key, [...(groups.get(key) || []), element]);
}
const named = element => {
  const legend = element.matches('fieldset') && element.querySelector(':scope > legend, :scope > * > legend');
  return (legend && tools.text(legend)) || element.getAttribute('aria-label') || tools.byIds(element, 'aria-labelledby').map(tools.text).join('');
};
return [...groups].flatMap(([key, members]) => {
  const radio = key.startsWith('radio');
  if (members.length < (radio ? 2 : 3)) return [];
  const group = members[0].closest('fieldset, [role=group], [role=radiogroup]');
  if (group && members.every(member => group.contains(member)) && named(group)) return [];
  if (members.every(member => tools.byIds(member, 'aria-labelledby').length > 1 || tools.byIds(member, 'aria-describedby').length)) return [];
  if (members[0].closest('table')) return [];  // rows and columns name them
  return [{element: members[0], key: radio ? 'radio' : 'boxes', data: {name: tools.name(members[0]).slice(0, 40), count: members.length}}];
});
