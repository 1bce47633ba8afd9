const form = tools.find(arguments[0]);
return form ? tools.fields(form).map(field => tools.style(field).borderColor + tools.style(field).backgroundColor + tools.style(field).outlineColor) : [];
