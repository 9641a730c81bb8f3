import { isDeepStrictEqual } from 'node:util';
import type { Election } from '../model/election.js';
import { isFrom, phaseAt } from '../model/phase.js';

/**
 * What a new version of an election would change that may not change any more, in words. From the
 * opening of voting on, by the version that is in force: the rules, the opening, who stands and
 * under which name. The close may still be put off while voting goes on, but not moved into the past,
 * and not at all once it has come.
 */
export function frozenChanges(inForce: Election, next: Election, now: number): string[] {
  const phase = phaseAt(inForce.calendar, now);
  if (!isFrom(phase, 'voting')) return [];
  const changes: string[] = [];
  const hold = (what: string, before: unknown, after: unknown) => {
    if (!isDeepStrictEqual(before, after))
      changes.push(`${what} (${JSON.stringify(before)} → ${JSON.stringify(after)})`);
  };
  for (const rule of Object.keys(inForce.rules) as (keyof Election['rules'])[])
    hold(`rules.${rule}`, inForce.rules[rule], next.rules[rule]);
  hold('calendar.voting', instant(inForce.calendar.voting), instant(next.calendar.voting));
  if (isFrom(phase, 'counting') || Date.parse(next.calendar.counting) <= now)
    hold('calendar.counting', instant(inForce.calendar.counting), instant(next.calendar.counting));

  const stood = new Map(inForce.candidates.map(({ id, name }) => [id, name]));
  const stands = new Map(next.candidates.map(({ id, name }) => [id, name]));
  for (const [id, name] of stood) {
    if (!stands.has(id)) changes.push(`candidate ${id} left out`);
    else hold(`the name of candidate ${id}`, name, stands.get(id));
  }
  for (const id of stands.keys()) if (!stood.has(id)) changes.push(`candidate ${id} added`);
  return changes;
}

/** The same instant may be written in several ways. */
const instant = (text: string): string => new Date(text).toISOString();
