// Signing in by a part of the body: is there another way in sight?
const BODY = /fingerabdruck|gesichtserkennung|gesichts-?scan|face ?id|touch ?id|iris-?scan|stimmerkennung|biometri|fingerprint|face recognition|video-?ident/i;
const OTHER = /passwort|kennwort|\bpin\b|\btan\b|code|e-?mail|sms|passkey|sicherheitsschlüssel|ausweis|elster|bundid|post-?ident|vor ort|password|security key/i;
const controls = tools.all('button, [role=button], a[href], input[type=submit], input[type=button]').filter(tools.visible);
return controls.filter(element => BODY.test(tools.name(element))).flatMap(element => {
  const part = element.closest('form, section, article, dialog, [role=dialog], main') || document.body;
  const fields = tools.fields(part).some(field => field.matches('[type=password], [autocomplete=one-time-code]') || OTHER.test(tools.name(field)));
  const ways = controls.some(other => other !== element && part.contains(other) && !BODY.test(tools.name(other))
    && (OTHER.test(tools.name(other)) || /ohne|anders|andere|without|other/i.test(tools.name(other))));
  return fields || ways ? [] : [{element, key: 'alone', data: {name: tools.name(element).slice(0, 60)}}];
});
