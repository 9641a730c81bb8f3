/** Elections and snapshots for the tests of elements: small, whole, and the same every time. */
import type { Candidate, Election, Phase } from '../../src/model/election.js';
import { phaseAt } from '../../src/model/phase.js';
import type { ReadySnapshot, VoteState } from '../../src/model/snapshot.js';
import type { Results } from '../../src/model/results.js';
import type { Choice } from '../../src/model/choice.js';
import type { Receipt } from '../../src/model/ballot.js';
import { RULES } from '../support/rules.js';

export const candidates: readonly Candidate[] = [
  {
    id: 'amina',
    name: 'Amina Belkacem',
    town: 'Figeac',
    slogan: 'Le 6 h 12 ne m’a jamais attendue.',
    manifesto: 'Je prends le train depuis vingt ans.\n\nJe demande un banc sur chaque quai.',
  },
  { id: 'gilles', name: 'Gilles Lavergne', town: 'Ussel', slogan: 'Trente-huit ans de tournée.' },
  { id: 'solene', name: 'Solène Fabre', town: 'Rodez' },
];

export function election(changes: Partial<Election> = {}): Election {
  return {
    id: 'traverse',
    lang: 'fr',
    title: 'Qui présidera les voyageurs de Traverse ?',
    brand: { id: 'traverse', name: 'Traverse', colour: '#14594d', welcome: 'Montez à l’avant.' },
    calendar: {
      announced: '2026-10-05T09:00:00+02:00',
      campaign: '2026-12-07T09:00:00+01:00',
      voting: '2027-01-01T08:00:00+01:00',
      counting: '2027-01-31T20:00:00+01:00',
      proclaimed: '2027-02-01T10:00:00+01:00',
      mandate: '2027-02-15T09:00:00+01:00',
      timeZone: 'Europe/Paris',
    },
    rules: RULES,
    candidates,
    ...changes,
  };
}

/** An instant in each phase of the calendar above, but for the last. */
export const during = {
  announced: '2026-11-01T12:00:00Z',
  campaign: '2026-12-20T12:00:00Z',
  voting: '2027-01-21T19:00:00Z',
  counting: '2027-01-31T22:00:00Z',
  proclaimed: '2027-02-02T12:00:00Z',
  mandate: '2027-03-01T12:00:00Z',
} satisfies Partial<Record<Phase, string>>;

export const results: Results = {
  hidden: false,
  version: 1000,
  ballots: 1000,
  counts: { amina: 500, gilles: 300, solene: 200 },
};

export const choice: Choice = { method: 'plurality', candidate: 'gilles' };

export const receipt: Receipt = {
  election: 'traverse',
  ballot: 'k3Vq9aTzXw12ab34cd56eg',
  sequence: 1000,
  choice,
  at: '2027-01-21T19:00:00Z',
  tier: 'device',
  changed: false,
};

export const voted: VoteState = { kind: 'voted', choice, receipt };

/** A snapshot in mid-vote, nothing cast yet, but for the changes. */
export function readySnapshot(changes: Partial<ReadySnapshot> & { now?: string } = {}): ReadySnapshot {
  const { now = during.voting, ...rest } = changes;
  const at = Date.parse(now);
  const stands = rest.election ?? election();
  return {
    status: 'ready',
    election: stands,
    candidates: stands.candidates,
    phase: phaseAt(stands.calendar, at),
    clock: { now: () => at, rate: 1 },
    results,
    outcome: undefined,
    vote: { kind: 'none' },
    connection: 'live',
    ...rest,
  };
}
