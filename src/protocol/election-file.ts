/** Reads the text of an election file, YAML or JSON, and says what is wrong with it and where. */
import * as v from 'valibot';
import { isMap } from 'yaml';
import type { Election } from '../model/election.js';
import { electionFileSchema } from './election-schema.js';
import { offsetOf, written, type Path } from './file-position.js';
import { readDocument } from './yaml-document.js';

export interface Finding {
  /** What is wrong and what to do, in English. */
  readonly message: string;
  /** Where in the election: `candidates[2].photo.src`; empty for the file itself. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export type ElectionFile =
  | { readonly ok: true; readonly election: Election; readonly origins: readonly string[] }
  /** At least one finding, in the order of the file. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Never throws: whatever the text is, the answer is an election, or the reasons why it is none. */
export function parseElectionFile(text: string): ElectionFile {
  const read = readDocument(text);
  const finding = (message: string, offset: number, path = ''): Finding => {
    const { line, col } = read.lines.linePos(offset);
    return { message, path, line, column: col };
  };
  if ('problems' in read)
    return { ok: false, findings: read.problems.map(({ message, offset }) => finding(message, offset)) };
  const { document } = read;
  if (!isMap(document.contents))
    return { ok: false, findings: [finding('An election file is made of lines such as `title: Our question`.', 0)] };

  const parsed = v.safeParse(electionFileSchema, document.toJS());
  if (parsed.success) {
    const { origins, $schema: _schema, ...election } = parsed.output;
    return { ok: true, election, origins };
  }
  const findings = parsed.issues.map((issue) => {
    const path: Path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    return finding(issue.message, offsetOf(document, path), written(path));
  });
  return { ok: false, findings: findings.sort((a, b) => a.line - b.line || a.column - b.column) };
}
