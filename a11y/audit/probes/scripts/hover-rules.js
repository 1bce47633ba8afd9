const pairs = [];
const reveal = /display|visibility|opacity|max-height|height|clip|transform|left|top|content-visibility/;
const walk = rules => {
  for (const rule of rules) {
    if (rule.cssRules && rule.cssRules.length) walk(rule.cssRules);
    if (!rule.selectorText || !rule.selectorText.includes(':hover') || !reveal.test(rule.cssText)) continue;
    for (const selector of rule.selectorText.split(',')) {
      const at = selector.lastIndexOf(':hover');
      if (at < 0 || /:not\([^)]*:hover/.test(selector)) continue;
      const rest = selector.slice(at + 6);
      const next = rest.search(/[\s>+~]/);
      if (next < 0 || !rest.slice(next).trim()) continue;
      const trigger = selector.slice(0, at).trim() + rest.slice(0, next);
      pairs.push([trigger || '*', (trigger || '*') + rest.slice(next)]);
    }
  }
};
for (const sheet of document.styleSheets) { try { walk(sheet.cssRules); } catch { /* another origin */ } }
const shown = element => tools.visible(element) && !(parseFloat(tools.style(element).opacity) < 0.1);
const found = [];
for (const [trigger, subject] of pairs) {
  let triggers = [];
  try { triggers = [...document.querySelectorAll(trigger.replace(/:hover|:focus-within|:focus-visible|:focus/g, ''))]; } catch { continue; }
  for (const element of triggers.filter(tools.visible).slice(0, 3)) {
    let hidden = [];
    try { hidden = [...document.querySelectorAll(subject)].filter(part => !shown(part) && (element.contains(part) || element.parentElement.contains(part))); } catch { continue; }
    const inner = hidden.find(part => tools.words(part.textContent) || part.querySelector('img'));
    if (inner) found.push({trigger: tools.selector(element), subject: tools.selector(inner), name: tools.words(element.textContent).slice(0, 40)});
    if (found.length >= 6) return found;
  }
}
return found;
