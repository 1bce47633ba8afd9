// What came of a click: a short message nobody hears of, or a panel whose button tells no state.
const then = window.__klarhandThen;
const button = tools.find(arguments[0]);
if (!then || !button) return {said: '', panel: '', told: true, where: ''};
const LIVE = '[role=status], [role=alert], [role=log], [role=timer], [role=alertdialog], [aria-live=polite], [aria-live=assertive], output';
const DIALOG = 'dialog, [role=dialog], [aria-modal=true], [popover]';
const now = tools.all('body *').filter(tools.visible);
const fresh = now.filter(element => !then.shown.has(element) && tools.text(element));
const outer = fresh.filter(element => !fresh.some(other => other !== element && other.contains(element)));
const written = now.filter(element => then.shown.has(element) && then.text.get(element) !== tools.text(element)
  && [...element.childNodes].some(node => node.nodeType === 3 && tools.words(node.data)));
const focus = document.activeElement;
const focused = element => focus && focus !== document.body && focus !== button && !focus.contains(button)
  && (element.contains(focus) || focus.contains(element));
const message = /gespeichert|hinzugefügt|gelegt|treffer|ergebnis|gefunden|erfolg|geladen|fehler|kopiert|entfernt|gesendet|aktualisiert|gemerkt|übernommen|abgeschlossen|bestätigt|angemeldet|vorgemerkt|zwischenablage|wird geladen|bitte warten|berechnet|eingetragen|reserviert|markiert|abgelegt|saved|added|results?\b|found|success|loaded|loading|error|copied|removed|sent|updated|completed|confirmed|done\b|please wait/i;
const said = [...outer, ...written].find(element => {
  const text = tools.text(element);
  return element !== button && !button.contains(element) && !element.contains(button) && text.length <= 160 && message.test(text)
    && !element.closest(LIVE) && !element.querySelector(LIVE) && !element.closest(DIALOG) && !focused(element)
    && !tools.byIds(button, 'aria-describedby').some(part => part.contains(element));
});
// A live region elsewhere may repeat it.
const repeated = said && tools.all(LIVE).some(region => tools.words(region.textContent).includes(tools.text(said).slice(0, 30)));
// A panel that was there all along, hidden. New content put in by a script is another matter.
const panel = outer.find(element => element !== button && then.held.has(element) && !element.closest(LIVE) && !element.closest(DIALOG)
  && !focused(element) && tools.text(element).length >= 8);
const label = then.text.get(button) || '';
const told = ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'aria-haspopup'].some(name => button.hasAttribute(name))
  || button.closest('summary') || !tools.visible(button) || (label && label !== tools.text(button));
return {said: said && !repeated ? tools.text(said).slice(0, 100) : '', panel: panel && !said ? tools.text(panel).slice(0, 50) : '', told: !!told,
  where: panel ? tools.selector(panel) : ''};
