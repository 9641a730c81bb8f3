/** What tools read about the package, from the code into `dist/`: `tsx scripts/describe.ts`, a step of the build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { electionJsonSchema } from '../src/protocol/election-schema.js';
import { cssData, htmlData } from './docs/editor-data.js';
import { readManifest } from './docs/manifest.js';

const manifest = readManifest();
const files = {
  'custom-elements.json': manifest,
  'html-data.json': htmlData(manifest),
  'css-data.json': cssData(manifest),
  'election.schema.json': electionJsonSchema(),
};

mkdirSync('dist', { recursive: true });
for (const [name, content] of Object.entries(files))
  writeFileSync(`dist/${name}`, `${JSON.stringify(content, null, 2)}\n`);
