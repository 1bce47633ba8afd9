// Is something shown, hidden, written or opened that was not so when it was remembered? Looks
// (colours while pressed) do not count.
const then = window.__klarhandThen;
if (!then) return true;
if (location.href !== then.address || (window.__klarhandLog && window.__klarhandLog.opened !== then.opened)) return true;
const now = tools.all('body *').filter(tools.visible);
return now.length !== then.shown.size || now.some(element => !then.shown.has(element) || then.text.get(element) !== tools.text(element));
