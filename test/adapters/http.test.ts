import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Adapter } from '../../src/adapters/adapter.js';
import { ballotFor, electionOf, forOne } from '../../src/adapters/conformance/fixtures.js';
import { httpAdapter, type HttpOptions } from '../../src/adapters/http/http.js';
import { ElectionError, ERRORS, type ErrorCode } from '../../src/model/errors.js';
import { STATUS } from '../../src/protocol/status.js';

const CLOCK = { 'Voix-Clock': '1790000000000 1' };
const RESULTS = { hidden: false, version: 1, ballots: 1, counts: { ada: 1 } };
const RECEIPT = {
  election: 'e',
  ballot: 'b'.repeat(22),
  sequence: 1,
  choice: forOne('ada'),
  at: '2026-11-22T12:00:00Z',
  tier: 'device',
  changed: false,
};

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { ...CLOCK, ...init.headers } });

const deviceOf = (device: string | null) => () => ({ getItem: () => device, setItem: () => {} });

/** An adapter whose backend answers as the test says, and the requests that it made. */
function adapterTo(answer: (url: string) => Response | Promise<Response>, options: HttpOptions = {}) {
  const requests: { url: string; init: RequestInit }[] = [];
  const adapter = httpAdapter('https://vote.test/api/', {
    fetch: async (url, init = {}) => {
      requests.push({ url: String(url), init });
      return answer(String(url));
    },
    storage: deviceOf('d'.repeat(22)),
    ...options,
  });
  return { adapter, requests };
}

const CALLS: Record<string, (adapter: Adapter, signal?: AbortSignal) => Promise<unknown>> = {
  election: (adapter, signal) => adapter.election('e', { signal }),
  results: (adapter, signal) => adapter.results('e', { signal }),
  cast: (adapter, signal) => adapter.cast(ballotFor('e', forOne('ada')), { signal }),
  ownBallot: (adapter, signal) => adapter.ownBallot('e', { signal }),
  elections: (adapter, signal) => adapter.elections({ signal }),
};

const refused = (code: ErrorCode, rest: Partial<ElectionError> = {}) => ({
  name: 'ElectionError',
  code,
  ...rest,
});

