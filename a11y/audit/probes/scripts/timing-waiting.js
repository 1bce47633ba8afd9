// Timers of ten seconds to twenty hours, or ticking countdowns: is there anything to wait for?
const log = window.__klarhandLog;
if (!log) return null;
const slow = [...log.timers.values()].filter(timer => timer.delay >= 10000 && timer.delay < 72000000);
const ticks = [...log.timers.values()].filter(timer => timer.repeats && timer.delay >= 500 && timer.delay <= 2000);
const counts = ticks.length && /noch|verbleib|restzeit|läuft ab|abgelaufen|sitzung|sekunden|minuten|\d:\d\d|session|remaining|expire|seconds|minutes/i.test(tools.text(document.body));
if (!slow.length && !counts) return null;
return {seconds: Math.round(Math.min(...(slow.length ? slow : ticks).map(timer => timer.delay)) / 1000)};
