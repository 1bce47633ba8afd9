// A player of one's own has switches for captions and audio description beside play and pause.
const seen = [];
const BUTTON = 'button, [role=button], [role=switch], [role=menuitemcheckbox], input[type=button], input[type=checkbox], summary, select, a[href^="#"]';
const named = (buttons, pattern) => buttons.filter(button => pattern.test(`${tools.name(button)} ${button.title || ''}`));
const CAPTIONS = /untertitel|caption|subtitle|(^|\s)(cc|ut)(\s|$)/i;
const DESCRIPTION = /audiodeskription|bildbeschreibung|hörfassung|audio description|(^|\s)ad(\s|$)/i;
const PLAY = /abspielen|wiedergabe|wiedergeben|start|play|pause|anhalten/i;
const MORE = /einstellung|option|menü|mehr|settings|menu|more/i;
for (const element of tools.all('video')) {
  if (element.controls || !tools.visible(element)) continue;
  let box = element.parentElement;
  let buttons = [];
  while (box && box !== document.body) {
    buttons = tools.all(BUTTON, box);
    if (named(buttons, PLAY).some(tools.visible)) break;
    box = box.parentElement || box.getRootNode().host || null;
  }
  if (!box || box === document.body) continue;  // no player of its own: another rule's affair
  const tracks = [...element.querySelectorAll('track')];
  for (const [kind, key, pattern] of [[/captions|subtitles/, 'captions', CAPTIONS], [/descriptions/, 'description', DESCRIPTION]]) {
    if (!tracks.some(track => kind.test(track.kind || 'subtitles'))) continue;
    const found = named(buttons, pattern);
    if (found.some(tools.visible)) continue;
    if (found.length || named(buttons, MORE).some(tools.visible)) seen.push({element, key: `${key}-deeper`});
    else seen.push({element, key});
  }
}
return seen;
