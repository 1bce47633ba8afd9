return tools.all('select, input[type=radio], input[type=checkbox]').filter(element => tools.visible(element) && !element.disabled
  && (element.matches('select') ? element.options.length > 1 && !element.multiple : true)
  && (element.onchange || element.oninput || element.onclick || tools.heard(element).has('change') || tools.heard(element).has('input')
      || (element.form && (element.form.onchange || tools.heard(element.form).has('change'))) || tools.heard(document).has('change')))
  .slice(0, 5).map(element => ({selector: tools.selector(element), name: tools.name(element).slice(0, 50), select: element.matches('select')}));
