for (const element of tools.all('details:not([open])')) element.open = true;
return tools.all('[aria-expanded=false]').filter(element => tools.focusable(element)
  && !element.matches('[aria-haspopup=dialog], input, select') && !(element.type === 'submit' && element.form)).map(tools.selector);
