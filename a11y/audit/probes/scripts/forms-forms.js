return tools.all('form').filter(form => tools.fields(form).length && !form.matches('[role=search]') && !form.closest('[role=search], search')
  && !/such|search/i.test(form.action + form.id + form.className)
  && !form.querySelector('input[type=file]')).slice(0, 3).map((form, index) => {
    const button = form.querySelector('button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]');
    return {selector: tools.selector(form), button: button ? tools.selector(button) : '',
      native: !form.noValidate && !form.checkValidity(),
      labels: tools.fields(form).map(field => tools.name(field))};
  });
