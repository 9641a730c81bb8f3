/** What an amendment changes. */
import type { Rules } from './rules.js';

/** `what` is a stable word; values are as short as a table's cells. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Instants as ISO 8601; what was not there is an empty text. */
export function changesBetween(before: Rules, after: Rules): Change[] {
  const [a, b] = [flat(before), flat(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((what) => {
    const [was, is] = [a.get(what) ?? '', b.get(what) ?? ''];
    return was === is ? [] : [{ what, before: was, after: is }];
  });
}

function flat(rules: Rules): Map<string, string> {
  const { calendar, timeZone, method, max, visibility, revote, quorum, identity, tie } = rules;
  const of = new Map<string, string>([
    ['title', rules.title],
    ['brand', rules.brand],
    ...Object.entries(calendar).map(
      ([phase, at]) => [`calendar.${phase}`, new Date(at).toISOString()] as const,
    ),
    ['timeZone', timeZone],
    ['method', method === 'approval' && max !== Infinity ? `${method} ≤ ${max}` : method],
    ['visibility', visibility],
    ['revote', String(revote)],
    ['quorum', String(quorum)],
    ['identity', identity],
    ['tie', tie],
    ...[...rules.eligible].map(([tier, number]) => [`eligible.${tier}`, String(number ?? '?')] as const),
    ...[...rules.candidates].map(([number, hash]) => [`candidate.${number}`, hash.slice(0, 8)] as const),
    ['witnesses', rules.witnesses.join(' ')],
  ]);
  return of;
}
