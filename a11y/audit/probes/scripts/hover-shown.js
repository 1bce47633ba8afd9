const element = tools.find(arguments[0]);
return !!element && tools.visible(element) && element.getBoundingClientRect().right > 0
  && !(parseFloat(tools.style(element).opacity) < 0.1);
