/** What customers ask, and who answers in whose name, over the wire and a real database. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Election } from '../../../src/model/election.js';
import type { MandateView } from '../../../src/model/mandate.js';
import type { News } from '../../../src/model/news.js';
import type { Question } from '../../../src/model/question.js';
import { createElectionServer, type ElectionServer } from '../../../src/server/server.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { aCast, vote } from '../storage/casts.js';
import {
  anElection,
  aRead,
  BASE,
  CLOSES,
  device,
  DURING,
  OPENS,
  PAGE,
  SECRET,
  SetClock,
} from '../support/backend.js';
import { assertProblem } from '../support/problem.js';
import { openSqliteHere } from '../support/sqlite-here.js';

const DAY = 86_400_000;
const CAMPAIGN = OPENS - 10 * DAY;
const STANDING = OPENS - 20 * DAY;
const plain = anElection('maison', {}, ['amina', 'bruno']);
const election: Election = {
  ...plain,
  calendar: {
    ...plain.calendar,
    candidacy: new Date(STANDING).toISOString(),
    campaign: new Date(CAMPAIGN).toISOString(),
    ended: new Date(CLOSES + 100 * DAY).toISOString(),
  },
};
const profile = {
  name: 'Zoé Martin',
  town: 'Sète',
  slogan: 'Un banc, une horloge',
  manifesto: 'Je demande un banc sur chaque quai, et une horloge qui donne l’heure.',
};
/** The device of the person who stands. */
const ZOE = 99;

