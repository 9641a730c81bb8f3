import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { Election } from '../../../src/model/election.js';
import type { MailsAnswer } from '../../../src/protocol/admin/notices.js';
import type { AdminCandidacy, AdminQuestion } from '../../../src/protocol/admin/queue.js';
import { anElection, aRead, aVote, BASE, OPENS } from '../support/backend.js';
import { anAdmin, MODERATOR, OWNER } from '../support/admin.js';
import { assertProblem } from '../support/problem.js';

const PATH = '/admin/elections/maison';
const profile = {
  name: 'Léa Petit',
  town: 'Brest',
  slogan: 'Des bocaux',
  manifesto: 'Je veux des bocaux. '.repeat(5),
};

async function aQueue(t: TestContext, election = anElection('maison'), publicUrl?: string) {
  const admin = await anAdmin(t, [election], {}, publicUrl === undefined ? {} : { publicUrl });
  admin.clock.set(OPENS - 1);
  const cookie = await admin.signIn(MODERATOR);
  const submit = (person: string, email?: string) =>
    admin.topics.candidacies.submit('maison', {
      id: randomUUID(),
      person,
      key: randomUUID(),
      profile,
      ...(email !== undefined && { email }),
    });
  const decide = (body: object, by = cookie) => admin.ask(`${PATH}/candidacies/decide`, { cookie: by, body });
  return { ...admin, cookie, submit, decide };
}

describe('the queue of candidacies', () => {
  it('shows those that wait first, with nobody’s pseudonym', async (t) => {
    const { ask, cookie, submit, decide } = await aQueue(t);
    const first = await submit('a');
    await submit('b');
    await decide({ id: first.id, version: 1, decision: 'return', reason: 'Une photo, s’il vous plaît.' });
    const shown = await (await ask(`${PATH}/candidacies`, { cookie })).text();
    const { candidacies } = JSON.parse(shown) as { candidacies: AdminCandidacy[] };
    assert.deepEqual(
      candidacies.map(({ state, by }) => [state, by]),
      [
        ['pending', undefined],
        ['returned', 'Max'],
      ],
    );
    assert.doesNotMatch(shown, /"person"/);
    const waiting = (await (await ask('/admin/elections', { cookie })).json()) as {
      elections: { waiting: { candidacies: number } }[];
    };
    assert.equal(waiting.elections[0]?.waiting.candidacies, 1);
    await assertProblem(await ask(`${PATH}/candidacies?state=odd`, { cookie }), 'body-invalid');
  });

  it('is worked by two at once: one decides, the other is told, and the candidate stands once', async (t) => {
    const { submit, decide, signIn, server } = await aQueue(t);
    const { id } = await submit('a');
    const other = await signIn(OWNER);
    const answers = await Promise.all([
      decide({ id, version: 1, decision: 'approve' }),
      decide({ id, version: 1, decision: 'return', reason: 'Non' }, other),
      decide({ id, version: 1, decision: 'approve' }, other),
    ]);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const { status } of answers) assert.ok(status === 200 || status === 409);
    const shown = await (await server.fetch(aRead('/elections/maison'))).text();
    assert.ok(shown.split('Léa Petit').length <= 2);
  });

  it('tells the candidate by mail, once, and the admin shows it', async (t) => {
    const { ask, cookie, submit, decide, mails, server, topics } = await aQueue(t);
    const { id } = await submit('a', 'lea@post.test');
    mails.length = 0;
    await decide({ id, version: 1, decision: 'approve' });
    await server.turn();
    await server.turn();
    assert.deepEqual(
      mails.map(({ to, subject }) => [to, subject]),
      [['lea@post.test', 'Vous êtes candidat·e\u00a0: Qui présidera ?']],
    );
    const shown = (await (await ask('/admin/mails', { cookie })).json()) as MailsAnswer;
    assert.deepEqual(
      shown.mails.map(({ to, state }) => [to, state]),
      [['lea@post.test', 'sent']],
    );
    const [entry] = await topics.trail.page(1, { election: 'maison' });
    assert.deepEqual([entry?.act, entry?.name], ['candidacy-approved', 'Max']);
  });

  it('gives whoever is approved the address of their own page: the backend’s, else the brand’s, else none', async (t) => {
    const page = 'https://www.brand.example/vote#rules';
    const told = async (election: Election, publicUrl?: string): Promise<string> => {
      const { submit, decide, mails, server } = await aQueue(t, election, publicUrl);
      const { id } = await submit('a', 'lea@post.test');
      await decide({ id, version: 1, decision: 'approve' });
      await server.turn();
      return mails.at(-1)?.text ?? '';
    };
    const own = await told({ ...anElection('maison'), page }, BASE);
    assert.match(own, new RegExp(`\\n\\n${BASE}/elections/maison/candidates/lea-petit\\n`));
    const brands = await told({ ...anElection('maison'), page });
    assert.ok(brands.endsWith('\n\nhttps://www.brand.example/vote#voix=maison/lea-petit\n'), brands);
    const none = await told(anElection('maison'));
    assert.match(none, /Partagez le lien/);
    assert.doesNotMatch(none, /http/);
  });

  it('tells who stands that it has arrived, once, however often it is sent; then what was decided', async (t) => {
    const { server, decide, mails, clock } = await aQueue(t);
    clock.set(OPENS - 3_600_000);
    const key = randomUUID();
    const submission = {
      profile,
      email: 'lea@post.test',
      consents: { age: true, rules: true, image: true },
    };
    const send = () => {
      const { headers } = aVote('maison', { key });
      const body = JSON.stringify(submission);
      return server.fetch(
        new Request(`${BASE}/elections/maison/candidacies`, { method: 'POST', headers, body }),
      );
    };
    mails.length = 0;
    const sent = await send();
    assert.equal(sent.status, 200, await sent.clone().text());
    const { candidacy } = (await sent.json()) as { candidacy: AdminCandidacy };
    await send();
    await server.turn();
    await decide({ id: candidacy.id, version: 1, decision: 'return', reason: 'Une photo' });
    await server.turn();
    assert.deepEqual(
      mails.map(({ to, subject }) => [to, subject.split('\u00a0')[0]]),
      [
        ['lea@post.test', 'Votre candidature est arrivée'],
        ['lea@post.test', 'Votre candidature est à reprendre'],
      ],
    );
  });

  it('sends a stranger, whose address anyone may give, few mails and nobody’s words', async (t) => {
    const { server, clock, wall, topics } = await aQueue(t);
    clock.set(OPENS - 3_600_000);
    const stand = async (voter: number) => {
      const { headers } = aVote('maison', { voter, key: randomUUID() });
      const consents = { age: true, rules: true, image: true };
      const sent = {
        profile: { ...profile, name: 'Prix à gagner.example' },
        email: 'Lea@post.test',
        consents,
      };
      const init = { method: 'POST', headers, body: JSON.stringify(sent) };
      const response = await server.fetch(new Request(`${BASE}/elections/maison/candidacies`, init));
      assert.equal(response.status, 200);
      return ((await response.json()) as { candidacy: AdminCandidacy }).candidacy;
    };
    for (let voter = 1; voter <= 6; voter++) await stand(voter);
    const kept = await topics.mails.page(9);
    assert.equal(kept.length, 3);
    assert.ok(kept.every(({ text }) => !text.includes('gagner')));
    assert.equal((await topics.candidacies.ofElection('maison', 9)).length, 6, 'all stand all the same');
    wall.set(wall.now() + 25 * 3_600_000);
    await stand(7);
    assert.equal((await topics.mails.page(9)).length, 4);
  });

  it('a mail that the server does not take is tried again, and the admin reads why', async (t) => {
    const { ask, cookie, submit, decide, mails, failing, server, wall } = await aQueue(t);
    const { id } = await submit('a', 'lea@post.test');
    mails.length = 0;
    failing.reason = '452 insufficient system storage';
    await decide({ id, version: 1, decision: 'return', reason: 'Une photo' });
    await server.turn();
    const waits = (await (await ask('/admin/mails', { cookie })).json()) as MailsAnswer;
    assert.deepEqual([waits.mails[0]?.state, waits.mails[0]?.failure], ['waiting', failing.reason]);
    failing.reason = undefined;
    await server.turn();
    assert.equal(mails.length, 0, 'not yet');
    wall.set(wall.now() + 5000);
    await server.turn();
    assert.match(mails[0]?.text ?? '', /\n\nUne photo\n\n/);
  });
});

