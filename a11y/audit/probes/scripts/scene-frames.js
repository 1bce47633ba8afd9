// Frames of this origin that can be opened by themselves, each address once.
const seen = new Set();
return tools.all('iframe[src], frame[src]').filter(frame => {
  let address;
  try { address = new URL(frame.src); } catch { return false; }
  address.hash = '';
  if (!/^https?:$/.test(address.protocol) || address.origin !== location.origin || !tools.visible(frame)) return false;
  if (seen.has(address.href) || address.href === location.href.split('#')[0]) return false;
  seen.add(address.href);
  return true;
}).map(frame => ({src: frame.src, selector: tools.selector(frame)}));
