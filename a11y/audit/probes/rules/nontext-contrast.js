return tools.fields().filter(element => element.matches('input, select, textarea') && !element.matches('[type=range], [type=color], [type=file]')).flatMap(element => {
  const its = tools.style(element);
  if (/checkbox|radio/.test(element.type) && its.appearance !== 'none') return [];
  const ground = tools.ground(element.parentElement);
  if (!ground || its.backgroundImage !== 'none' || its.boxShadow !== 'none' || its.outlineStyle !== 'none') return [];
  const fill = tools.over(tools.colour(its.backgroundColor), ground);
  const sides = ['Top', 'Right', 'Bottom', 'Left'].filter(side => parseFloat(its[`border${side}Width`]) > 0 && its[`border${side}Style`] !== 'none')
    .map(side => tools.over(tools.colour(its[`border${side}Color`]), ground));
  const ratio = Math.max(tools.contrast(fill, ground), ...sides.map(side => tools.contrast(side, ground)));
  return ratio < 3 ? [{element, key: 'field', data: {ratio: ratio.toFixed(1)}}] : [];
});
