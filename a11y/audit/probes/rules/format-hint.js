// A pattern the browser enforces must be told to people.
const told = /\d|z\. ?b\.|beispiel|\betwa\b|format|muster\b|ziffer|stellig|\bzeichen\b|buchstabe|example|\be\.g\.|digits|characters|\b(tt|mm|jj|jjjj)\b/i;
return tools.fields().filter(element => element.matches('input[pattern]')).flatMap(element => {
  const pattern = element.getAttribute('pattern');
  if (/^(\.[*+]|\.\{\d+,?\d*\}|\\S[*+])$/.test(pattern)) return [];
  const around = element.closest('p, div, li, td, fieldset, label') || element.parentElement;
  const said = [tools.labels(element).map(tools.text).join(' '), tools.byIds(element, 'aria-describedby').map(tools.text).join(' '),
    element.placeholder, element.title, around.closest('form, body') === around ? '' : tools.text(around),
    element.nextElementSibling && !element.nextElementSibling.matches('button, input, label') ? tools.text(element.nextElementSibling) : ''].join(' ');
  if (told.test(said) || /email|tel|url/.test(element.type)) return [];
  return [{element, key: 'secret', data: {name: tools.name(element).slice(0, 50), pattern: pattern.slice(0, 40)}}];
});
