import type { Ballot } from '../model/ballot.js';
import { marksOf } from '../model/choice.js';
import { ElectionError } from '../model/errors.js';
import { choicesOf, type Simulated } from './choices.js';
import { deviceId, stream, uuid } from './random.js';
import { sampler, slotsOf, type Slot, type Spike } from './rhythm.js';
import type { Story } from './story.js';

/** A ballot of a voter who is invented, and the moment at which it is cast. */
export interface PlannedBallot extends Ballot {
  /** Milliseconds since 1970, within the election's voting hours. */
  readonly at: number;
  /** The voter's device; each ballot has its own. */
  readonly device: string;
}

/**
 * The ballots of a whole month, in the order of time. The same story and elections give the same
 * ballots, voters and keys, so that playing them twice counts them once.
 * @throws ElectionError where the story names what there is not, or an ending that cannot be
 */
export function planBallots(story: Story, elections: readonly Simulated[]): PlannedBallot[] {
  const known = new Map(elections.map((election) => [election.id, election]));
  const rhythms = new Map<string, Slot[]>();
  const ballots = Object.entries(story.elections).flatMap(([id, ending]) => {
    const election = known.get(id);
    if (!election) throw new ElectionError('election-unknown', { detail: id });
    const random = stream(story.seed, id);
    const choices = choicesOf(election, ending, Math.floor(random() * 2 ** 32));
    const { voting, counting, timeZone } = election.calendar;
    const hours = [voting, counting, timeZone].join();
    const slots = rhythms.get(hours) ?? slotsOf(Date.parse(voting), Date.parse(counting), timeZone);
    rhythms.set(hours, slots);
    const drawInstant = moments(election, slots, random);
    return choices.map((choice): PlannedBallot => {
      const at = drawInstant(marksOf(choice)[0] ?? '');
      return { election: id, choice, at, device: deviceId(random), key: uuid(random) };
    });
  });
  return ballots.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** Each candidate has one or two good days, so that the lead changes hands on the way to the end. */
function moments(
  election: Simulated,
  slots: readonly Slot[],
  random: () => number,
): (candidate: string) => number {
  const [opens = 0, closes = 0] = [slots[0]?.from, slots.at(-1)?.to];
  const usual = sampler(slots, []);
  const samplers = new Map(
    election.candidates.map(({ id }) => {
      const spikes = Array.from({ length: random() < 0.5 ? 1 : 2 }, (): Spike => ({
        at: opens + random() * (closes - opens),
        height: 2 + random() * 5,
      }));
      return [id, sampler(slots, spikes)];
    }),
  );
  return (candidate) => (samplers.get(candidate) ?? usual)(random);
}
