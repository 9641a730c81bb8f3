import { failureText, type Log } from '../log.js';
import { DEFAULT_TURN, type ServerOptions } from '../options.js';
import type { Admin } from './admin.js';
import { deliverDue } from './courier.js';
import { tellOfEnds } from './herald.js';
import type { Deed } from '../storage/topics/trail.js';

const HOUR = 3_600_000;
/** Mails are kept for thirty days: then nobody asks any more whether they went. */
const KEPT = 30 * 24 * HOUR;

export interface EngagedAdmin {
  readonly admin: Admin;
  /** Sends what is due. Never rejects. */
  turn(): Promise<void>;
  /** Finishes the round under way, and begins no other. */
  dismiss(): Promise<void>;
}

/** An address is nobody's business in a log. */
const withoutAddresses = (text: string): string => text.replaceAll(/[^\s<>"']+@[^\s<>"',;]+/g, '<address>');

/** The admin at work; `undefined` where there is none. Keeps no process alive. */
export function engageAdmin(options: ServerOptions, clock: { now(): number }): EngagedAdmin | undefined {
  const { admin: given, storage, log } = options;
  const { topics } = storage;
  if (!given || !topics) return undefined;
  const failed = (tell: Log | undefined, what: 'sign-in' | 'mail' | 'webhook', thrown: unknown) =>
    tell?.({
      event: 'courier-failed',
      level: 'warn',
      what,
      failure: withoutAddresses(failureText(thrown)),
    });
  let isOver = false;
  let round: Promise<void> | undefined;
  let isAsked = false;
  let purged = -Infinity;
  const toEnter: { readonly deed: Deed; readonly at: number }[] = [];

  async function enterWaiting({ trail }: NonNullable<typeof topics>): Promise<void> {
    for (let one = toEnter[0]; one; one = toEnter[0]) {
      await trail.add(null, one.deed, one.at);
      toEnter.shift();
    }
  }

  async function rounds(): Promise<void> {
    try {
      await enterWaiting(topics as NonNullable<typeof topics>);
      await tellOfEnds(admin, { storage, clock });
      while (!isOver && (await deliverDue(admin, topics as NonNullable<typeof topics>)));
      await purge(topics as NonNullable<typeof topics>);
    } catch (thrown) {
      failed(log, 'mail', thrown);
    }
  }

  /** Once an hour, whether or not anything leaves. */
  async function purge({ mails }: NonNullable<typeof topics>): Promise<void> {
    const now = admin.now();
    if (now - purged < HOUR) return;
    purged = now;
    const gone = await mails.purge(now - KEPT);
    if (gone > 0) log?.({ event: 'mails-purged', level: 'info', mails: gone });
  }

  function turn(): Promise<void> {
    if (isOver) return Promise.resolve();
    if (round) {
      isAsked = true;
      return round;
    }
    round = rounds().finally(() => {
      round = undefined;
      if (isAsked) hurry();
      isAsked = false;
    });
    return round;
  }

  function hurry(): void {
    setTimeout(() => void turn());
  }

  const admin: Admin = {
    mailer: given.mailer,
    deliver: given.deliver,
    now: given.now ?? Date.now,
    hurry,
    enterLater: (deed) => void toEnter.push({ deed, at: admin.now() }),
    failed: (what, thrown) => failed(log, what, thrown),
  };
  const timer = setInterval(() => void turn(), options.turn ?? DEFAULT_TURN);
  (timer as { unref?: () => void }).unref?.();
  return {
    admin,
    turn,
    dismiss: async () => {
      isOver = true;
      clearInterval(timer);
      await round;
      await enterWaiting(topics).catch((thrown: unknown) => failed(log, 'sign-in', thrown));
    },
  };
}