describe('questions', () => {
  const clock = new SetClock(CAMPAIGN);
  let folder: string;
  let storage: Storage;
  let server: ElectionServer;
  let zoe: string;

  const at = (path: string) => `/elections/maison/${path}`;
  const send = (path: string, body: unknown, person: number, headers: Record<string, string> = {}) =>
    server.fetch(
      new Request(BASE + at(path), {
        method: 'POST',
        headers: {
          Origin: PAGE,
          Authorization: `Device ${device(person)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    );
  const ok = async <T>(response: Response): Promise<T> => {
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as T;
  };
  const question = async (response: Promise<Response>) =>
    (await ok<{ question: Question }>(await response)).question;
  const ask = (text: string, person: number, more: object = {}) =>
    send('questions/ask', { kind: 'question', text, name: 'Léa', candidate: null, ...more }, person);
  const list = async (query: string, headers = {}) =>
    ok<{ questions: Question[]; total: number; next: string | null }>(
      await server.fetch(aRead(at(`questions?${query}`), headers)),
    );

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-questions-'));
    storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
    await storage.putElection({ election, origins: [PAGE] });
    server = createElectionServer({ storage, clock, secret: SECRET });
    clock.set(STANDING);
    const consents = { age: true, rules: true, image: true };
    const sent = await send('candidacies', { profile, consents }, ZOE);
    const { candidacy } = await ok<{ candidacy: { id: string } }>(sent);
    const { approveCandidacy } = await import('../../../src/server/candidacies.js');
    const approved = await approveCandidacy({ storage, clock }, 'maison', {
      id: candidacy.id,
      version: 1,
      by: 'ada',
    });
    zoe = approved.candidate ?? '';
    clock.set(DURING);
  });

  after(async () => {
    await server.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  it('are asked once under a key, tidied, and name nobody', async () => {
    const key = randomUUID();
    const headers = { 'Idempotency-Key': key };
    const sent = { kind: 'idea', text: '  Des sacs\r\nqui durent ?  ', name: ' Léa ', candidate: null };
    const asked = await question(send('questions/ask', sent, 1, headers));
    assert.deepEqual(
      [asked.text, asked.name, asked.supports, asked.supported],
      ['Des sacs\nqui durent ?', 'Léa', 1, true],
    );
    assert.deepEqual(await question(send('questions/ask', sent, 1, headers)), asked);
    const page = await list('kind=idea&sort=date');
    assert.deepEqual([page.total, page.next], [1, null]);
    assert.equal(page.questions[0]?.supported, false, 'nobody says who asks');
    const mine = await list('kind=idea&sort=date', { Authorization: `Device ${device(1)}` });
    assert.equal(mine.questions[0]?.supported, true);
    assert.deepEqual(Object.keys(page.questions[0] ?? {}).sort(), [
      'answers',
      'at',
      'candidate',
      'id',
      'kind',
      'name',
      'supported',
      'supports',
      'text',
    ]);
  });

  it('are never joined with a ballot: who asks has another name than who votes', async () => {
    const asked = await question(ask('Qui suis-je donc ici ?', 3));
    const { createSecrets, webHmac } = await import('../../../src/server/secrets.js');
    const secrets = createSecrets(webHmac(new TextEncoder().encode(SECRET)));
    const voter = await secrets.pseudonym('maison', device(3));
    const { supported } = await storage.topics!.questions.byId('maison', asked.id, voter);
    assert.equal(supported, false);
  });

  it('refuse what cannot be shown as what it is', async () => {
    const wrong: Record<string, string> = {
      Court: 'text: short',
      ['Très long '.repeat(70)]: 'text: long',
      'Un prix caché \u202egnol': 'text: hidden',
      ['Z' + '\u0301'.repeat(6) + 'algo est passé ici']: 'text: marks',
      '1234567890 ?!': 'text: letters',
      'Venez sur www.exemple.test': 'text: link',
      'javascript:alert(1) pour voir': 'text: link',
    };
    for (const [text, detail] of Object.entries(wrong)) {
      const problem = await assertProblem(await ask(text, 2), 'question-invalid');
      assert.equal(problem.detail, detail);
    }
    await assertProblem(await ask('Une vraie question ?', 2, { candidate: 'nobody' }), 'candidate-unknown');
    await assertProblem(await ask('Une vraie question ?', 2, { name: 'x\u200by' }), 'question-invalid');
    await assertProblem(await ask('Une vraie question ?', 2, { extra: 1 }), 'body-invalid');
    for (const query of [
      'kind=idea',
      'kind=x&sort=date',
      'kind=idea&sort=date&after=1;drop',
      'kind=idea&sort=date&a=b',
    ])
      await assertProblem(await server.fetch(aRead(at(`questions?${query}`))), 'body-invalid');
  });

  it('are for pages that the election names, from people, as JSON', async () => {
    const sent = { kind: 'question', text: 'Une vraie question ?', name: '', candidate: null };
    const spoilt = (headers: Record<string, string>) => send('questions/ask', sent, 4, headers);
    await assertProblem(await spoilt({ Origin: 'https://evil.test' }), 'origin-refused');
    await assertProblem(await spoilt({ Authorization: '' }), 'identity-missing');
    await assertProblem(await spoilt({ 'Content-Type': 'text/plain' }), 'body-not-json');
    await assertProblem(await spoilt({ 'Idempotency-Key': 'x' }), 'key-missing');
  });

  it('are supported once a person, and reported', async () => {
    const { id } = await question(ask('Combien de coutures ?', 5));
    const support = (person: number, supported: boolean) =>
      question(send(`questions/${id}/support`, { supported }, person));
    await Promise.all([support(6, true), support(6, true), support(7, true)]);
    assert.equal((await support(7, false)).supports, 2);
    const [first] = (await list('kind=question&sort=support')).questions;
    assert.deepEqual([first?.id, first?.supports], [id, 2]);
    await ok(await send(`questions/${id}/report`, {}, 8));
    const { version, reports } = await storage.topics!.questions.byId('maison', id);
    assert.equal(reports, 1);
    await storage.topics!.questions.rule('maison', id, version, 'hors sujet');
    await assertProblem(await send(`questions/${id}/support`, { supported: true }, 9), 'question-unknown');
    const { questions } = await list('kind=question&sort=support');
    assert.ok(!questions.some((shown) => shown.id === id));
  });

  it('are answered by whom they are for, in their own name, and by nobody else', async () => {
    const { id } = await question(ask('Et les bancs, Zoé ?', 10, { candidate: zoe }));
    const other = await question(ask('Et vous, Bruno ?', 10, { candidate: 'bruno' }));
    const say = (to: string, person: number) =>
      send(`questions/${to}/answer`, { text: 'Au printemps.' }, person);
    await assertProblem(await say(id, 10), 'not-allowed');
    await assertProblem(await say(other.id, ZOE), 'not-allowed');
    const { answers } = await question(say(id, ZOE));
    assert.deepEqual(
      [answers[0]?.by, answers[0]?.name, answers[0]?.text],
      ['candidate', 'Zoé Martin', 'Au printemps.'],
    );
  });

  it('candidates write their news, each piece once', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = { text: 'Premier tractage samedi, place du marché.' };
    await ok(await send('news/write', body, ZOE, headers));
    await ok(await send('news/write', body, ZOE, headers));
    await assertProblem(await send('news/write', body, 11), 'not-allowed');
    const { news } = await ok<{ news: News[] }>(await server.fetch(aRead(at(`news?candidate=${zoe}`))));
    assert.deepEqual(
      news.map(({ candidate, text }) => [candidate, text]),
      [[zoe, body.text]],
    );
    assert.deepEqual(await ok(await server.fetch(aRead(at('news?candidate=bruno')))), { news: [] });
  });

  it('the president answers as such once proclaimed; at the end nobody asks any more', async () => {
    const asked = await question(ask('Et l’horloge, alors ?', 12));
    await storage.cast(aCast('maison', { choice: vote(zoe) }));
    clock.set(CLOSES + DAY);
    const { answers } = await question(
      send(`questions/${asked.id}/answer`, { text: 'Elle est posée.' }, ZOE),
    );
    assert.equal(answers[0]?.by, 'president');
    const { total } = await list('kind=question&sort=date');
    const mandate = await ok<MandateView>(await server.fetch(aRead(at('mandate'))));
    assert.deepEqual(mandate.questions, { asked: total, answered: 2 });
    clock.set(CLOSES + 101 * DAY);
    await assertProblem(await ask('Trop tard pour demander ?', 13), 'questions-closed');
    clock.set(STANDING);
    await assertProblem(await ask('Trop tôt pour demander ?', 13), 'questions-closed');
    clock.set(DURING);
  });
});
