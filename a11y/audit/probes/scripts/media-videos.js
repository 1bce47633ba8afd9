// Videos with their caption tracks (fetched, to see whether they hold anything) and what stands near.
const found = [];
for (const element of tools.all('video')) {
  if (element.closest('[aria-hidden=true]') || (element.muted && element.loop && element.autoplay)) continue;
  const tracks = [...element.querySelectorAll('track')];
  const read = [];
  for (const track of tracks.filter(one => /captions|subtitles/.test(one.kind))) {
    let why = '';
    try {
      const answer = await fetch(track.src);
      const text = answer.ok ? await answer.text() : '';
      if (!answer.ok) why = `HTTP ${answer.status}`;
      else if (!/^\uFEFF?WEBVTT/.test(text)) why = 'WEBVTT?';
      else if (!/-->[^\n]*\r?\n\s*\S/.test(text)) why = 'ohne Text / no text';
    } catch { if (new URL(track.src, location.href).origin === location.origin) why = 'network'; }
    read.push({src: track.getAttribute('src'), why});
  }
  const around = tools.text(element.closest('figure, section, article, main') || element.parentElement);
  const source = element.querySelector('source');
  found.push({
    selector: tools.selector(element), tracks: read,
    src: element.currentSrc || element.src || (source ? source.src : ''),
    open: /mit untertiteln|untertitelt|with captions|captioned|with subtitles/i.test(around),
    described: tracks.some(one => one.kind === 'descriptions')
      || /audiodeskription|hörfassung|bildbeschreibung|volltext|transkript|abschrift|textfassung|wortlaut|gebärden|dgs|audio description|transcript/i.test(around),
  });
}
return found;
