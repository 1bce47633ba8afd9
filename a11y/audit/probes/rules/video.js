const seen = [];
const log = window.__klarhandLog;
const sounds = log ? log.sounds : [];
const off = tools.all('button, [role=button], input[type=checkbox]').some(button => /pause|stopp|stop|anhalten|stumm|ton|mute|sound|lautstärke|volume/i.test(tools.name(button)));
for (const element of sounds) {
  if (element.isConnected && (element.controls || element.autoplay)) continue;  // looked at below
  if (!off && !(element.duration <= 3 && !element.loop)) seen.push({element: element.isConnected ? element : null, key: 'sound'});
}
const PLAY = /pause|stopp|stop|anhalten|abspielen|wiedergabe|wiedergeben|\bstart(en)?\b|play/i;
// The player's buttons may lie a few boxes further out, but not beyond the next film.
const buttons = element => {
  for (let box = element.parentElement; box && !box.matches('main, body'); box = box.parentElement || box.getRootNode().host || null) {
    if (tools.all('video, audio', box).length > 1) return false;
    if (tools.all('button, [role=button], input[type=button]', box).some(button => PLAY.test(`${tools.name(button)} ${button.title || ''}`))) return true;
  }
  return tools.all('video, audio').length === 1
    && tools.all('button, [role=button]').some(button => /abspielen|wiedergabe|anhalten|pause|play/i.test(tools.name(button)));
};
for (const element of tools.all('video')) {
  if (element.closest('[aria-hidden=true]') && !element.autoplay) continue;
  if (!element.controls && !buttons(element)) {
    if (element.autoplay && element.loop && tools.visible(element)) seen.push({element, key: 'moving'});
    if (tools.visible(element)) seen.push({element, key: 'controls'});
  }
  if (element.autoplay && !element.muted && !element.controls && !buttons(element)) seen.push({element, key: 'sound'});
}
for (const element of tools.all('audio')) {
  if (element.autoplay && !element.muted && !element.controls && !buttons(element)) seen.push({element, key: 'sound'});
  const around = element.closest('figure, section, article, main') || document.body;
  if (!/transkript|transcript|abschrift|textfassung|wortlaut|volltext|zum nachlesen|text (der|des|zum|zur) /i.test(tools.text(around))) seen.push({element, key: 'transcript'});
}
for (const element of tools.all('iframe[src]')) {
  let host = '';
  try { host = new URL(element.src).hostname; } catch { continue; }
  if (/youtube|vimeo|dailymotion|arte\.tv|mediathek/.test(host)) seen.push({element, key: 'embedded', data: {host}});
}
return seen;
