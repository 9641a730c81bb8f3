import { checkChoice, type Choice } from '../model/choice.js';
import type { Election } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { fairOrder } from '../model/order.js';
import type { Ending } from './story.js';

export type Simulated = Pick<Election, 'id' | 'calendar' | 'rules' | 'candidates'>;

/**
 * The choices that lead to exactly this ending, one a ballot, in no order.
 * @throws ElectionError `choice-method`, `candidate-unknown`, `choice-too-many`, `choice-empty`: the ending cannot be reached
 */
export function choicesOf(election: Simulated, ending: Ending, seed: number): Choice[] {
  const choices = isApproval(ending)
    ? approvals(election.id, ending, seed)
    : Object.entries(ending).flatMap(([candidate, votes]) =>
        Array.from({ length: votes }, (): Choice => ({ method: 'plurality', candidate })),
      );
  for (const choice of choices) checkEnding(election, choice);
  return choices;
}

interface Approval {
  readonly ballots: number;
  readonly marks: Readonly<Record<string, number>>;
}
const isApproval = (ending: Ending): ending is Approval => typeof ending['marks'] === 'object';

/**
 * Marks are dealt out like cards, candidate after candidate: as nobody has more marks than there are
 * ballots, no ballot gets the same one twice, and all get as many, give or take one.
 */
function approvals(election: string, { ballots, marks }: Approval, seed: number): Choice[] {
  const hands: string[][] = Array.from({ length: ballots }, () => []);
  const order = fairOrder(hands, seed);
  let dealt = 0;
  for (const [candidate, votes] of fairOrder(Object.entries(marks), seed)) {
    if (votes > ballots) {
      const detail = `${election}: ${candidate} has ${votes} marks on ${ballots} ballots`;
      throw new ElectionError('choice-duplicate', { detail });
    }
    for (let i = 0; i < votes; i++) order[dealt++ % ballots]?.push(candidate);
  }
  return hands.map((candidates) => ({ method: 'approval', candidates }));
}

function checkEnding(election: Simulated, choice: Choice): void {
  try {
    checkChoice(election, choice);
  } catch (error) {
    if (!(error instanceof ElectionError)) throw error;
    throw new ElectionError(error.code, {
      detail: `${election.id}: ${JSON.stringify(choice)}`,
      cause: error,
    });
  }
}
