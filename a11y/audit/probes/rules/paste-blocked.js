return tools.fields().flatMap(element => {
  const name = tools.name(element);
  const seen = [];
  const secret = element.type === 'password' || /one-time-code|username|email/.test(element.autocomplete);
  if (secret || element.onpaste) {
    const paste = new ClipboardEvent('paste', {bubbles: true, cancelable: true, clipboardData: new DataTransfer()});
    if (!element.dispatchEvent(paste) && secret) seen.push({element, key: 'blocked', data: {name}});
  }
  if (element.type === 'password' && element.getAttribute('autocomplete') === 'off') seen.push({element, key: 'manager', data: {name}});
  if (/captcha/i.test(element.name + element.id + name)) seen.push({element, key: 'captcha'});
  return seen;
});
