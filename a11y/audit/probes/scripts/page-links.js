const found = new Set();
const walk = root => {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('a[href], area[href]')) {
      const href = element.href.baseVal === undefined ? element.href : element.href.baseVal;
      try { found.add(new URL(href, document.baseURI).href); } catch { /* no address */ }
    }
    if (element.shadowRoot) walk(element.shadowRoot);
  }
};
walk(document);
return [...found].slice(0, 5000);
