const risky = /lösch|entfern|abmeld|senden|absenden|kaufen|bestell|delete|remove|submit|send|buy|logout|speicher|save|herunterladen|download|drucken|print/i;
const seen = new Set();
return tools.all('button, [role=button], [aria-haspopup], summary ~ *:not(*)').filter(element => {
  if (!tools.focusable(element) || (element.type === 'submit' && element.form) || risky.test(tools.name(element))) return false;
  const likely = element.matches('[aria-haspopup=dialog], [aria-haspopup=true], [popovertarget], [commandfor], [data-dialog], [data-modal], [data-target], [data-bs-toggle], [aria-controls]')
    || element.onclick || tools.heard(element).has('click') || tools.heard(document).has('click') || tools.heard(document.body).has('click');
  const kind = element.className + (element.getAttribute('onclick') || element.getAttribute('aria-controls') || element.id || tools.name(element));
  if (!likely || seen.has(kind)) return false;
  seen.add(kind);
  return true;
}).slice(0, 10).map(tools.selector);
