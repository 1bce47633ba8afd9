// Is anything fixed or sticky that could cover a stop, and does the page scroll at all?
return document.scrollingElement.scrollHeight > innerHeight + 4 && tools.all('body *').some(element =>
  /fixed|sticky/.test(tools.style(element).position) && tools.visible(element));
