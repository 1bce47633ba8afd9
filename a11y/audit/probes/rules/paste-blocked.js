const signin = !!document.querySelector('input[type=password], input[autocomplete~=one-time-code]');
const riddle = /captcha|wie ?viel (ist|sind|ergibt)|was (ist|ergibt) \w+ (plus|minus|mal|\+|-|\*|x) \w+|rechenaufgabe|sicherheitsfrage|\d+\s*[+×*·-]\s*\d+\s*=|how much is|what is \w+ (plus|minus|times)|buchstaben (im|auf dem|aus dem) bild|zeichen (im|auf dem|aus dem) bild|welche (bilder|tiere)|letters in the (image|picture)|solve|mädchenname|maiden name|erstes haustier/i;
const part = /(\d+\.|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|letzte[ns]?)(,| und| sowie)? ?[^.]{0,24}(zeichen|buchstabe[n]?|ziffer|stelle)[^.]{0,20}(passwort|kennwort|pin)|(\d(st|nd|rd|th)|first|second|third) character/i;
const other = /audio|vorlesen|anhören|ohne (rätsel|aufgabe|captcha)|link per (e-?mail|mail)|per e-?mail anmelden|passkey|sicherheitsschlüssel|bundid|eid|ausweis anmelden|without (a )?(captcha|puzzle)|email me a link/i;
const body = tools.text(document.body);
const seen = tools.fields().flatMap(element => {
  const name = tools.name(element);
  const found = [];
  const secret = element.type === 'password' || /one-time-code|username|email/.test(element.autocomplete);
  if (secret || element.onpaste || tools.heard(element).has('paste') || tools.heard(element).has('beforeinput')) {
    const paste = new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData: new DataTransfer()});
    const put = new InputEvent('beforeinput', {bubbles: true, cancelable: true, inputType: 'insertFromPaste'});
    const barred = !element.dispatchEvent(paste) || !element.dispatchEvent(put);
    if (barred && (secret || signin)) found.push({element, key: 'blocked', data: {name}});
  }
  if (element.type === 'password' && element.getAttribute('autocomplete') === 'off') found.push({element, key: 'manager', data: {name}});
  const asked = `${element.name} ${element.id} ${name} ${tools.byIds(element, 'aria-describedby').map(tools.text).join(' ')}`;
  if (part.test(asked)) found.push({element, key: 'part', data: {name}});
  else if (riddle.test(asked)) found.push({element, key: signin && !other.test(body) ? 'riddle' : 'captcha', data: {name}});
  return found;
});
for (const element of tools.all('iframe[src*=captcha i], .g-recaptcha, .h-captcha, [data-sitekey]')) {
  if (tools.visible(element) && !seen.some(one => one.key === 'captcha')) seen.push({element, key: 'captcha', data: {name: 'Captcha'}});
}
return seen;
