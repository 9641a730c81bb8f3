import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Failure } from './failure.js';

/** What the build publishes as `integrity.json`: the script tag's files, from its own folder on. */
export interface Integrity {
  readonly version: string;
  /** The one that a page loads; it loads the others. */
  readonly entry: string;
  /** Digests as pages have them: `sha384-…`. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * What a page pastes in the place of the script tag's line, so that its browser runs no other byte than these: of the
 * entry by its own digest, of what it loads by the page's import map.
 * @param at where the files are: `voix serve`, or a copy of them
 */
export function pinnedLines(at: string, { entry, files }: Integrity): string {
  const base = at.replace(/\/+$/, '');
  const loaded = Object.entries(files).filter(([path]) => path.startsWith('chunks/'));
  const integrity = Object.fromEntries(loaded.map(([path, digest]) => [`${base}/${path}`, digest]));
  return (
    `<script type="importmap">${JSON.stringify({ integrity })}</script>\n` +
    `<script type="module" crossorigin src="${base}/${entry}" integrity="${files[entry]}"></script>`
  );
}

/** @throws Failure where the package is not built */
export async function readIntegrity(): Promise<Integrity> {
  try {
    const path = createRequire(import.meta.url).resolve('voix/integrity.json');
    return JSON.parse(await readFile(path, 'utf8')) as Integrity;
  } catch (cause) {
    throw new Failure('There is no integrity.json beside voix.js: build the package first (npm run build).', {
      cause,
    });
  }
}
