/** What the servers that are measured have in common. */
import { CANDIDATES } from '../votes/campaign.js';

/** A server that watchers are connected to. */
export interface Broadcaster {
  readonly url: string;
  /** Commits an update, which is then to reach everyone. */
  update(): Promise<void>;
}

/** Says that a version was committed, at an instant of `sharedNow`. */
export type OnCommit = (version: number, at: number) => void;

/** @param folder for what it stores */
export type StartBroadcaster = (onCommit: OnCommit, folder: string) => Promise<Broadcaster>;

/** The election that is watched: the busiest of the campaign. */
export const WATCHED = 'warm-brand-1';

/** Twelve stand. */
export const candidates: readonly string[] = [
  ...CANDIDATES,
  ...Array.from({ length: 12 - CANDIDATES.length }, (_, i) => `candidate-${i + 1}`),
];

/** The frame of those who store nothing: as long as ours. */
export const frameOf = (version: number): object => ({
  election: WATCHED,
  results: {
    hidden: false,
    version,
    ballots: version,
    counts: Object.fromEntries(candidates.map((name, i) => [name, version + i])),
  },
  clock: { now: Date.now(), rate: 1 },
});

/** Milliseconds on a clock that all processes of this machine share. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;
