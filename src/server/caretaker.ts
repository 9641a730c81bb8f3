import type { Id } from '../model/election.js';
import { failureText } from './log.js';
import type { ServerOptions } from './options.js';
import { forgetOld } from './retention.js';
import { purge } from './media/purge.js';

/** Milliseconds between two looks. */
const HOUR = 3_600_000;

export interface Caretaker {
  /** Looks through what is kept, where that is due. Never rejects. */
  turn(): Promise<void>;
  /** Finishes the round under way, and begins no other. */
  dismiss(): Promise<void>;
}

/**
 * Takes away what nobody needs any more, media and data, from the start and every hour. `undefined` where nothing besides
 * ballots is kept. Keeps no process alive.
 * @param clock the elections' own; all else goes by the wall's
 */
export function engageCaretaker(
  { media, admin, storage, log }: Pick<ServerOptions, 'media' | 'admin' | 'storage' | 'log'>,
  clock: { now(): number },
): Caretaker | undefined {
  const { topics } = storage;
  if (!topics) return undefined;
  const now = media?.now ?? admin?.now ?? Date.now;
  const named = () => topics.media.named();
  let last = -Infinity;
  let round: Promise<void> | undefined;

  const told = new Set<Id>();
  async function forget(): Promise<void> {
    const kept = await forgetOld({ storage, now: clock.now(), wall: admin?.now?.() ?? Date.now() });
    for (const election of kept.filter((id) => !told.has(id)))
      log?.({ event: 'voters-kept', level: 'warn', election });
    for (const id of kept) told.add(id);
  }

  async function tidy(): Promise<void> {
    const gone = media ? await purge(media.store, named, now()) : 0;
    if (gone > 0) log?.({ event: 'media-purged', level: 'info', files: gone });
  }

  /** What fails of one stops not the other. */
  async function look(): Promise<void> {
    for (const work of [forget, tidy])
      await work().catch((thrown: unknown) =>
        log?.({ event: 'purge-failed', level: 'warn', failure: failureText(thrown) }),
      );
  }

  function turn(): Promise<void> {
    if (now() - last < HOUR) return round ?? Promise.resolve();
    last = now();
    round = look().finally(() => {
      round = undefined;
    });
    return round;
  }

  const timer = setInterval(() => void turn(), HOUR);
  (timer as { unref?: () => void }).unref?.();
  void turn();
  return {
    turn,
    dismiss: async () => {
      clearInterval(timer);
      last = Infinity;
      await round;
    },
  };
}
