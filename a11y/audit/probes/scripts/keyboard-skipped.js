// Did the Tab after the skip link land in or behind its target?
const target = document.getElementById(arguments[0]);
const now = document.activeElement;
if (!target || !now || now === document.body) return true;
const behind = element => target === element || target.contains(element)
  || (target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
if (behind(now)) return true;
// Nothing to land on behind the target: the Tab rightly begins anew.
return !tools.all('*').some(element => tools.focusable(element) && element.tabIndex >= 0
  && element !== target && behind(element));
