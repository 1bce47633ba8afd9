const found = tools.all('body *').filter(element => tools.visible(element) && !window.__klarhandBefore.has(element) && tools.text(element));
return found.length ? tools.selector(found[0]) : null;
