window.__klarhandBefore = new Set(tools.all('body *').filter(tools.visible));
