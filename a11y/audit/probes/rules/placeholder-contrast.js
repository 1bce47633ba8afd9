return tools.fields().filter(element => element.placeholder && !element.value).flatMap(element => {
  const ground = tools.ground(element);
  if (!ground) return [];
  const its = tools.style(element, '::placeholder');
  const ink = [...tools.colour(its.color)];
  ink[3] *= parseFloat(its.opacity);
  const ratio = tools.contrast(tools.over(ink, ground), ground);
  return ratio < 4.5 ? [{element, key: 'low', data: {text: element.placeholder, ratio: ratio.toFixed(1)}}] : [];
});
