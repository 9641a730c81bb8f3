import type { LogHead } from '../storage/log-storage.js';

/**
 * How far each log was signed, kept apart from the database: beside the key. A database that knows less is an
 * old copy, and to go on from there would fork the log.
 */
export interface Marks {
  /** The largest tree that this mark was raised to; `undefined` before the first time. */
  newest(origin: string): Promise<LogHead | undefined>;
  /** Resolves once it is durable. A smaller tree lowers nothing. */
  raise(origin: string, head: LogHead): Promise<void>;
}

/** Marks that go with the process: enough to notice that the database went back while it ran. */
export function marksInMemory(): Marks {
  const marks = new Map<string, LogHead>();
  return {
    newest: async (origin) => marks.get(origin),
    raise: async (origin, head) => {
      if (head.size > (marks.get(origin)?.size ?? -1)) marks.set(origin, head);
    },
  };
}
