import type { Election, Id } from './election.js';
import { ElectionError } from './errors.js';

/** What a voter expresses; a union by method, with room for a ranking. */
export type Choice =
  | { readonly method: 'plurality'; readonly candidate: Id }
  | { readonly method: 'approval'; readonly candidates: readonly Id[] };

/** Whether something that claims to be a choice names candidates by their ids. Throws where it names nothing. */
export const isChoice = (choice: Choice): boolean => marksOf(choice).every((id) => typeof id === 'string');

/** The candidates whose count goes up by one with this choice. */
export function marksOf(choice: Choice): readonly Id[] {
  return choice.method === 'plurality' ? [choice.candidate] : choice.candidates;
}

/** Two choices are the same where they mark the same candidates, in whatever order. */
export function sameChoice(a: Choice, b: Choice): boolean {
  return canonicalChoice(a) === canonicalChoice(b);
}

/** One text per choice: the approved candidates are sorted. */
export function canonicalChoice(choice: Choice): string {
  return `${choice.method}:${[...marksOf(choice)].sort().join(',')}`;
}

/** The choice that marks these candidates under the election's method. */
export function choiceOf(election: Pick<Election, 'rules'>, candidates: readonly Id[]): Choice {
  return election.rules.method.kind === 'plurality'
    ? { method: 'plurality', candidate: candidates[0] ?? '' }
    : { method: 'approval', candidates };
}

/**
 * Holds a choice against the election's rules.
 * @throws ElectionError `choice-method`, `choice-empty`, `choice-too-many`, `choice-duplicate`, `candidate-unknown`
 */
export function checkChoice(election: Pick<Election, 'rules' | 'candidates'>, choice: Choice): void {
  const { method } = election.rules;
  if (choice.method !== method.kind) throw new ElectionError('choice-method');
  const marks = marksOf(choice);
  if (marks.length === 0) throw new ElectionError('choice-empty');
  if (method.kind === 'approval' && method.max !== undefined && marks.length > method.max)
    throw new ElectionError('choice-too-many');
  const named = new Set(marks);
  if (named.size !== marks.length) throw new ElectionError('choice-duplicate');
  for (const { id } of election.candidates) named.delete(id);
  if (named.size > 0) throw new ElectionError('candidate-unknown');
}