describe('the queue of questions', () => {
  it('hides, shows again and answers in the brand’s name, each over the version that was seen', async (t) => {
    const { ask, cookie, topics } = await aQueue(t);
    const asked = { kind: 'question', candidate: null, name: 'Ali', text: 'Et les bocaux ?' } as const;
    const { id, version } = await topics.questions.ask('maison', {
      id: 'q1',
      key: randomUUID(),
      person: 'p',
      ...asked,
    });
    await topics.questions.report('maison', id, 'other');
    const decide = (body: object) => ask(`${PATH}/questions/decide`, { cookie, body: { id, ...body } });
    const list = async (show: string) => {
      const answer = await ask(`${PATH}/questions?show=${show}`, { cookie });
      return ((await answer.json()) as { questions: AdminQuestion[] }).questions.map(
        (question) => question.id,
      );
    };
    assert.deepEqual(await list('reported'), [id]);
    const hidden = await decide({ version, decision: 'hide', reason: 'Publicité' });
    const { question } = (await hidden.json()) as { question: AdminQuestion };
    assert.equal(question.hidden, true);
    await assertProblem(await decide({ version, decision: 'keep' }), 'changed-meanwhile');
    assert.deepEqual(await list('hidden'), [id]);
    const restored = await decide({ version: question.version, decision: 'restore' });
    const again = ((await restored.json()) as { question: AdminQuestion }).question;
    assert.deepEqual([again.hidden, again.reports], [false, 0]);
    const answered = await decide({ version: again.version, decision: 'answer', text: 'Oui, en mai.' });
    const { answers } = ((await answered.json()) as { question: AdminQuestion }).question;
    assert.deepEqual(
      answers.map(({ by, name, text }) => [by, name, text]),
      [['brand', 'Maison', 'Oui, en mai.']],
    );
    assert.deepEqual(await list('open'), []);
  });
});
