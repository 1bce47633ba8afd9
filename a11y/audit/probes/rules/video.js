const seen = [];
const buttons = element => tools.all('button, [role=button], input[type=button]', element.closest('figure, section, article, [class*=player]') || element.parentElement)
  .some(button => /pause|stopp|stop|anhalten|abspielen|play/i.test(tools.name(button)));
for (const element of tools.all('video')) {
  if (element.closest('[aria-hidden=true]') && !element.autoplay) continue;
  const tracks = [...element.querySelectorAll('track')].filter(track => /captions|subtitles/.test(track.kind));
  const silent = element.muted || element.hasAttribute('data-silent');
  if (element.duration && !element.webkitAudioDecodedByteCount && element.currentTime > 0.5) element.__silent = true;
  if (!tracks.length && !silent && !element.__silent) {
    seen.push({element, key: element.webkitAudioDecodedByteCount ? 'captions' : 'unknown'});
  }
  for (const track of tracks) {
    const src = track.getAttribute('src');
    let why = '';
    try {
      const answer = await fetch(track.src);
      if (!answer.ok) why = `HTTP ${answer.status}`;
      else if (!(await answer.text()).startsWith('WEBVTT')) why = 'WEBVTT?';
    } catch { if (new URL(track.src).origin === location.origin) why = 'network'; }
    if (why) seen.push({element, key: 'track', data: {src, why}});
  }
  if (!element.controls && !buttons(element)) {
    if (element.autoplay && element.loop && tools.visible(element)) seen.push({element, key: 'moving'});
    if (tools.visible(element)) seen.push({element, key: 'controls'});
  }
  if (element.autoplay && !element.muted && !element.controls && !buttons(element)) seen.push({element, key: 'sound'});
}
for (const element of tools.all('audio')) {
  if (element.autoplay && !element.muted && !element.controls && !buttons(element)) seen.push({element, key: 'sound'});
  const around = element.closest('figure, section, article, main') || document.body;
  if (!/transkript|transcript|abschrift|textfassung/i.test(tools.text(around))) seen.push({element, key: 'transcript'});
}
for (const element of tools.all('iframe[src]')) {
  let host = '';
  try { host = new URL(element.src).hostname; } catch { continue; }
  if (/youtube|vimeo|dailymotion|arte\.tv|mediathek/.test(host)) seen.push({element, key: 'embedded', data: {host}});
}
return seen;
