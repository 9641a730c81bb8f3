/** What goes wrong with the machines of a storm: a server dies every now and then, and meanwhile something else. */
import { setTimeout as delay } from 'node:timers/promises';
import { HOUR } from './campaign.js';
import type { Counter } from './counter.js';
import type { Dice } from './dice.js';
import type { ServerProcess } from './process.js';
import type { Proxy } from './proxy.js';
import type { Site } from './site.js';
import { cannotTrace, drawnCalls, failSyscalls, SYSCALL_FAULTS } from './syscalls.js';

/** Does its harm, and heals it before it resolves. */
type Fault = () => Promise<void>;

/** Milliseconds between two deaths, and between two of the other faults. */
const DEATHS = { least: 1000, most: 3000 };
const OTHERS = { least: 200, most: 1500 };
/** How often all servers die at once. */
const ALL = 0.15;
/** Longer than a transaction of Postgres may stand still. */
const LONG_STOP = 11_000;

export interface Scene {
  readonly site: Site;
  readonly servers: readonly ServerProcess[];
  readonly proxy: Proxy;
  readonly counter: Counter;
  readonly dice: Dice;
}

export interface Nemesis {
  /** Goes on until told to stop, and leaves everything whole. */
  run(stop: AbortSignal): Promise<void>;
  /** Resolves once each fault was made. */
  readonly everything: Promise<void>;
  /** Faults that cannot be made here, each with its reason. */
  readonly skipped: readonly string[];
}

export function createNemesis(scene: Scene): Nemesis {
  const { site, servers, proxy, counter, dice } = scene;
  const mortal = dice.fork();
  let done = (): void => undefined;
  const everything = new Promise<void>((resolve) => (done = resolve));
  const faults: Record<string, Fault> = {
    'kill -9': () => killed([dice.pick(servers)], dice.between(0, 300)),
    'kill -9 of all': () => killed(servers, dice.between(0, 300)),
    'SIGSTOP, SIGCONT': () => stopped(dice.between(50, 2500)),
    'clock an hour back': () => clockStep(-HOUR),
    'clock an hour ahead, across a close': () => clockStep(HOUR),
    'clock right again': () => clockStep(0),
    'all connections cut': async () => proxy.cutAll(),
  };
  const weights: Record<string, number> = {
    'kill -9': 0,
    'kill -9 of all': 0,
    'SIGSTOP, SIGCONT': 15,
    'clock an hour back': 5,
    'clock an hour ahead, across a close': 5,
    'clock right again': 5,
    'all connections cut': 6,
  };
  const skipped: string[] = [];
  const add = (name: string, weight: number, fault: Fault) => {
    faults[name] = fault;
    weights[name] = weight;
  };
  const { restart, disk } = site;
  if (restart) add('database stopped at once and started', 10, restart);
  if (restart) add('SIGSTOP for longer than a transaction may last', 1, () => stopped(LONG_STOP));
  if (typeof disk === 'string') skipped.push(`disk full: ${disk}`);
  else add('disk full', 10, diskFull);
  const untraced = cannotTrace();
  if (untraced === undefined)
    for (const fault of SYSCALL_FAULTS) add(`syscalls ${fault}`, 6, syscalls(fault));
  else skipped.push(`failing system calls: ${untraced}`);

  return {
    everything,
    skipped,
    async run(stop) {
      await Promise.all([deaths(stop), others(stop)]);
      await whole();
    },
  };

  async function deaths(stop: AbortSignal): Promise<void> {
    while (await goesOn(stop, mortal.between(DEATHS.least, DEATHS.most))) {
      const isAll = mortal.chance(ALL);
      counter.count(isAll ? 'kill -9 of all' : 'kill -9');
      await killed(isAll ? servers : [mortal.pick(servers)], mortal.between(0, 300));
    }
  }

  /** Each once, in any order, as far as the storm lasts; then as often as they weigh. */
  async function others(stop: AbortSignal): Promise<void> {
    const deck = dice.shuffled(Object.keys(faults));
    while (await goesOn(stop, dice.between(OTHERS.least, OTHERS.most))) {
      const name = deck.pop() ?? dice.weighted(weights);
      counter.count(name);
      await faults[name]?.();
      if (deck.length === 0) done();
    }
  }

  async function killed(victims: readonly ServerProcess[], pause: number): Promise<void> {
    for (const victim of victims) victim.kill();
    await Promise.all(victims.map((victim) => victim.gone()));
    await delay(pause);
    await Promise.all(victims.map((victim) => victim.start()));
  }

  async function stopped(lasting: number): Promise<void> {
    const victim = dice.pick(servers);
    victim.signal('SIGSTOP');
    await delay(lasting);
    victim.signal('SIGCONT');
  }

  /** Of one process or of all. */
  async function clockStep(offset: number): Promise<void> {
    for (const server of dice.chance(0.5) ? servers : [dice.pick(servers)]) void server.setClock(offset);
  }

  async function diskFull(): Promise<void> {
    if (typeof disk === 'string') return;
    await disk.fill();
    await delay(dice.between(300, 2000));
    await disk.free();
    await whole();
  }

  function syscalls(fault: string): Fault {
    return async () => {
      const writers = await site.writers();
      const pids = writers.length > 0 ? writers : servers.flatMap(({ pid }) => pid ?? []);
      const lasting = dice.between(300, 1500);
      const failed = await failSyscalls(pids, site.files, fault, drawnCalls(dice), delay(lasting));
      counter.count('system calls that failed', failed);
      await whole();
    };
  }

  /** Whatever has ended by what was done to it runs again. */
  async function whole(): Promise<void> {
    await site.heal();
    await Promise.all(servers.map((server) => server.start()));
  }
}

async function goesOn(stop: AbortSignal, after: number): Promise<boolean> {
  await delay(after, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}
