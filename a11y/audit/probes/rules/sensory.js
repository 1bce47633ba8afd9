const thing = '(knopf|knöpfe|schaltfläche|schaltflächen|button|buttons|menü|menu|link|links|feld|felder|symbol|icon|pfeil|kasten|box|spalte|reiter)';
const patterns = [
  new RegExp(`(klicken|drücken|wählen|tippen|nutzen|benutzen|verwenden|füllen)[^.!?]{0,40}\\b(rote|grüne|blaue|gelbe|graue|runde|eckige|große|kleine)[nmrs]?\\s+${thing}`, 'i'),
  new RegExp(`(klicken|drücken|wählen|tippen|nutzen|benutzen|verwenden|finden|siehe)[^.!?]{0,40}${thing}[^.!?]{0,20}\\b(rechts|rechts oben|rechts unten|links oben|links unten|oben|unten|auf der (linken|rechten) seite|am (linken|rechten) rand)\\b`, 'i'),
  /\b(press|click|use|select|choose)\b[^.!?]{0,40}\b(red|green|blue|yellow|round|square|big|small)\s+(button|link|icon|box|arrow)/i,
  /\b(press|click|use|select|choose)\b[^.!?]{0,40}\b(button|link|icon|box|menu|column)\b[^.!?]{0,12}\b(on|to) the (right|left)/i,
];
const hue = /\b(rot|grün|blau|gelb|grau|orange|farbig|fett|kursiv)(e[nmrs]?)?[ -]?(markiert|gekennzeichnet|beschriftet|hinterlegt|umrandet|unterlegt|hervorgehoben|geschrieben|gedruckt|eingefärbt)(e[nmrs]?)?\b|\bin (roter|grüner|blauer|gelber|grauer) (schrift|farbe)\b|\b(roten?|grünen?|blauen?|gelben?|grauen?|farbigen?) (felder[n]?|angaben|einträge[n]?|zeilen|termine[n]?|tage[n]?|texte[n]?|punkte[n]?)\b|\b(fields|items|dates|entries|rows) (in|marked in|shown in|highlighted in) (red|green|blue|yellow|grey|gray)\b|\b(red|green|blue|yellow) (fields|items|dates|entries|rows)\b/i;
return tools.all('p, li, td, label, legend, h1, h2, h3, dd, span').filter(element => tools.visible(element) && !element.querySelector('p, li, td')).flatMap(element => {
  const text = tools.text(element);
  if (text.length >= 600 || (element.tagName === 'SPAN' && element.closest('p, li, td'))) return [];
  const colour = text.match(hue);
  if (colour) return [{element, key: 'hue', data: {text: colour[0]}}];
  const match = patterns.map(pattern => text.match(pattern)).find(Boolean);
  return match ? [{element, key: 'sight', data: {text: match[0].slice(0, 80)}}] : [];
});