test('a ballot is posted as JSON, with its key and the device, and without cookies', async () => {
  const { adapter, requests } = adapterTo(() => json(RECEIPT, { status: 201 }));
  const ballot = ballotFor('e', forOne('ada'));
  assert.deepEqual(await adapter.cast(ballot), RECEIPT);
  const [{ url, init } = { url: '', init: {} as RequestInit }] = requests;
  assert.equal(url, 'https://vote.test/api/elections/e/ballots');
  assert.equal(init.method, 'POST');
  assert.equal(init.credentials, 'omit');
  assert.equal(init.cache, 'no-cache');
  assert.deepEqual(init.headers, {
    Authorization: `Device ${'d'.repeat(22)}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': ballot.key,
  });
  assert.deepEqual(JSON.parse(String(init.body)), { choice: ballot.choice });
});

test('nobody is named where nothing is voted, and the pass goes with the question', async () => {
  const { adapter, requests } = adapterTo(() => json({ results: RESULTS }));
  assert.deepEqual(await adapter.results('../e?', { pass: 'a&b' }), RESULTS);
  assert.equal(requests[0]?.url, 'https://vote.test/api/elections/..%2Fe%3F/results?pass=a%26b');
  assert.equal(requests[0]?.init.headers, undefined);
});

test("the clock is the answer's header, not its body", async () => {
  const election = electionOf('e');
  const { adapter } = adapterTo(() => json({ election, results: RESULTS, clock: { now: 1, rate: 9 } }));
  assert.deepEqual(await adapter.election('e'), {
    election,
    results: RESULTS,
    clock: { now: 1_790_000_000_000, rate: 1 },
  });
});

for (const clock of ['', 'noon', '1790000000000', 'NaN 1', '1790000000000 -1', 'Infinity 1']) {
  test(`an election without a clock that makes sense is unreadable: "${clock}"`, async () => {
    const body = { election: electionOf('e'), results: RESULTS };
    const { adapter } = adapterTo(() => json(body, { headers: { 'Voix-Clock': clock } }));
    await assert.rejects(adapter.election('e'), refused('answer-unreadable'));
  });
}

for (const [name, call] of Object.entries(CALLS)) {
  test(`${name}: HTML is unreadable, whatever its status`, async () => {
    for (const status of [200, 404, 502]) {
      const { adapter } = adapterTo(
        () => new Response('<!doctype html><p>Hello', { status, headers: CLOCK }),
      );
      await assert.rejects(call(adapter), refused('answer-unreadable', { retryable: true }));
    }
  });

  test(`${name}: a backend that cannot be reached is offline`, async () => {
    const { adapter } = adapterTo(() => Promise.reject(new TypeError('Failed to fetch')));
    await assert.rejects(call(adapter), refused('offline', { retryable: true }));
  });

  test(`${name}: a backend that does not answer is given up`, async () => {
    const { adapter } = adapterTo(() => new Promise(() => {}), {
      timeout: 20,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        }),
    });
    // Node lets a process end that waits for nothing but such a timeout.
    const alive = setTimeout(() => {}, 5000);
    await assert.rejects(call(adapter), refused('timeout', { retryable: true }));
    clearTimeout(alive);
  });

  test(`${name}: an answer that comes after it was aborted is dropped`, async () => {
    const stop = new AbortController();
    const { adapter } = adapterTo(() => {
      stop.abort(new Error('enough'));
      return json({});
    });
    await assert.rejects(call(adapter, stop.signal), { message: 'enough' });
  });

  test(`${name}: whatever JSON comes, it makes sense or is unreadable`, async () => {
    const likely = fc.oneof(
      fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', 'until-voted', [], {}, RECEIPT, RESULTS),
      fc.jsonValue(),
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { results: likely, election: likely, ballot: likely, elections: likely },
        { requiredKeys: [] },
      ),
      fc.record({
        election: fc.record({
          id: likely,
          calendar: likely,
          rules: likely,
          brand: likely,
          candidates: likely,
        }),
      }),
      fc.record({ results: fc.record({ hidden: likely, version: likely, ballots: likely, counts: likely }) }),
      fc.record({
        ballot: likely,
        choice: fc.record({ method: likely, candidate: likely, candidates: likely }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (body) => {
        const { adapter } = adapterTo(() => json(body));
        await call(adapter).catch((thrown: unknown) => {
          assert.ok(thrown instanceof ElectionError);
          assert.equal(thrown.code, 'answer-unreadable');
        });
      }),
      { numRuns: 300 },
    );
  });
}

test('counts that are no counts are unreadable', async () => {
  for (const spoilt of [
    { version: -1 },
    { ballots: 1.5 },
    { counts: null },
    { counts: { ada: '1' } },
    { counts: { ada: -1 } },
    { version: 2 ** 53 },
  ]) {
    const { adapter } = adapterTo(() => json({ results: { ...RESULTS, ...spoilt } }));
    await assert.rejects(adapter.results('e'), refused('answer-unreadable'), JSON.stringify(spoilt));
  }
});

test('a count of __proto__ harms nobody', async () => {
  const text =
    '{"results":{"hidden":false,"version":1,"ballots":1,"counts":{"__proto__":1,"ada":1},"__proto__":{"spoilt":1}}}';
  const { adapter } = adapterTo(() => new Response(text, { headers: CLOCK }));
  const results = await adapter.results('e');
  assert.equal(results.hidden === false && results.counts['ada'], 1);
  assert.equal(({} as { spoilt?: unknown }).spoilt, undefined);
});

test('every code that a backend sends is known', async () => {
  const codes = [...Object.keys(STATUS), 'internal'] as ErrorCode[];
  for (const code of codes) {
    const { adapter } = adapterTo(() => json({ code, detail: 'because' }, { status: STATUS[code] ?? 500 }));
    await assert.rejects(adapter.election('e'), refused(code));
  }
});

test('a code that is newer than the page becomes what comes nearest', async () => {
  for (const [status, code, nearest] of [
    [403, 'voter-asleep', 'unsupported'],
    [500, 'disk-asleep', 'internal'],
    [503, 'constructor', 'internal'],
    [400, undefined, 'answer-unreadable'],
  ] as const) {
    const { adapter } = adapterTo(() => json({ code }, { status }));
    await assert.rejects(adapter.election('e'), refused(nearest));
  }
  assert.ok('unsupported' in ERRORS);
});

test('Retry-After is understood in seconds and as a date, an hour at most', async () => {
  const soon = new Date(Date.now() + 30_000).toUTCString();
  for (const [header, least, most] of [
    ['7', 7000, 7000],
    ['0', 0, 0],
    [soon, 28_000, 30_000],
    ['86400', 3_600_000, 3_600_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0, 0],
    ['soon', 0, 0],
  ] as const) {
    const { adapter } = adapterTo(() =>
      json({ code: 'overloaded' }, { status: 503, headers: { 'Retry-After': header } }),
    );
    const error: unknown = await adapter.election('e').catch((thrown: unknown) => thrown);
    assert.ok(error instanceof ElectionError && error.retryAfter !== undefined);
    assert.ok(error.retryAfter >= least && error.retryAfter <= most, `${header}: ${error.retryAfter}`);
  }
});
