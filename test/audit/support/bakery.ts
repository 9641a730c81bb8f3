/** A small election with everything in it: what each test changes one thing of. */
import { LogWriter, idOf, type LogOptions } from './log-writer.js';

const HOURS = Array.from({ length: 13 }, (_, i) => `2026-11-22T${String(8 + i).padStart(2, '0')}:00:00.000Z`);
export const hour = (n: number): string => HOURS[n] ?? '';

export interface BakeryOptions extends LogOptions {
  readonly rules?: object;
  readonly eligible?: object;
  readonly quorum?: number;
  /** Voters, each with one ballot. */
  readonly voters?: number;
  readonly candidates?: number;
  /** Names of vkeys, where they are not those of the options' signers. */
  readonly keys?: readonly string[];
}

/** The rules' document. */
export function rulesOf(
  log: LogWriter,
  options: BakeryOptions = {},
  profiles = profilesOf(log, options),
): object {
  return {
    format: 'voix-rules/1',
    election: log.election,
    lang: 'fr',
    title: 'Qui sera notre présidente des clients\u00a0?',
    brand: { id: 'fournil', name: 'Le Fournil' },
    calendar: {
      voting: '2026-11-22T09:00:00+01:00',
      counting: '2026-11-22T20:00:00+01:00',
      timeZone: 'Europe/Paris',
    },
    rules: {
      method: { kind: 'plurality' },
      visibility: 'until-voted',
      revote: true,
      confirm: true,
      quorum: options.quorum ?? 0,
      identity: 'device',
      ...options.rules,
    },
    tie: 'stands',
    eligible: options.eligible ?? { device: null },
    candidates: profiles.map((profile, i) => ({ number: i + 1, profile })),
    keys: options.keys ?? [log.signer.vkey],
    witnesses: log.witnesses.map(({ vkey }) => vkey),
  };
}

const NAMES = ['Amina Bertaux', 'Bruno Le Goff', 'Chloé Szabó'];

export function profilesOf(log: LogWriter, { candidates = 3 }: BakeryOptions = {}): string[] {
  return Array.from({ length: candidates }, (_, i) =>
    log.document({
      salt: idOf(`profile ${i}`),
      profile: { id: `candidate-${i + 1}`, name: NAMES[i] ?? `Candidate ${i + 1}`, town: 'Nantes' },
    }),
  );
}

/** Before any ballot: the opening. */
export function openedBakery(options: BakeryOptions = {}): LogWriter {
  const log = new LogWriter(options);
  log.add('opening', { document: log.document(rulesOf(log, options)) }, hour(0));
  return log;
}

/** Half of the voters choose the first candidate, a third the second, a sixth the third. */
const choiceOf = (voter: number): string => `plurality:${[1, 1, 1, 2, 2, 3][voter % 6]}`;

/** Ballots, changes of vote, decisions; still open. */
export function votedBakery(options: BakeryOptions = {}): LogWriter {
  const log = openedBakery(options);
  const voters = options.voters ?? 600;
  for (let voter = 0; voter < voters; voter++)
    log.ballot(`voter ${voter}`, choiceOf(voter), hour(Math.floor((voter * 10) / voters)));
  return log;
}

export interface Sums {
  readonly voters: number;
  readonly counted: number;
  readonly review?: number;
  readonly invalidated?: number;
}

export function close(log: LogWriter, { voters, counted, review = 0, invalidated = 0 }: Sums): number {
  const tiers = { device: { counted, review, invalidated } };
  return log.add('close', { voters, tiers, refused: { 'already-voted': 2 } }, hour(11));
}

/** 600 voters; 598 ballots count (one is under review, one invalidated): 298, 200 and 100. */
export function wholeBakery(options: BakeryOptions = {}): LogWriter {
  const log = votedBakery(options);
  // The seventh voter goes from the first candidate to the second and back.
  log.ballot('voter 6', 'plurality:2', hour(10));
  log.ballot('voter 6', 'plurality:1', hour(10));
  log.add('review', { ballot: log.idAt(1), reason: 'automation' }, hour(10));
  log.add('review', { ballot: log.idAt(2), reason: 'duplicate-person' }, hour(10));
  log.add('review', { ballot: log.idAt(3), reason: 'automation' }, hour(10));
  close(log, { voters: 600, counted: 597, review: 3 });
  log.add('invalidation', { ballot: log.idAt(2), reason: 'duplicate-person' }, hour(11));
  log.add('reinstatement', { ballot: log.idAt(3), reason: 'error' }, hour(11));
  log.add('erasure', { voters: 4 }, hour(12));
  proclaim(log);
  return log;
}

export const ELECTED = { kind: 'elected', candidate: 1, votes: 298, margin: 98 } as const;

export const proclaim = (log: LogWriter, outcome: object = ELECTED, counts = [298, 200, 100]): number =>
  log.add('proclamation', { outcome, counts }, hour(12));
