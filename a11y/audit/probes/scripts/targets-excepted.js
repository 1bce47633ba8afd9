// Of these selectors: targets as large as the browser makes them by itself, or lines of text.
return arguments[0].filter(path => {
  let element = null;
  try { element = tools.find(path); } catch { return false; }
  if (!element) return false;
  const its = tools.style(element);
  if (element.matches('input[type=checkbox], input[type=radio]')) return its.appearance !== 'none' && parseFloat(its.width) >= 13;
  const text = tools.text(element);
  return its.display === 'inline' && text && !element.querySelector('img, svg, canvas, video')
    && parseFloat(its.fontSize) >= 13 && element.getBoundingClientRect().height >= parseFloat(its.fontSize);
});
