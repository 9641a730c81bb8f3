/**
 * What it costs the server to show the first page of questions with ten thousand of them stored, embedded: the time of
 * the whole answer, of the most supported, the newest, one candidate's and of two searches, of which one finds all.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createElectionServer,
  nodeHmac,
  openSqlite,
  type ElectionServer,
  type Storage,
} from '../src/server/index.js';
import { openElection } from './open-election.js';
import { median } from './statistics.js';

const QUESTIONS = Number(process.env['QUESTIONS'] ?? 10_000);
const ASKED = 200;
/** Stored at once: one transaction's worth of waiting. */
const AT_ONCE = 500;
/** Milliseconds that issue 4 allows for the first page. */
const GOAL = 20;

const CANDIDATES = ['ada', 'ben', 'cy'];
const WORDS =
  'train quai banc billet retard horloge guichet vélo sac couture usine prix colis boîte œuf thé'.split(' ');

const election = openElection('questions', 'fr', CANDIDATES);

const QUERIES = {
  'most supported': 'sort=support',
  newest: 'sort=date',
  'one candidate’s': 'sort=support&candidate=ada',
  'a search for a few': 'sort=support&search=horloge%20billet',
  'a search that finds all': 'sort=support&search=pourquoi',
} as const;

const folder = await mkdtemp(join(tmpdir(), 'voix-bench-'));
try {
  const storage = await openSqlite(join(folder, 'voix.db'), { now: Date.now });
  await storage.putElection({ election, origins: ['*'] });
  const began = performance.now();
  await store(storage);
  const stored = (performance.now() - began) / QUESTIONS;
  const server = createElectionServer({
    storage,
    secret: 'a secret of benches, thirty-two bytes long or so',
    hmac: nodeHmac,
  });
  const rows: Record<string, object> = {};
  for (const [name, query] of Object.entries(QUERIES)) {
    await measure(server, query);
    const { p50, p99, total } = await measure(server, query);
    rows[name] = {
      found: total,
      'p50 ms': +p50.toFixed(2),
      'p99 ms': +p99.toFixed(2),
      [`under ${GOAL} ms`]: p50 < GOAL,
    };
  }
  console.log(
    `The first page of ${QUESTIONS.toLocaleString('en')} questions; ${ASKED} each. Asking one: ${stored.toFixed(2)} ms`,
  );
  console.table(rows);
  await server.close();
  await storage.close();
} finally {
  await rm(folder, { recursive: true });
}

async function measure(server: ElectionServer, query: string) {
  const times: number[] = [];
  let total = 0;
  for (let i = 0; i < ASKED; i++) {
    const began = performance.now();
    const answer = await server.fetch(
      new Request(`http://bench.test/elections/questions/questions?kind=question&${query}`),
    );
    const page = (await answer.json()) as { questions: unknown[]; total: number };
    times.push(performance.now() - began);
    if (answer.status !== 200 || page.questions.length === 0) throw new Error(`${answer.status}: ${query}`);
    ({ total } = page);
  }
  times.sort((a, b) => a - b);
  return { p50: median(times), p99: times[Math.floor(0.99 * times.length)] ?? 0, total };
}

async function store({ topics }: Storage): Promise<void> {
  if (!topics) throw new Error('this storage keeps no questions');
  let next = 0;
  const askEach = async (): Promise<void> => {
    while (next < QUESTIONS) {
      const number = next++;
      const word = (n: number) => WORDS[(number * n) % WORDS.length];
      const { id } = await topics.questions.ask('questions', {
        id: `question-${number}`,
        key: `key-${number}`,
        person: `person-${number}`,
        kind: 'question',
        candidate: CANDIDATES[number % 4] ?? null,
        name: 'Léa',
        text: `Pourquoi le ${word(1)}, le ${word(3)} et ${word(7)} numéro ${number} ?`,
      });
      // A few gather much support, most gather none.
      for (let i = 0; i < 400 / (number + 1); i++)
        await topics.questions.support('questions', id, `s${i}`, true);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askEach));
}
