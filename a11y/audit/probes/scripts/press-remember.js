const shown = tools.all('body *').filter(tools.visible);
window.__klarhandThen = {
  shown: new Set(shown), text: new Map(shown.map(element => [element, tools.text(element)])),
  held: new Set(tools.all('body *').filter(element => tools.words(element.textContent))), address: location.href, opened: window.__klarhandLog ? window.__klarhandLog.opened : 0,
};
