// Calls over the page: can one also write, and is there a way without hearing and speech?
const CALL = /^(?!.*termin).*(videoanruf|video-?chat|video-?beratung|video-?sprechstunde|video-?gespräch|sprachanruf|anruf (jetzt )?starten|gespräch (jetzt )?starten|video call|voice call|start (the )?call)/i;
const WRITE = /chat|schreiben|textnachricht|nachricht|echtzeittext|real-?time text|\brtt\b|gebärden|schriftdolmetsch|tess|relay|e-?mail/i;
return tools.all('button, [role=button]').filter(element => tools.visible(element) && CALL.test(tools.name(element))).flatMap(element => {
  const part = element.closest('section, article, form, dialog, [role=dialog], main') || document.body;
  const said = tools.text(part).split(tools.text(element)).join(' ');
  const writes = WRITE.test(said) || part.querySelector('textarea');
  return writes ? [] : [{element, key: 'voice', data: {name: tools.name(element).slice(0, 60)}}];
});
