import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Tally } from '../../../src/model/tally.js';
import type { Listed } from '../../../src/server/catalogue.js';
import { Hub } from '../../../src/server/live/hub.js';
import type { SinkEvents } from '../../../src/server/platform.js';
import { anElection, CLOSES, DURING, OPENS, SetClock } from '../support/backend.js';

/** A connection whose reader takes as much as it is told to. */
class SlowReader {
  readonly received: string[] = [];
  isBehind = false;
  isEnded = false;
  events: SinkEvents | undefined;

  readonly open = (events: SinkEvents) => {
    this.events = events;
    const sink = {
      write: (bytes: Uint8Array) => {
        this.received.push(new TextDecoder().decode(bytes));
        return !this.isBehind;
      },
      end: () => {
        this.isEnded = true;
        events.gone();
      },
    };
    return { sink, response: new Response() };
  };

  of(event: string): string[] {
    return this.received.filter((text) => text.startsWith(`event: ${event}\n`));
  }
}

/** A hub on timers that the test turns, with a tally that the test counts up. */
function aHub(t: TestContext, heartbeat = 60_000) {
  t.mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  let time = 1000;
  t.mock.method(performance, 'now', () => time);
  const clock = new SetClock(DURING);
  const election = anElection('maison');
  const listed: Listed = {
    election,
    origins: [],
    json: JSON.stringify(election),
    tag: 'a',
    opens: OPENS,
    closes: CLOSES,
    voters: 'maison',
    pass: 'pass',
    log: undefined,
    key: undefined,
    witnesses: [],
    numbers: new Map(),
  };
  const state = {
    tally: { version: 0, ballots: 0, counts: {} } as Tally,
    listed,
    reads: 0,
    afterReading: undefined as (() => void) | undefined,
    /** What a tally that was read waits for before it comes. */
    held: undefined as Promise<void> | undefined,
  };
  const failures: unknown[] = [];
  const sources = {
    clock,
    tally: async () => {
      state.reads++;
      const { tally, held } = state;
      await held;
      return tally;
    },
    listed: async () => {
      const read = state.listed;
      state.afterReading?.();
      return read;
    },
    failed: (_: string, thrown: unknown) => failures.push(thrown),
  };
  const hub = new Hub(sources, { heartbeat, watchers: 10_000 });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  /** Lets time pass, in steps in which timers find what others led to. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10) {
      const step = Math.min(10, ms - passed);
      time += step;
      t.mock.timers.tick(step);
      await settle();
    }
  };
  return {
    hub,
    state,
    failures,
    async watch(reader: SlowReader) {
      hub.admit([{ listed, hasVoted: false }], null, reader.open);
      await settle();
    },
    vote() {
      const version = state.tally.version + 1;
      state.tally = { version, ballots: version, counts: { amina: version } };
      hub.note('maison', 'tally');
    },
    pass,
    turn: () => pass(250),
  };
}

test('at most one frame a quarter of a second, and none where nothing happened', async (t) => {
  const { watch, vote, turn, state, failures } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  assert.equal(reader.of('results').length, 1);
  for (let i = 0; i < 1000; i++) vote();
  await turn();
  await turn();
  await turn();
  assert.equal(reader.of('results').length, 2);
  assert.match(reader.of('results')[1] ?? '', /^event: results\nid: maison:1000:.+\n/);
  assert.equal(state.reads, 2);
  assert.deepEqual(failures, []);
});

test('a reader who is behind gets nothing queued, and the latest once it has caught up', async (t) => {
  const { watch, vote, turn } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  reader.isBehind = true;
  for (let i = 0; i < 10; i++) {
    vote();
    await turn();
  }
  assert.equal(reader.of('results').length, 2, 'the first, and the one that filled it up');
  reader.isBehind = false;
  reader.events?.drained();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    reader.of('results').map((text) => /maison:\d+/.exec(text)?.[0]),
    ['maison:0', 'maison:1', 'maison:10'],
  );
});

/** Versions of the results that a reader was sent, in their order. */
const versionsOf = (reader: SlowReader): number[] =>
  reader.of('results').map((text) => Number(/maison:(\d+)/.exec(text)?.[1]));

test('where a tally that was read first comes last, nobody is sent older results than before', async (t) => {
  const { watch, vote, turn, state } = aHub(t);
  const [early, late] = [new SlowReader(), new SlowReader()];
  await watch(early);
  let release = () => {};
  state.held = new Promise((resolve) => (release = resolve));
  vote();
  await turn();
  state.held = undefined;
  vote();
  await watch(late);
  release();
  await turn();
  await turn();
  assert.deepEqual([...new Set(versionsOf(late))], [2]);
  assert.deepEqual(versionsOf(early), [0, 2]);
});

test('who comes while others are being sent to is sent nothing older afterwards', async (t) => {
  const { watch, vote, turn } = aHub(t);
  const [first, last] = [new SlowReader(), new SlowReader()];
  await watch(first);
  for (let i = 0; i < 1000; i++) await watch(new SlowReader());
  vote();
  const sending = turn();
  while (versionsOf(first).length === 1) await Promise.resolve();
  vote();
  await Promise.all([sending, watch(last)]);
  await turn();
  assert.deepEqual([...new Set(versionsOf(last))], [2]);
});

test('a reader who is behind does not miss that the election has changed', async (t) => {
  const { watch, vote, turn, hub, state } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  reader.isBehind = true;
  vote();
  await turn();
  state.listed = { ...state.listed, tag: 'b' };
  hub.note('maison', 'election');
  await turn();
  assert.equal(reader.of('election').length, 0);
  reader.isBehind = false;
  reader.events?.drained();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(reader.of('election').length, 1);
});

test('an election that changes while its last change is being read is announced all the same', async (t) => {
  const { watch, turn, hub, state, failures } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  state.afterReading = () => {
    state.afterReading = undefined;
    state.listed = { ...state.listed, tag: 'b' };
    hub.note('maison', 'election');
  };
  hub.note('maison', 'election');
  await turn();
  await turn();
  assert.equal(reader.of('election').length, 1);
  state.afterReading = () => {
    state.afterReading = undefined;
    throw new Error('the database is away');
  };
  state.listed = { ...state.listed, tag: 'c' };
  hub.note('maison', 'election');
  await turn();
  await turn();
  assert.equal(reader.of('election').length, 2, 'what could not be read is read again');
  assert.equal(failures.length, 1);
});

test('a reader who stays behind from one heartbeat to the next is cut off; the others stay', async (t) => {
  const { watch, vote, turn } = aHub(t, 1);
  const [stalled, good] = [new SlowReader(), new SlowReader()];
  await watch(stalled);
  await watch(good);
  stalled.isBehind = true;
  vote();
  await turn();
  await turn();
  assert.equal(stalled.isEnded, true);
  assert.equal(good.isEnded, false);
});

test('after a heartbeat of silence one is told the clock; who has had results meanwhile is not', async (t) => {
  const { watch, vote, pass } = aHub(t, 1000);
  const reader = new SlowReader();
  await watch(reader);
  const clocks = () => reader.of('clock').length - 1;
  await pass(1300);
  assert.equal(clocks(), 1);
  for (let i = 0; i < 8; i++) {
    vote();
    await pass(500);
  }
  assert.equal(clocks(), 1);
  await pass(1300);
  assert.equal(clocks(), 2);
});

test('where nobody watches, votes cost nothing and no timer runs', async (t) => {
  const { watch, vote, turn, state } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  reader.events?.gone();
  const { reads } = state;
  for (let i = 0; i < 10; i++) vote();
  await turn();
  assert.equal(state.reads, reads);
  assert.equal(reader.of('results').length, 1);
});

test('who comes after votes that nobody watched gets what they came to', async (t) => {
  const { watch, vote, turn } = aHub(t);
  const first = new SlowReader();
  await watch(first);
  first.events?.gone();
  vote();
  await turn();
  const second = new SlowReader();
  await watch(second);
  assert.match(second.of('results')[0] ?? '', /id: maison:1:.+\n/);
});

test('a commit after a silence is sent on at once; those of a storm four times a second', async (t) => {
  const { watch, vote, pass } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  const sent = () => reader.of('results').length - 1;
  vote();
  await pass(10);
  assert.equal(sent(), 1);
  for (let i = 0; i < 500; i++) {
    vote();
    await pass(10);
  }
  assert.ok(sent() >= 20 && sent() <= 22, `${sent()} in five seconds`);
  await pass(1000);
  const before = sent();
  vote();
  await pass(10);
  assert.equal(sent(), before + 1);
});

test('what comes four times a second is sent on at once each time, though one of them came late', async (t) => {
  const { watch, vote, pass } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  for (let i = 0; i < 40; i++) {
    const before = reader.of('results').length;
    if (i === 10) await pass(100);
    vote();
    await pass(10);
    assert.equal(reader.of('results').length, before + 1, `number ${i}`);
    await pass(i === 10 ? 140 : 240);
  }
});

test('a commit that is told of twice, as other processes may, is sent once', async (t) => {
  const { watch, vote, turn, hub } = aHub(t);
  const reader = new SlowReader();
  await watch(reader);
  vote();
  await turn();
  hub.note('maison', 'tally');
  await turn();
  hub.note('maison', 'election');
  await turn();
  assert.deepEqual(
    reader.received.map((text) => text.slice(0, text.search(/: \d|\n/))),
    ['retry', 'event: clock', 'event: results', 'event: results'],
  );
});

test('a thousand watchers are sent the very same bytes, and a vote in between is not kept waiting', async (t) => {
  const { watch, vote, turn, pass, state } = aHub(t);
  const readers = Array.from({ length: 1200 }, () => new SlowReader());
  for (const reader of readers) await watch(reader);
  const { reads } = state;
  vote();
  await pass(1);
  const reached = readers.filter((reader) => reader.of('results').length === 2).length;
  assert.ok(reached > 0 && reached < 1200, 'it paused on the way');
  await turn();
  for (const reader of readers) assert.equal(reader.of('results')[1], readers[0]?.of('results')[1]);
  assert.equal(state.reads, reads + 1);
});

test('a frame is encoded once, however many votes came and however many watch', async (t) => {
  const { watch, vote, turn } = aHub(t);
  const encode = t.mock.method(TextEncoder.prototype, 'encode');
  const results = () =>
    encode.mock.calls.filter(({ arguments: [text] }) => text?.startsWith('event: results')).length;
  const readers = Array.from({ length: 300 }, () => new SlowReader());
  for (const reader of readers) await watch(reader);
  assert.equal(results(), 1, 'of the first results, which all of them were greeted with');
  const all = encode.mock.callCount();
  for (let i = 0; i < 1000; i++) vote();
  assert.equal(encode.mock.callCount(), all, 'a vote by itself encodes nothing');
  await turn();
  assert.equal(encode.mock.callCount(), all + 1);
  for (const reader of readers) assert.equal(reader.of('results').length, 2);
});

test('a hub that closes while it sends writes to nobody any more', async (t) => {
  const { watch, vote, pass, turn, hub } = aHub(t);
  const readers = Array.from({ length: 1200 }, () => new SlowReader());
  for (const reader of readers) await watch(reader);
  vote();
  await pass(1);
  hub.close();
  const received = readers.map((reader) => reader.received.length);
  vote();
  await turn();
  assert.deepEqual(
    readers.map((reader) => reader.received.length),
    received,
  );
  for (const reader of readers) assert.equal(reader.isEnded, true);
});

test('a thousand who are cut off together are told to come back spread over seconds', async (t) => {
  const { watch } = aHub(t);
  const waits: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const reader = new SlowReader();
    await watch(reader);
    waits.push(Number(/^retry: (\d+)/.exec(reader.received[0] ?? '')?.[1]));
  }
  const tenths = new Map<number, number>();
  for (const ms of waits) {
    assert.ok(ms >= 1000 && ms <= 5000);
    tenths.set(Math.floor(ms / 100), (tenths.get(Math.floor(ms / 100)) ?? 0) + 1);
  }
  // 25 are to be expected in each of forty; twice as many come once in many millions of times.
  assert.ok(Math.max(...tenths.values()) < 60, 'no tenth of a second takes them all');
  assert.ok(tenths.size > 35, 'and all of them take some');
});
