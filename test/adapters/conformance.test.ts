import assert from 'node:assert/strict';
import test from 'node:test';
import type { Adapter } from '../../src/adapters/adapter.js';
import { conformance } from '../../src/adapters/conformance.js';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/memory.js';
import type { Election, Rules } from '../../src/model/election.js';
import type { QuestionsOffer } from '../../src/model/question.js';

const ALL = { live: true, ownBallot: true, list: true };

interface Spoilt {
  /** What is wrong with the adapter. */
  readonly adapter?: (adapter: MemoryAdapter, voter: string) => Adapter;
  /** What is wrong with the backend: other rules than those that were asked for. */
  readonly rules?: Partial<Rules>;
}

/** The names of the tests that fail, of all those that the suite registers. */
async function failuresOf(spoilt: Spoilt, supports = ALL): Promise<{ failed: string[]; all: string[] }> {
  const tests: [name: string, body: () => Promise<void>][] = [];
  conformance({
    test: (name, body) => tests.push([name, body]),
    supports,
    community: ['candidacies', 'photos', 'videos', 'reports', 'news', 'questions', 'mandate', 'campaign'],
    open(elections) {
      const held = elections.map((one): Election => ({ ...one, rules: { ...one.rules, ...spoilt.rules } }));
      const backend = memoryAdapter(held);
      let ahead = 0;
      return {
        adapter: (voter) => spoilt.adapter?.(backend.as(voter), voter) ?? backend.as(voter),
        elapse(ms) {
          ahead += ms;
          backend.setClock({ now: () => Date.now() + ahead, rate: 1 });
        },
        approve: async (election, voter) => void (await backend.desk()).approve(election, voter),
        reports: async (election, candidate) => (await backend.desk()).reports(election, candidate),
        close() {},
      };
    },
  });
  const failed: string[] = [];
  await Promise.all(tests.map(([name, body]) => body().catch(() => failed.push(name))));
  return { failed, all: tests.map(([name]) => name) };
}

/** An adapter with something wrong in how it takes questions. */
const aroundQuestions =
  (spoil: (questions: QuestionsOffer) => QuestionsOffer) =>
  (adapter: MemoryAdapter): Adapter => ({
    ...adapter,
    community: async () => {
      const { questions, ...others } = (await adapter.community?.()) ?? {};
      return { ...others, ...(questions && { questions: spoil(questions) }) };
    },
  });

test('a good adapter fails nothing', async () => {
  assert.deepEqual((await failuresOf({})).failed, []);
});

