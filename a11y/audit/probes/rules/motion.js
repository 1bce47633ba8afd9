// Things that move, blink, flash or change by themselves. Flashes count by luminance (WCAG 2.3.1:
// opposing changes of a tenth or more, the darker below 0.8, over an area above 21,824 px²).
const seen = [];
const stop = tools.all('button, [role=button], input[type=checkbox]').some(button => /anhalten|pause|stopp|stop|bewegung|animation|unterbrechen|play|abspielen/i.test(tools.name(button)));
const AREA = 21824;
const large = element => { const box = element.getBoundingClientRect(); return Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight) > AREA; };
const shade = element => {
  if (!element.checkVisibility({visibilityProperty: true})) return 1;
  const ground = tools.ground(element);
  return ground ? tools.luminance(ground) * parseFloat(tools.style(element).opacity || 1) + (1 - parseFloat(tools.style(element).opacity || 1)) : 0.5;
};
const swings = shades => {  // opposing changes of at least 0.1 whose darker end is below 0.8
  let count = 0; let from = shades[0]; let way = 0;
  for (const value of shades) {
    const change = value - from;
    if (Math.abs(change) >= 0.1 && Math.min(value, from) < 0.8 && Math.sign(change) !== way) { count += 1; way = Math.sign(change); from = value; }
    else if (Math.sign(change) === way || way === 0) { if (way !== 0) from = way > 0 ? Math.max(from, value) : Math.min(from, value); }
  }
  return count;
};
for (const animation of document.getAnimations()) {
  const effect = animation.effect;
  const element = effect && effect.target;
  if (!element || !tools.visible(element) || animation.playState !== 'running') continue;
  const timing = effect.getComputedTiming();
  if (timing.iterations !== Infinity && timing.endTime <= 5000) continue;
  if (element.matches(':hover, :focus, [role=progressbar], progress') || element.closest('[aria-busy=true], [role=progressbar]')) continue;
  const frames = effect.getKeyframes();
  const changed = new Set(frames.flatMap(Object.keys).filter(key => !['offset', 'easing', 'composite', 'computedOffset'].includes(key)
    && (frames.length < 2 || new Set(frames.map(frame => frame[key])).size > 1)));
  const name = animation.animationName || animation.id || 'animation';
  const fades = ['opacity', 'visibility', 'backgroundColor', 'background', 'color', 'filter', 'display'].some(key => changed.has(key));
  // Once from one shade to another is no blinking; what moves, moves all the same.
  const moves = [...changed].some(key => !['opacity', 'visibility', 'backgroundColor', 'background', 'color', 'filter', 'borderColor', 'boxShadow'].includes(key));
  if (timing.iterations <= 1 && !moves) continue;
  if (fades && large(element) && timing.duration > 0 && !effect.pseudoElement) {
    const at = animation.currentTime;
    animation.pause();
    const shades = Array.from({length: 61}, (_, i) => { animation.currentTime = timing.delay + timing.duration * i / 30; return shade(element); });
    animation.currentTime = at;
    animation.play();
    const rate = swings(shades) / 2 / (2 * timing.duration / 1000);
    if (rate > 3) { seen.push({element, key: 'flash', data: {rate: rate.toFixed(1)}}); continue; }
  }
  if (!stop && timing.duration > 0) seen.push({element, key: fades ? 'blink' : 'animation', data: {name}});
}
for (const element of stop ? [] : tools.all('marquee, blink').filter(tools.visible)) seen.push({element, key: 'animation', data: {name: element.tagName.toLowerCase()}});
const pictures = bytes => {  // graphic control extensions of a GIF
  let count = 0;
  for (let i = 0; i < bytes.length - 3; i += 1) if (bytes[i] === 0x21 && bytes[i + 1] === 0xf9 && bytes[i + 2] === 4) count += 1;
  return count;
};
const flashes = async (bytes, type) => {  // flashes a second of an animated picture
  if (!window.ImageDecoder) return 0;
  const decoder = new ImageDecoder({data: bytes, type});
  await decoder.tracks.ready;
  const count = Math.min(60, decoder.tracks.selectedTrack.frameCount);
  const pen = new OffscreenCanvas(8, 8).getContext('2d', {willReadFrequently: true});
  const shades = []; let lasts = 0;
  for (let i = 0; i < count; i += 1) {
    const {image} = await decoder.decode({frameIndex: i});
    pen.drawImage(image, 0, 0, 8, 8);
    const data = pen.getImageData(0, 0, 8, 8).data;
    let sum = 0;
    for (let p = 0; p < data.length; p += 4) sum += tools.luminance([data[p], data[p + 1], data[p + 2]]);
    shades.push(sum / 64);
    lasts += (image.duration || 100000) / 1e6;
    image.close();
  }
  return lasts ? swings([...shades, ...shades]) / 2 / (2 * lasts) : 0;
};
for (const element of tools.all('img').filter(tools.visible)) {
  const src = element.currentSrc || element.src;
  if (!/\.(gif|webp|png)([?#]|$)|^data:image\/(gif|webp|png)/i.test(src)) continue;
  try {
    const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer());
    const text = String.fromCharCode(...bytes.subarray(0, 4000));
    const kind = text.startsWith('GIF') && pictures(bytes) > 1 && text.includes('NETSCAPE2.0') ? 'gif'
      : text.startsWith('RIFF') && text.includes('ANIM') ? 'webp' : text.includes('acTL') && text.includes('PNG') ? 'png' : '';
    if (!kind) continue;
    const rate = large(element) ? await flashes(bytes, `image/${kind}`) : 0;
    if (rate > 3) seen.push({element, key: 'flash', data: {rate: rate.toFixed(1)}});
    else if (!stop) seen.push({element, key: 'gif', data: {src: src.slice(0, 60)}});
  } catch { /* another origin: not ours to read */ }
}
// What scripts change by themselves. Only a page with running timers is waited for.
const log = window.__klarhandLog;
const repeats = log ? [...log.timers.values()].filter(timer => timer.delay <= 15000 && (timer.repeats || timer.delay >= 300)) : [];
if (repeats.length && !log.quiet) {
  const longest = Math.max(...repeats.map(timer => timer.delay));
  const until = Math.min(9000, 2 * longest + 400);
  await new Promise(resolve => setTimeout(resolve, Math.max(250, until - (performance.now() - log.from))));
  const clock = /^\D{0,20}\d{1,2}:\d{2}(:\d{2})?\D{0,12}$/;
  const times = new Map();
  for (const [when, element] of log.changes) {
    if (when - log.from < 200 || !element.isConnected || element.closest('head, [role=timer], [role=progressbar], [role=log], progress, [aria-hidden=true]:not(:has(*))')) continue;
    const block = tools.block(element);
    const shown = tools.visible(element) || tools.visible(block);
    if (!shown || clock.test(tools.text(element))) continue;
    const key = tools.inline(element) || !tools.visible(element) ? block : element;
    if (!times.has(key)) times.set(key, []);
    const known = times.get(key);
    if (!known.length || when - known[known.length - 1] > 30) known.push(when);
  }
  const changing = [...times].filter(([, moments]) => moments.length >= 2);
  for (const [element, moments] of changing) {
    const rate = 1000 * (moments.length - 1) / (moments[moments.length - 1] - moments[0]);
    if (rate > 6 && large(element)) {
      const shades = [];
      const end = performance.now() + 700;
      while (performance.now() < end) { shades.push(shade(element)); await new Promise(resolve => setTimeout(resolve, 16)); }
      const flashing = swings(shades) / 2 / 0.7;
      if (flashing > 3) seen.push({element, key: 'flash', data: {rate: flashing.toFixed(1)}});
    }
  }
  const outer = changing.map(([element]) => element).filter(element => !changing.some(([other]) => other !== element && other.contains(element)));
  if (!stop && !seen.some(one => one.key !== 'flash')) for (const element of outer.slice(0, 3)) seen.push({element: element === document.body ? null : element, key: 'changing'});
}
return seen;
