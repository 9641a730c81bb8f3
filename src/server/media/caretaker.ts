import { failureText } from '../log.js';
import type { ServerOptions } from '../options.js';
import { purge } from './purge.js';

/** Milliseconds between two looks through the media. */
const HOUR = 3_600_000;

export interface Caretaker {
  /** Looks through the media where that is due. Never rejects. */
  turn(): Promise<void>;
  /** Finishes the round under way, and begins no other. */
  dismiss(): Promise<void>;
}

/** Keeps the media in order, from the start and every hour. `undefined` where none are taken. Keeps no process alive. */
export function engageCaretaker({ media, storage, log }: ServerOptions): Caretaker | undefined {
  const { topics } = storage;
  if (!media || !topics) return undefined;
  const { store, now = Date.now } = media;
  const named = () => topics.media.named();
  let last = -Infinity;
  let round: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      const gone = await purge(store, named, now());
      if (gone > 0) log?.({ event: 'media-purged', level: 'info', files: gone });
    } catch (thrown) {
      log?.({ event: 'purge-failed', level: 'warn', failure: failureText(thrown) });
    }
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
