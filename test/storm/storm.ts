/** A storm: clients vote through a bad network at servers that are killed, and a checker judges what came of it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { electionsAt, HOUR } from './campaign.js';
import { check } from './check/check.js';
import type { Violation } from './check/evidence.js';
import { makeKey } from '../../src/server/signing/node-key.js';
import { Counter } from './counter.js';
import { Dice } from './dice.js';
import { History, type Event } from './history.js';
import { createNemesis } from './nemesis.js';
import { ServerProcess } from './process.js';
import { COPIES_WITHIN, NETWORK_FAULTS, Proxy } from './proxy.js';
import { readPublished } from './published.js';
import { openSite, type Backend, type Site } from './site.js';
import { Voter } from './voter.js';
import { Watcher } from './watcher.js';

export interface StormOptions {
  readonly seed: number;
  readonly backend: Backend;
  /** Milliseconds of bad weather, at least. */
  readonly lasting: number;
  /** Lasts until each fault was made, however long that takes. Default: no. */
  readonly everyFault?: boolean;
  /** Lasts until so many ballots were confirmed and one was not, a minute at most. Default: no. */
  readonly confirmed?: number;
  readonly clients: number;
  /** Default: drawn, one to three on Postgres; one on a data folder. */
  readonly servers?: number;
  /** A folder for the clients' histories, a file each. Default: they stay in memory. */
  readonly folder?: string;
}

export interface Verdict {
  readonly seed: number;
  readonly backend: Backend;
  readonly servers: number;
  readonly clients: number;
  /** How often each fault came, and how often each kind of thing happened to clients. */
  readonly faults: Counter;
  readonly events: Counter;
  readonly skipped: readonly string[];
  readonly ballots: number;
  readonly violations: readonly Violation[];
}

const WATCHERS = 3;
/** More than the longest step of the nemesis, and than any election lasts. */
const PAST_ALL = 100 * HOUR;
/** Milliseconds that watchers have, once it is calm, to be shown the last results. */
const CALM = 60_000;

export async function storm(options: StormOptions): Promise<Verdict> {
  const keys = await mkdtemp(join(tmpdir(), 'voix-storm-keys-'));
  const key = join(keys, 'log.key');
  await makeKey(key);
  const site = await openSite(options.backend);
  try {
    return await stormAt(site, key, options);
  } finally {
    await site.remove();
    await rm(keys, { recursive: true, force: true });
  }
}

async function stormAt(site: Site, key: string, options: StormOptions): Promise<Verdict> {
  const { seed, lasting, folder } = options;
  const dice = new Dice(seed);
  const faults = new Counter();
  const begun = Date.now();
  const elections = electionsAt(begun);
  const many = options.servers ?? (site.backend === 'embedded' ? 1 : dice.between(1, 3));
  const servers = Array.from({ length: many }, () => new ServerProcess({ key, place: site.place, begun }));
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const historyOf = (name: string) =>
    new History(folder === undefined ? undefined : join(folder, `${seed}-${site.backend}-${name}.jsonl`));

  const proxy = await Proxy.start(dice.fork(), faults);
  try {
    await Promise.all(servers.map((server) => server.start()));
    proxy.upstreams = () => servers.flatMap(({ port }) => (port === 0 ? [] : [port]));
    const voters = Array.from(
      { length: options.clients },
      (_, i) => new Voter(proxy.url, dice.fork(), historyOf(`voter-${i}`)),
    );
    const ids = elections.map(({ id }) => id);
    const watchers = Array.from(
      { length: WATCHERS },
      (_, i) => new Watcher(proxy.url, ids, dice.fork(), historyOf(`watcher-${i}`)),
    );
    const nemesis = createNemesis({ site, servers, proxy, counter: faults, dice: dice.fork() });
    const weather = dice.fork();
    const [calm, end] = [new AbortController(), new AbortController()];

    proxy.fate = ({ method }) => (method === 'POST' ? weather.weighted(NETWORK_FAULTS) : 'none');
    const watching = watchers.map((watcher) => watcher.live(end.signal));
    const voting = voters.map((voter) => voter.live(calm.signal));
    const harming = nemesis.run(calm.signal);
    const heard = enough(voters, options.confirmed ?? 0);
    await Promise.all([delay(lasting), options.everyFault === true && nemesis.everything, heard]);
    calm.abort();
    await Promise.all([...voting, harming]);
    proxy.fate = () => 'none';
    await delay(COPIES_WITHIN + 500);

    const calmAt = performance.now();
    await Promise.all(servers.map((server) => server.setClock(0)));
    await Promise.all(voters.map((voter) => voter.settle()));
    await Promise.all(servers.map((server) => server.setClock(PAST_ALL)));
    const closedAt = performance.now();
    await Promise.all(voters.map((voter) => voter.comeLate()));
    const late = await left(watchers, servers, ids);
    end.abort();
    await Promise.all(watching);
    for (const voter of voters) voter.close();

    const told = historiesOf([...voters, ...watchers]);
    const {
      published,
      histories,
      violations: others,
    } = await readPublished(site, servers, elections, told, closedAt);
    const violations = [
      ...check({ elections: published, histories, replayed: proxy.replayed, calmAt }),
      ...late,
      ...others,
      ...servers.flatMap(crashesOf),
    ];
    return {
      seed,
      backend: site.backend,
      servers: many,
      clients: options.clients,
      faults,
      events: countOf(histories),
      skipped: nemesis.skipped,
      ballots: published.reduce((sum, { ballots }) => sum + ballots.length, 0),
      violations,
    };
  } finally {
    for (const server of servers) server.kill();
    await Promise.all(servers.map((server) => server.gone()));
    await proxy.close();
  }
}

function countOf(histories: readonly (readonly Event[])[]): Counter {
  const counter = new Counter();
  for (const event of histories.flat())
    counter.count(event.type === 'fail' ? `fail ${event.code}` : event.type);
  return counter;
}

/** A machine that has other things to do brings fewer answers in the same time. */
async function enough(voters: readonly Voter[], confirmed: number): Promise<void> {
  if (confirmed === 0) return;
  const until = performance.now() + 60_000;
  for (let heard = new Counter(); performance.now() < until; heard = countOf(historiesOf(voters))) {
    if (heard.of('ok') >= confirmed && heard.of('unknown') > 0) return;
    await delay(100);
  }
}

const historiesOf = (ones: readonly { readonly history: History }[]): History['events'][] =>
  ones.map(({ history }) => history.events);

const crashesOf = ({ crashes }: ServerProcess): Violation[] =>
  crashes.map((crash) => ({ rule: 'crashed', election: 'all', what: `a server (${crash})` }));

/** Once it is calm, every watcher is shown the last results. @returns who was not */
async function left(
  watchers: readonly Watcher[],
  servers: readonly ServerProcess[],
  elections: readonly string[],
): Promise<Violation[]> {
  const port = servers[0]?.port ?? 0;
  const behind: Violation[] = [];
  for (const election of elections) {
    const until = performance.now() + CALM;
    const answer = await fetch(`http://127.0.0.1:${port}/elections/${election}/results`);
    const { results } = (await answer.json()) as { results: { version: number } };
    const isBehind = (watcher: Watcher) => (watcher.newest.get(election) ?? 0) < results.version;
    while (watchers.some(isBehind) && performance.now() < until) await delay(50);
    for (const watcher of watchers.filter(isBehind))
      behind.push({
        rule: 'stale',
        election,
        what: `version ${watcher.newest.get(election) ?? 0}, the last that a watcher was shown of ${results.version},`,
      });
  }
  return behind;
}
