/** Reads a YAML or JSON text by a schema, and says what is wrong with it and where. */
import * as v from 'valibot';
import { isMap } from 'yaml';
import { offsetOf, written, type Path } from './file-position.js';
import { readDocument } from './yaml-document.js';

export interface Finding {
  /** What is wrong and what to do, in English. */
  readonly message: string;
  /** Where in the content: `candidates[2].photo.src`; empty for the file itself. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export type Described<T> =
  | { readonly ok: true; readonly value: T }
  /** At least one finding, in the order of the file. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Never throws: whatever the text is, the answer is a value of the schema, or the reasons why it is none. */
export function parseDescribed<T>(text: string, schema: v.GenericSchema<unknown, T>): Described<T> {
  const read = readDocument(text);
  const finding = (message: string, offset: number, path = ''): Finding => {
    const { line, col } = read.lines.linePos(offset);
    return { message, path, line, column: col };
  };
  if ('problems' in read)
    return { ok: false, findings: read.problems.map(({ message, offset }) => finding(message, offset)) };
  const { document } = read;
  if (!isMap(document.contents))
    return { ok: false, findings: [finding('The file is made of lines such as `title: Our question`.', 0)] };

  const parsed = v.safeParse(schema, document.toJS());
  if (parsed.success) return { ok: true, value: parsed.output };
  const findings = new Map<string, Finding>();
  for (const issue of parsed.issues) {
    const path: Path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const place = written(path);
    if (!findings.has(place)) findings.set(place, finding(issue.message, offsetOf(document, path), place));
  }
  return {
    ok: false,
    findings: [...findings.values()].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
