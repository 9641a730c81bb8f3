/**
 * Builds the verifier's page into `dist/verifier/`: three files that work from any web server, or from a
 * disk, and know no other.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { STYLE } from '../src/audit/dossier/style.js';

const FROM = 'src/audit/page';
const TO = process.argv[2] ?? 'dist/verifier';

mkdirSync(TO, { recursive: true });
copyFileSync(`${FROM}/index.html`, `${TO}/index.html`);
const { code } = await transform(STYLE + readFileSync(`${FROM}/page.css`, 'utf8'), {
  loader: 'css',
  minify: true,
});
writeFileSync(`${TO}/verifier.css`, code);
const { metafile } = await build({
  entryPoints: [`${FROM}/main.ts`],
  outfile: `${TO}/verifier.js`,
  bundle: true,
  minify: true,
  metafile: true,
  // A script and no module: browsers let no module be loaded from a disk.
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
});
/** It shares no code with the server: that is its worth. */
const strangers = Object.keys(metafile.inputs).filter(
  (path) => !/^src\/audit\/|(^|\/)node_modules\/@noble\//.test(path),
);
if (strangers.length > 0) throw new Error(`The verifier is built from ${strangers.join(', ')}.`);
