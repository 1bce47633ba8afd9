// What readers see of the live view, in German.

export const WORDS = {
  group: "Live-Ansicht",
  picture: "Gebärdende Figur in 3D",
  help: "Pfeiltasten drehen die Ansicht, Plus und Minus holen sie näher, Pos 1 stellt sie nach vorn. "
    + "Leertaste spielt ab oder hält an, Komma und Punkt gehen eine Gebärde zurück oder weiter.",
  loading: "Die Live-Ansicht wird geladen …",
  play: "Abspielen",
  pause: "Pause",
  back: "Gebärde zurück",
  next: "Gebärde weiter",
  repeat: "Satz wiederholen",
  speed: "Tempo",
  captions: "Untertitel",
  glosses: "Glossen",
  front: "Von vorn ansehen",
  film: "Film zeigen",
  live: "Live-Ansicht zeigen",
  close: "Schließen",
  retry: "Noch einmal versuchen",
  draft: "automatisch erzeugt, nicht geprüft",
  noWebgl: "Die Live-Ansicht geht auf diesem Gerät nicht.",
  seeFilm: "Bitte sehen Sie den Film.",
  noData: "Die Daten der Live-Ansicht konnten nicht geladen werden.",
  noFilm: "Einen Film gibt es noch nicht.",
  lost: "Die Live-Ansicht wurde unterbrochen: Das Gerät brauchte den Grafikspeicher.",
};

/** 0.75 → "0,75-fach". */
export const speedName = (speed) => (speed === 1 ? "normal" : `${String(speed).replace(".", ",")}-fach`);
