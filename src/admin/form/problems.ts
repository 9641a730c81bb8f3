/** What is wrong with a draft, field by field: the schema of elections decides, and nothing here does. */
import * as v from 'valibot';
import type { Election } from '../../model/election.js';
import { electionSchema } from '../../protocol/election-schema.js';
import { tidy, type Path } from './draft.js';

/** What is wrong in a field; the words are the languages' own. */
export type Problem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** The calendar runs backwards here. */
  | { readonly kind: 'order' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'wrong' };

/** The first problem of each field. None where the draft is an election. */
export function problemsOf(draft: Election): ReadonlyMap<Path, Problem> {
  const parsed = v.safeParse(electionSchema, tidy(draft));
  const found = new Map<Path, Problem>();
  for (const issue of parsed.issues ?? []) {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    // A picture or a video without its address is one that is not there yet.
    const field = path
      .replace(/\.photo$/, '.photo.src')
      .replace(/\.logo$/, '.logo.src')
      // A brand of which nothing is written yet.
      .replace(/^brand$/, 'brand.name');
    if (!found.has(field)) found.set(field, problemOf(issue));
  }
  return found;
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  if (issue.input === undefined || issue.type === 'non_empty') return { kind: 'missing' };
  if (issue.type === 'max_length') return { kind: 'too-long', most: Number(issue.requirement) };
  if (issue.type === 'raw_check') return { kind: issue.path?.[0]?.key === 'calendar' ? 'order' : 'taken' };
  return { kind: 'wrong' };
}
