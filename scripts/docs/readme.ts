import { readManifest } from './manifest.js';
import { elementSections, errorsTable, routesTable } from './tables.js';

/** The README with its tables written anew from the code. Throws where a marker is missing. */
export function readmeFrom(text: string): string {
  const parts = { elements: elementSections(readManifest()), routes: routesTable(), errors: errorsTable() };
  return Object.entries(parts).reduce((readme, [name, content]) => between(readme, name, content), text);
}

/** The formatter is kept out: it would fill each cell up to the longest one. */
function between(readme: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${open} … ${close}`);
  const block = `${open}\n<!-- prettier-ignore-start -->\n\n${content}\n\n<!-- prettier-ignore-end -->\n`;
  return readme.slice(0, start) + block + readme.slice(end);
}