const SPOILT: Record<string, [Spoilt, fails: string]> = {
  'a receipt of another choice': [
    {
      adapter: (adapter) => ({
        ...adapter,
        cast: async (ballot, options) => ({
          ...(await adapter.cast(ballot, options)),
          choice: { method: 'plurality', candidate: 'ben' },
        }),
      }),
    },
    'a ballot is stored, counted, and its receipt echoes it',
  ],
  'a new key for every send': [
    {
      adapter: (adapter) => ({
        ...adapter,
        cast: (ballot, options) => adapter.cast({ ...ballot, key: crypto.randomUUID() }, options),
      }),
    },
    'the same key and choice give the same receipt, and count once',
  ],
  'every call another voter': [
    {
      adapter: (adapter) => ({
        ...adapter,
        cast: (ballot, options) => adapter.as(crypto.randomUUID()).cast(ballot, options),
      }),
    },
    'of many ballots of one voter at once, one is stored',
  ],
  'an exception of its own': [
    { adapter: (adapter) => ({ ...adapter, election: () => Promise.reject(new RangeError('no')) }) },
    'refuses an unknown election',
  ],
  'a signal unheard': [
    { adapter: (adapter) => ({ ...adapter, results: (id) => adapter.results(id) }) },
    'rejects with the reason of its signal, and only with that',
  ],
  'votes that cannot be changed': [
    { rules: { revote: false } },
    'where a vote may be changed, the last one counts',
  ],
  'votes that can': [{ rules: { revote: true } }, 'where it may not, the first one counts'],
  'results for everyone': [
    { rules: { visibility: 'always' } },
    'results hidden until the close are hidden from voters too',
  ],
  'results for whoever guesses': [
    {
      adapter: (adapter) => {
        let pass: string | undefined;
        return {
          ...adapter,
          cast: async (ballot, options) => {
            const receipt = await adapter.cast(ballot, options);
            ({ pass } = receipt);
            return receipt;
          },
          results: (id, options) => adapter.results(id, { ...options, pass }),
        };
      },
    },
    'the pass that comes with a receipt opens the results',
  ],
  "everybody's ballot": [
    { adapter: (adapter) => ({ ...adapter, ownBallot: (id) => adapter.as('ann').ownBallot(id) }) },
    "gives one's own ballot, and nobody else's",
  ],
  'a list without end': [
    { adapter: (adapter) => ({ ...adapter, elections: async () => [] }) },
    'lists the elections',
  ],
  'nothing pushed': [
    {
      adapter: (adapter) => ({
        ...adapter,
        watch: (id, options) => adapter.watch(id, { ...options, onResults: () => {} }),
      }),
    },
    'pushes the current results, then each newer one',
  ],
  'a line that cannot be closed': [
    {
      adapter: (adapter) => ({
        ...adapter,
        watch(id, options) {
          adapter.watch(id, options);
          return () => {};
        },
      }),
    },
    'says nothing more once it is told to stop',
  ],
  'nothing around the vote': [
    { adapter: ({ community: _, ...adapter }) => adapter },
    'offers what it says around the vote',
  ],
  'a new key for every question': [
    {
      adapter: aroundQuestions((questions) => ({
        ...questions,
        ask: (election, asked) => questions.ask(election, asked, crypto.randomUUID()),
      })),
    },
    'a question sent twice is asked once; its key is nobody else’s',
  ],
  'a candidacy for whoever asks': [
    {
      adapter: (adapter) => ({
        ...adapter,
        community: async () => (await adapter.as('ann').community?.()) ?? {},
      }),
    },
    'who stands finds it again, and nobody else does',
  ],
  'photos of whatever it is sent': [
    {
      adapter: (adapter) => ({
        ...adapter,
        community: async () => {
          const { candidacies, ...others } = (await adapter.community?.()) ?? {};
          const photo = async () => ({ src: 'https://photos.test/a' });
          return { ...others, ...(candidacies && { candidacies: { ...candidacies, photo } }) };
        },
      }),
    },
    'what is no picture is not kept',
  ],
  'one page of questions': [
    {
      adapter: aroundQuestions((questions) => ({
        ...questions,
        list: async (election, filter) => ({ ...(await questions.list(election, filter)), next: null }),
      })),
    },
    'pages follow one another without a gap and without a twin',
  ],
  'less than it says': [
    { adapter: (adapter) => ({ ...adapter, supports: { ...ALL, list: false } }) },
    'says what it supports',
  ],
};

// All at once: some of them wait for what will not come.
const outcomes = Object.entries(SPOILT).map(([what, [spoilt, fails]]) => ({
  what,
  fails,
  outcome: failuresOf(spoilt),
}));

for (const { what, fails, outcome } of outcomes) {
  test(`an adapter with ${what} fails`, async () => {
    const { failed } = await outcome;
    assert.ok(failed.includes(fails), `failed: ${failed.join('; ') || 'nothing'}`);
  });
}

test('what an adapter does not offer is not asked for', async () => {
  const supports = { live: false, ownBallot: false, list: false };
  const less = (adapter: MemoryAdapter): Adapter => ({
    ...adapter,
    supports,
    ownBallot: () => Promise.reject(new Error('asked')),
    elections: () => Promise.reject(new Error('asked')),
    watch: () => {
      throw new Error('asked');
    },
  });
  const { failed, all } = await failuresOf({ adapter: less }, supports);
  assert.deepEqual(failed, []);
  assert.ok(all.length < (await failuresOf({})).all.length);
});
