import { sha256 } from '../../log/sha256.js';
import type { Clock } from '../../model/clock.js';
import { toElectionError } from '../../model/errors.js';
import type { Catalogue } from '../catalogue.js';
import type { Hub } from '../live/hub.js';
import { failureText } from '../log.js';
import { DEFAULT_TURN, nameOf, type ServerOptions } from '../options.js';
import { Logs } from '../signing/logs.js';
import { marksInMemory } from '../signing/marks.js';
import type { LogStorage } from '../storage/log-storage.js';
import { Clerk } from './clerk.js';
import type { Refusals } from './refusals.js';
import { Rounds } from './rounds.js';
import { askOverHttp } from './witness-client.js';

export interface Engaged {
  readonly clerk: Clerk;
  readonly logs: Logs | undefined;
  /** Finishes the turn under way, and takes no other. */
  dismiss(): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly hub: Hub;
  readonly refusals: Refusals;
}

/** The clerk at work; `undefined` where the storage keeps no log. Keeps no process alive. */
export function engageClerk(
  options: ServerOptions,
  { clock, catalogue, hub, refusals }: Parts,
): Engaged | undefined {
  const { storage, log: tell } = options;
  const { log } = storage;
  if (!log) return undefined;
  const rounds = new Rounds({
    log,
    ask: options.askWitness ?? askOverHttp,
    monotonic: () => performance.now(),
    onFailure: (election, witness, thrown) =>
      tell?.({ event: 'witness-failed', level: 'warn', election, witness, failure: failureText(thrown) }),
  });
  const logs = logsOf(options, log, rounds);
  const clerk = new Clerk({
    storage,
    log,
    logs,
    rounds,
    catalogue,
    clock,
    refusals,
    onGrowth: (election) => {
      catalogue.forget(election);
      hub.note(election, 'election');
    },
    onFailure: (election, thrown) => {
      const { code, detail } = toElectionError(thrown);
      const failure = failureText(thrown);
      tell?.({
        event: 'clerk-failed',
        level: 'error',
        ...(election !== undefined && { election }),
        code,
        ...(detail !== undefined && { detail }),
        failure,
      });
    },
  });
  const turn = () => void clerk.turn();
  const first = setTimeout(turn);
  const timer = setInterval(turn, options.turn ?? DEFAULT_TURN);
  // Node's timers have it, others' are numbers.
  for (const one of [first, timer] as { unref?: () => void }[]) one.unref?.();
  return {
    clerk,
    logs,
    dismiss: async () => {
      clearTimeout(first);
      clearInterval(timer);
      await clerk.finish();
    },
  };
}

function logsOf(options: ServerOptions, log: LogStorage, rounds: Rounds): Logs | undefined {
  const { signer, marks = marksInMemory(), sha256: sha = sha256 } = options;
  if (!signer) return undefined;
  const logs: Logs = new Logs({
    log,
    sha,
    signer,
    marks,
    name: nameOf(options),
    askOthers: (listed, signed) => rounds.assertKnown(logs, listed, signed),
  });
  return logs;
}
