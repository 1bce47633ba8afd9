// Labels of fields about the person who fills the form in, and the purposes WCAG 2.2 lists for them.
const wanted = [
  [/^e-?mail(-?adresse)?$|^email address$/, ['email']],
  [/^(telefon|telefonnummer|handynummer|mobilnummer|rufnummer|telefon mobil|telefon privat|mobiltelefon|handy|phone|phone number|telephone|mobile number)$/, ['tel']],
  [/^(vorname|vornamen|rufname|first name|given name)$/, ['given-name']],
  [/^(nachname|familienname|zuname|last name|surname|family name)$/, ['family-name']],
  [/^(vor- und nachname|vorname und nachname|vollständiger name|name, vorname|full name|vorname nachname|vor- und zuname)$/, ['name']],
  [/^(plz|postleitzahl|postal code|zip code|zip|postcode)$/, ['postal-code']],
  [/^(geburtsdatum|geburtstag|date of birth|birthday)$/, ['bday']],
  [/^(straße|strasse|straße und hausnummer|straße, hausnummer|straße und nr|anschrift|street|street address|address line 1)$/, ['street-address', 'address-line1']],
  [/^(wohnort|ort|stadt|city|town)$/, ['address-level2']],
  [/^(benutzername|benutzerkennung|anmeldename|username|user name)$/, ['username', 'email']],
  [/^(neues (passwort|kennwort)|new password)$/, ['new-password']],
  [/^(iban des kontos)$/, []],
  [/^(kreditkartennummer|kartennummer|card number|credit card number)$/, ['cc-number']],
];
const others = /kind|halter|betreut|verstorben|partner|ehe|ansprech|arbeitgeber|firma|betrieb|vermieter|empfänger|zeug|eltern|mutter|vater|vollmacht|eigentümer|child|company|other person|andere person|dritte|recipient|spouse|beneficiary|organisation|verein|standort|objekt|baugrundstück|veranstaltung/i;
const kinds = {email: /e-?mail/i, tel: /telefon|handy|mobil|rufnummer|phone/i, 'postal-code': /postleitzahl|\bplz\b|postal code|zip/i,
  bday: /geburtsdatum|geburtstag|date of birth/i, 'given-name': /^vorname|first name|given name/i, 'family-name': /nachname|familienname|surname|last name/i};
const beside = field => tools.fields(field.form || document).some(other => other !== field
  && /name|e-?mail|telefon|geburt|phone|birth/i.test(tools.name(other)));
return tools.fields().filter(element => element.matches('input')
  && !element.matches('[type=checkbox], [type=radio], [type=file], [type=search], [type=range], [type=color], [readonly]')).flatMap(element => {
  if (element.closest('[role=search], search')) return [];
  const text = tools.name(element).replace(/\(?(pflichtfeld|pflichtangabe|pflicht|erforderlich|required|optional|freiwillig)\)?/gi, '').replace(/[*:()]/g, '').trim();
  const plain = text.toLowerCase().replace(/^(ihre?|your|meine?) /, '');
  const group = element.closest('fieldset, [role=group]');
  const legend = group ? tools.text(group.querySelector('legend') || document.createElement('i')).slice(0, 80) : '';
  const said = (element.getAttribute('autocomplete') || '').toLowerCase().split(/\s+/).filter(Boolean);
  const token = said[said.length - 1] || '';
  if (token && token !== 'off' && token !== 'on') {
    const means = Object.entries(kinds).filter(([, pattern]) => pattern.test(text));
    if (means.length === 1 && kinds[token] && means[0][0] !== token) return [{element, key: 'wrong', data: {text, said: token, token: means[0][0]}}];
    return [];
  }
  if (others.test(`${legend} ${text}`)) return [];
  const match = wanted.find(([pattern, tokens]) => tokens.length && pattern.test(plain));
  if (!match) return [];
  // A place alone may be anybody's: a street whose bins are collected. Beside a person it is theirs.
  const own = plain !== text.toLowerCase();
  const company = beside(element);
  if (/street|address|postal/.test(match[1][0]) && !own && !company) return [];
  return [{element, key: own || company ? 'missing' : 'perhaps', data: {text, token: match[1][0]}}];
});
