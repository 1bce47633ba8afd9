const before = arguments[0];
if (before.asked) return 'asked';
const gone = /(sitzung|session|zeit|anmeldung|time)[^.]{0,30}(abgelaufen|beendet|expired|is up|ended)|automatisch abgemeldet|timed out/i;
const text = tools.text(document.body);
const shut = tools.fields().length < before.fields || text.length < before.letters * .4;
return gone.test(text) || (shut && before.fields) ? 'shut' : '';
