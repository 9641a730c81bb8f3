import type { Election } from '../model/election.js';
import { parseDescribed, type Described } from './described-file.js';
import { electionFileSchema } from './election-schema.js';

/** What an election file holds: the election, and what only the server needs to know. */
export interface ElectionFile {
  readonly election: Election;
  readonly origins: readonly string[];
  /** Who co-sign the log: the vkey of each, and where it takes checkpoints. */
  readonly witnesses?: readonly { readonly key: string; readonly url: string }[];
}

/** Reads the text of an election file, YAML or JSON. Never throws. */
export function parseElectionFile(text: string): Described<ElectionFile> {
  const parsed = parseDescribed(text, electionFileSchema);
  if (!parsed.ok) return parsed;
  const { origins, witnesses, $schema: _schema, ...election } = parsed.value;
  return { ok: true, value: { election, origins, ...(witnesses && { witnesses }) } };
}
