return tools.all('form').filter(form => tools.fields(form).length && !form.closest('[role=search], search') && !/such|search/i.test(form.action + form.id + form.className))
  .map(form => { const button = form.querySelector('button:not([type=button]):not([type=reset]), input[type=submit]');
    form.noValidate = true;  // the server's own messages are what is looked for
    return button ? tools.selector(button) : ''; }).filter(Boolean);
