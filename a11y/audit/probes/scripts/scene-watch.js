window.__klarhandHere = true;
window.__klarhandChanges = 0;
new MutationObserver(list => { window.__klarhandChanges += list.length; })
  .observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
for (const kind of ['beforeunload', 'pagehide']) addEventListener(kind, () => { window.__klarhandChanges += 1; });
if (window.__klarhandLog) window.__klarhandLog.quiet = true;
