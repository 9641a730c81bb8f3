import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Described } from '../protocol/described-file.js';
import { parseElectionFile, type ElectionFile } from '../protocol/election-file.js';
import { Failure } from './failure.js';

export interface ReadElection {
  readonly file: string;
  readonly text: string;
  readonly read: Described<ElectionFile>;
}

const ELECTION_FILE = /\.(ya?ml|json)$/i;

/**
 * Reads election files; of a folder, every YAML and JSON file in it, by name.
 * @throws Failure where a folder has none; what the system says where a file cannot be read
 */
export async function readElections(paths: readonly string[]): Promise<ReadElection[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const elections = await Promise.all(
    files.map(async (file) => {
      const text = await readText(file);
      return { file, text, read: text === undefined ? NOT_UTF8 : parseElectionFile(text) };
    }),
  );
  const first = new Map<string, string>();
  return elections.map(({ file, text = '', read }) => {
    if (!read.ok) return { file, text, read };
    const { id } = read.value.election;
    const taken = first.get(id);
    first.set(id, taken ?? file);
    return {
      file,
      text,
      read:
        taken === undefined
          ? read
          : problem(`${taken} describes an election \`${id}\` too: give each one an id of its own.`),
    };
  });
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => ELECTION_FILE.test(name)).sort();
  if (names.length === 0) throw new Failure(`There is no election file (.yaml, .yml or .json) in ${path}.`);
  return names.map((name) => join(path, name));
}

/** `undefined` where it is not UTF-8: names with accents would come out broken. */
export async function readText(file: string): Promise<string | undefined> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const problem = (message: string): Described<never> => ({
  ok: false,
  findings: [{ message, path: '', line: 1, column: 1 }],
});
const NOT_UTF8 = problem('The file is not UTF-8: save it with that encoding.');
