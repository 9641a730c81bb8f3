import assert from 'node:assert/strict';
import { mock, test, type TestContext } from 'node:test';
import type { WatchOptions } from '../../src/adapters/adapter.js';
import { liveOf } from '../../src/adapters/http/live.js';

/** An `EventSource` whose line is in the test's hands. */
class HeldEventSource extends EventTarget {
  static opened: HeldEventSource[] = [];
  readonly url: string;
  readyState = 0;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;

  constructor(url: string) {
    super();
    this.url = url;
    HeldEventSource.opened.push(this);
  }

  get watched(): string[] {
    return new URL(this.url).searchParams.getAll('watch');
  }

  close(): void {
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** Cut: the browser tries again by itself, unless it was refused. */
  fail(refused: boolean): void {
    this.readyState = refused ? 2 : 0;
    this.onerror?.();
  }

  send(event: string, data: unknown): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    this.dispatchEvent(new MessageEvent(event, { data: text }));
  }
}

let backends = 0;

/** A line to a backend of its own, and time that passes when the test says so. */
function aLine(t: TestContext, options: { without?: boolean } = {}) {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  HeldEventSource.opened = [];
  const source = options.without ? undefined : (HeldEventSource as unknown as typeof EventSource);
  const url = `https://backend-${++backends}.test/api`;
  const heard: string[] = [];
  const watch = (election: string, pass?: string, more: Partial<WatchOptions> = {}) =>
    liveOf(url, source, () => 0.5).watch(election, {
      pass,
      onResults: ({ results }) => heard.push(`${election}: ${results.version}`),
      onClock: ({ now }) => heard.push(`${election}: clock ${now}`),
      onElection: () => heard.push(`${election}: changed`),
      onLive: (live) => heard.push(`${election}: ${live ? 'live' : 'not live'}`),
      ...more,
    });
  const pass = (ms: number) => mock.timers.tick(ms);
  const last = () => HeldEventSource.opened.at(-1) as HeldEventSource;
  return { watch, heard, pass, last, opened: () => HeldEventSource.opened.length, url };
}

const frame = (election: string, version: number) => ({
  election,
  results: { hidden: false, version, ballots: version, counts: {} },
  clock: { now: 1_790_000_000_000, rate: 1 },
});

test('all elections of a page share one connection', (t) => {
  const { watch, pass, last, opened, heard, url } = aLine(t);
  watch('e');
  watch('f', 'a pass');
  pass(100);
  assert.equal(opened(), 1);
  assert.equal(last().url.split('?')[0], `${url}/live`);
  assert.deepEqual(last().watched, ['e', 'f~a pass']);
  last().open();
  last().send('results', frame('f', 3));
  last().send('election', { election: 'e' });
  last().send('clock', { now: 7, rate: 1 });
  assert.deepEqual(heard, ['e: live', 'f: live', 'f: 3', 'e: changed', 'e: clock 7', 'f: clock 7']);
});

test('who comes later, or leaves, is a new connection in place of the old; with the last one it closes', (t) => {
  const { watch, pass, last, opened } = aLine(t);
  const stopE = watch('e');
  pass(100);
  const first = last();
  const stopF = watch('f');
  stopE();
  pass(100);
  assert.equal(opened(), 2);
  assert.equal(first.readyState, 2);
  assert.deepEqual(last().watched, ['f']);
  stopF();
  assert.equal(last().readyState, 2);
  pass(100_000);
  assert.equal(opened(), 2);
});

test('an election that nobody watches any more is left out of the connection', (t) => {
  const { watch, pass, last } = aLine(t);
  const stopE = watch('e');
  watch('f');
  pass(100);
  stopE();
  pass(100);
  assert.deepEqual(last().watched, ['f']);
});

test('who stops before the connection is there opens none', (t) => {
  const { watch, pass, opened } = aLine(t);
  watch('e')();
  pass(100);
  assert.equal(opened(), 0);
});

test('after a cut the browser connects again, and everyone is told', (t) => {
  const { watch, pass, last, opened, heard } = aLine(t);
  watch('e');
  pass(100);
  last().open();
  last().fail(false);
  pass(100_000);
  assert.equal(opened(), 1);
  last().open();
  assert.deepEqual(heard, ['e: live', 'e: not live', 'e: live']);
});

test('after a refusal the line is tried again, ever more slowly, until something is heard on it', (t) => {
  const { watch, pass, last, opened, heard } = aLine(t);
  watch('e');
  pass(100);
  for (const wait of [250, 500, 1000]) {
    const before = opened();
    last().fail(true);
    pass(wait - 1);
    assert.equal(opened(), before);
    pass(1);
    assert.equal(opened(), before + 1);
  }
  last().open();
  last().send('clock', { now: 7, rate: 1 });
  last().fail(true);
  pass(250);
  assert.equal(opened(), 5);
  assert.deepEqual(new Set(heard), new Set(['e: not live', 'e: live', 'e: clock 7']));
});

for (const [name, event, data] of [
  ['no JSON', 'results', '<p>'],
  ['no frame', 'results', { election: 'e' }],
  [
    'no count',
    'results',
    { ...frame('e', 1), results: { hidden: false, version: 'x', ballots: 1, counts: {} } },
  ],
  ['no reading', 'clock', { now: 'noon', rate: 1 }],
  ['a clock that runs backwards', 'clock', { now: 1, rate: -1 }],
  ['null', 'clock', null],
] as const) {
  test(`a line that speaks of something else is closed, and tried again: ${name}`, (t) => {
    const { watch, pass, last, opened, heard } = aLine(t);
    watch('e');
    pass(100);
    last().open();
    const spoilt = last();
    spoilt.send(event, data);
    assert.equal(spoilt.readyState, 2);
    assert.deepEqual(heard, ['e: live', 'e: not live']);
    pass(10_000);
    assert.equal(opened(), 2);
  });
}

test('where there is no EventSource nobody is told that the line is there', (t) => {
  const { watch, pass, heard } = aLine(t, { without: true });
  const stop = watch('e');
  pass(100);
  stop();
  assert.deepEqual(heard, []);
});

test('a page kept for the way back holds no line, and has one again when it is seen', (t) => {
  const page = new EventTarget();
  const added = { addEventListener: page.addEventListener.bind(page) };
  Object.assign(globalThis, added);
  t.after(() => Reflect.deleteProperty(globalThis, 'addEventListener'));
  const { watch, pass, last, opened, heard } = aLine(t);
  watch('here');
  pass(50);
  last().open();
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(last().readyState, 2);
  pass(60_000);
  assert.equal(opened(), 1);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  pass(50);
  assert.equal(opened(), 2);
  assert.deepEqual(last().watched, ['here']);
  last().open();
  assert.deepEqual(
    heard,
    ['here: live', 'here: not live', 'here: live'],
    'whoever watches asks what they missed',
  );
});
