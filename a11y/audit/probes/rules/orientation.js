const seen = [];
const walk = (rules, media) => {
  for (const rule of rules) {
    if (rule.cssRules && rule.conditionText !== undefined) walk(rule.cssRules, /orientation/.test(rule.conditionText) ? rule.conditionText : media);
    if (!rule.selectorText || !media) continue;
    const turn = `${rule.style.transform} ${rule.style.rotate}`.match(/-?(90|270)deg/);
    if (turn) seen.push({element: document.querySelector(rule.selectorText) || document.body, key: 'locked', data: {selector: rule.selectorText, value: turn[0]}});
    else if (rule.style.display === 'none' && /(^|,)\s*(html|body|main|#(app|root|main|content|page))\s*(,|$)/.test(rule.selectorText)) {
      seen.push({element: document.querySelector(rule.selectorText) || document.body, key: 'hidden', data: {selector: rule.selectorText, media}});
    }
  }
};
for (const sheet of document.styleSheets) { try { walk(sheet.cssRules, ''); } catch { /* another origin */ } }
return seen;
