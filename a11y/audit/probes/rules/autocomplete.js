const wanted = [
  [/^(ihre )?e-?mail(-?adresse)?$/, 'email'], [/^(ihre )?(telefon|telefonnummer|handynummer|mobilnummer|phone|phone number)$/, 'tel'],
  [/^(ihr )?(vorname|first name|given name)$/, 'given-name'], [/^(ihr )?(nachname|familienname|last name|surname)$/, 'family-name'],
  [/^(plz|postleitzahl|postal code|zip code)$/, 'postal-code'], [/^(ihr )?(geburtsdatum|date of birth)$/, 'bday'],
  [/^(straße|strasse|straße und hausnummer|street address)$/, 'street-address'], [/^(wohnort|city)$/, 'address-level2'],
];
return tools.fields().filter(element => element.matches('input') && !element.getAttribute('autocomplete')
  && !element.matches('[type=checkbox], [type=radio], [type=file], [type=search], [readonly]')).flatMap(element => {
  const text = tools.name(element).replace(/\(?(pflichtfeld|erforderlich|required|optional|freiwillig)\)?/gi, '').replace(/[*:()]/g, '').trim();
  const group = element.closest('fieldset, [role=group]');
  const legend = group ? tools.text(group.querySelector('legend') || group).slice(0, 80) : '';
  if (/kind|halter|betreute|verstorben|partner|ansprech|arbeitgeber|firma|betrieb|child|company|other person|andere person/i.test(legend)) return [];
  const match = wanted.find(([pattern]) => pattern.test(text.toLowerCase()));
  return match ? [{element, key: 'missing', data: {text, token: match[1]}}] : [];
});
