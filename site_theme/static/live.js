// The live view on citizens' pages: offered beside the film, loaded when somebody asks for it. The element itself
// is site_theme/signer/, one bundle; scripts.html names its address.

const bundle = () => import(document.querySelector("script[data-signer]").dataset.signer);

/** Adds the offer to a signed part, or ties an element that stands there already to the transcript. */
export function offerLive(signed) {
  const there = signed.querySelector("klarhand-signer");
  if (there) {
    follow(signed, there);
    return;
  }
  if (!signed.dataset.live || !hasWebgl() || signed.querySelector(".live-offer")) return;
  const picture = signed.querySelector(".signed__picture");
  const opener = document.createElement("button");
  opener.type = "button";
  opener.textContent = "Live-Ansicht in 3D öffnen";
  opener.addEventListener("click", () => openLive(signed, picture, opener));
  const row = document.createElement("p");
  row.className = "live-offer";
  row.append(opener);
  picture.append(row);
}

let webgl;

function hasWebgl() {
  if (webgl === undefined) {
    const gl = document.createElement("canvas").getContext("webgl2");
    webgl = Boolean(gl);
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return webgl;
}

async function openLive(signed, picture, opener) {
  opener.disabled = true;
  signed.querySelector("video")?.pause();
  try {
    await bundle();
  } catch (error) {
    console.warn("live view", error);
    opener.replaceWith("Die Live-Ansicht konnte nicht geladen werden. Bitte sehen Sie das Video.");
    return;
  }
  const signer = document.createElement("klarhand-signer");
  signer.setAttribute("autoplay", "");
  signer.setAttribute("schliessbar", "");
  signer.setAttribute("hinweis", "aus"); // it stands beside the picture
  signer.setAttribute("src", signed.dataset.live);
  signer.addEventListener("klarhand-zu", () => {
    signer.remove();
    mark(signed, -1);
    picture.classList.remove("is-live");
    opener.disabled = false;
    opener.focus();
  });
  // What cannot be shown live gives the picture back to the film; the line says why.
  signer.addEventListener("klarhand-fehler", () => picture.classList.remove("is-live"));
  signer.addEventListener("klarhand-bereit", () => {
    // The button is below the picture: showing it would push the signer's head out of the window.
    signer.shadowRoot.querySelector("button").focus({ preventScroll: true });
    const canvas = signer.shadowRoot.querySelector("canvas");
    canvas.scrollIntoView({ block: "nearest" });
    if (canvas.getBoundingClientRect().top < 0) canvas.scrollIntoView(); // taller than the window
  });
  follow(signed, signer);
  picture.classList.add("is-live");
  picture.prepend(signer);
}

function follow(signed, signer) {
  signer.addEventListener("klarhand-satz", (event) => mark(signed, event.detail.index));
}

function mark(signed, index) {
  const lines = [...(signed.querySelector("[data-transcript]")?.children ?? [])];
  lines.forEach((line, number) => line.classList.toggle("is-now", number === index));
}
