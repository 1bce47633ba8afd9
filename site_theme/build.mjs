// One file for browsers: the live view with three.js inside. `npm run build`; called by `make setup`.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here("signer/element.js")],
  outfile: here("dist/klarhand-signer.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome111", "firefox111", "safari16.4"],
  loader: { ".css": "text", ".glsl": "text" },
  legalComments: "inline", // three.js (MIT) keeps its notice
  logLevel: "warning",
});
