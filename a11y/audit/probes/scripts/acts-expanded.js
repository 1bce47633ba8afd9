const e = tools.find(arguments[0]); return !!e && e.getAttribute('aria-expanded') === 'true'
