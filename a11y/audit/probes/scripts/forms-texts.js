return tools.all('body p, body li, body span, body div, body strong, body small, body label, body output, body h2, body h3').filter(tools.visible).map(tools.text).filter(Boolean)
