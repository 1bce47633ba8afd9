const seen = [];
const stop = tools.all('button, [role=button], input[type=checkbox]').some(button => /anhalten|pause|stopp|stop|bewegung|animation/i.test(tools.name(button)));
if (stop) return [];
for (const animation of document.getAnimations()) {
  const effect = animation.effect;
  const element = effect && effect.target;
  if (!element || effect.pseudoElement || !tools.visible(element) || animation.playState !== 'running') continue;
  const timing = effect.getComputedTiming();
  if (timing.iterations !== Infinity && timing.endTime <= 5000) continue;
  if (element.matches(':hover, :focus, [role=progressbar], progress') || element.closest('[role=status], [aria-busy=true], [role=progressbar]')) continue;
  const changed = new Set(effect.getKeyframes().flatMap(Object.keys).filter(key => !['offset', 'easing', 'composite', 'computedOffset'].includes(key)));
  const name = animation.animationName || animation.id || 'animation';
  const box = element.getBoundingClientRect();
  const fades = ['opacity', 'visibility', 'backgroundColor', 'background', 'color', 'filter', 'display'].some(key => changed.has(key));
  const rate = Math.round(10000 / timing.duration) / 10;
  if (fades && timing.duration <= 333 && box.width * box.height > 20000) seen.push({element, key: 'flash', data: {rate}});
  else if (fades) seen.push({element, key: 'blink', data: {name}});
  else seen.push({element, key: 'animation', data: {name}});
}
const frames = bytes => {  // of a GIF: graphic control extensions; and does it loop for ever
  let count = 0;
  for (let i = 0; i < bytes.length - 3; i += 1) if (bytes[i] === 0x21 && bytes[i + 1] === 0xf9 && bytes[i + 2] === 4) count += 1;
  return count;
};
for (const element of tools.all('img').filter(tools.visible)) {
  const src = element.currentSrc || element.src;
  if (!/\.(gif|webp|png)([?#]|$)|^data:image\/(gif|webp)/i.test(src)) continue;
  try {
    const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer());
    const text = String.fromCharCode(...bytes.subarray(0, 4000));
    const loops = (text.startsWith('GIF') && frames(bytes) > 1 && text.includes('NETSCAPE2.0'))
      || (text.startsWith('RIFF') && text.includes('ANIM')) || (text.includes('acTL') && text.includes('PNG'));
    if (loops) seen.push({element, key: 'gif', data: {src: src.slice(0, 60)}});
  } catch { /* another origin: not ours to read */ }
}
const before = tools.text(document.body);
if (before.length < 200000) {
  const pictures = () => tools.all('img').map(image => image.src).join();
  const shown = pictures();
  const clock = /\d{1,2}:\d{2}/;
  await new Promise(resolve => setTimeout(resolve, 700));
  if ((tools.text(document.body).replace(clock, '') !== before.replace(clock, '') || pictures() !== shown) && !seen.length) seen.push({element: null, key: 'changing'});
}
return seen;
