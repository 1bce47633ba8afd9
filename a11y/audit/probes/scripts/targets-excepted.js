// Of these selectors: targets as large as the browser makes them by itself, or lines of text.
return arguments[0].filter(path => {
  let element = null;
  try { element = tools.find(path); } catch { return false; }
  if (!element) return false;
  const its = tools.style(element);
  if (element.matches('input[type=checkbox], input[type=radio]')) return its.appearance !== 'none' && parseFloat(its.width) >= 13;
  // A button nobody has styled: the browser's own letters and padding.
  if (element.matches('button, input[type=submit], input[type=button], input[type=reset], select')) {
    return its.fontSize === '13.3333px' && its.appearance !== 'none' && (element.matches('select') || /^1px 6px/.test(its.padding));
  }
  const text = tools.text(element);
  return its.display === 'inline' && text && !element.querySelector('img, svg, canvas, video')
    && parseFloat(its.fontSize) >= 13 && element.getBoundingClientRect().height >= parseFloat(its.fontSize);
});
