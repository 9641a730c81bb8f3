import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { outcomeOf } from '../../model/outcome.js';
import { isFrom, phaseAt } from '../../model/phase.js';
import type { Answer } from '../../model/question.js';
import type { Town } from './community.js';

/** The candidate that a person stands as; `undefined` where they do not. */
export type StandsAs = (election: Id, person: string) => Id | undefined;

/** @throws ElectionError `not-allowed` where nobody stands under that id */
export function speakerIn(
  town: Town,
  election: Id,
  candidate: Id | undefined,
): Pick<Answer, 'by' | 'name'> & { readonly candidate: Id } {
  const held = town.election(election);
  const found = held.candidates.find(({ id }) => id === candidate);
  if (!found) throw new ElectionError('not-allowed');
  const isProclaimed = isFrom(phaseAt(held.calendar, town.clock().now), 'proclaimed');
  const outcome = isProclaimed ? outcomeOf(held, town.tally(election)) : undefined;
  const isPresident = outcome?.kind === 'elected' && outcome.candidate === found.id;
  return { by: isPresident ? 'president' : 'candidate', name: found.name, candidate: found.id };
}
